package dev.keyway.emulator.internal.mailbox;

import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.address.CanonicalEmail;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mail server would hold of one world's mails. Deleting takes a mail out of here and leaves
 * the world's outbox, which is a record, as it is.
 */
final class Mailbox {
  /** What asks for the newest mail in the place of an id. */
  private static final String LATEST = "latest";

  private final Set<String> seen = new HashSet<>();
  private final Set<String> deleted = new HashSet<>();

  /**
   * The mails that arrived for a name, oldest first.
   *
   * @param name a whole address, or what stands before its {@code @}; what follows a {@code +}
   *     there makes no difference
   */
  synchronized List<OutboxMessage> list(World world, String name) {
    List<OutboxMessage> all = world.outbox().messages();
    forgetAllBut(all.stream().map(OutboxMessage::id).collect(Collectors.toSet()));
    return all.stream()
        .filter(message -> message.channel() == OutboxMessage.Channel.EMAIL)
        .filter(message -> !message.bounced() && !deleted.contains(message.id()))
        .filter(message -> isFor(name, message.to()))
        .toList();
  }

  synchronized Optional<OutboxMessage> find(World world, String name, String id) {
    List<OutboxMessage> mails = list(world, name);
    return id.equals(LATEST) && !mails.isEmpty()
        ? Optional.of(mails.get(mails.size() - 1))
        : mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  synchronized boolean isSeen(OutboxMessage mail) {
    return seen.contains(mail.id());
  }

  synchronized void see(OutboxMessage mail) {
    seen.add(mail.id());
  }

  synchronized void delete(OutboxMessage mail) {
    deleted.add(mail.id());
  }

  /** The name of the mailbox that an address belongs to. */
  static String nameOf(String address) {
    String local = address.split("@", 2)[0];
    return local.split("\\+", 2)[0].toLowerCase(Locale.ROOT);
  }

  private static boolean isFor(String name, String address) {
    return name.contains("@")
        ? CanonicalEmail.of(name).equals(CanonicalEmail.of(address))
        : nameOf(name).equals(nameOf(address));
  }

  /** A world that was reset has other mails. */
  private void forgetAllBut(Set<String> ids) {
    seen.retainAll(ids);
    deleted.retainAll(ids);
  }
}
