package dev.keyway.views;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stackauth.server.ContactChannel;
import dev.keyway.providers.stackauth.server.ContactChannelFields;
import dev.keyway.providers.stackauth.server.ContactChannelId;
import dev.keyway.providers.stackauth.server.ContactChannels;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class ContactChannelsTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final EmailAddress SECOND = EmailAddress.of("ada@work.example");
  private static final URI CALLBACK = URI.create("http://localhost:3000/verify");
  private static final CallOptions DEFAULTS = CallOptions.defaults();

  private AuthClient client;
  private ContactChannels channels;
  private UserId ada;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STACK_AUTH, world).build();
    channels = client.unwrap(StackAuthServer.class).contactChannels();
    ada = client.users().create(NewUser.withEmail(ADA)).id();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void anAddressIsAddedProvedMadePrimaryAndTakenAway(World world) {
    ContactChannel added = channels.create(ada, SECOND, ContactChannelFields.none(), DEFAULTS);
    assertEquals(SECOND.value(), added.address());
    assertFalse(added.verified() || added.primary() || added.usedForAuth());
    channels.sendVerification(ada, added.id(), CALLBACK, DEFAULTS);
    OutboxMessage mail = world.outbox().messagesTo(SECOND.value()).get(0);
    URI link = Objects.requireNonNull(mail.link());
    channels.verify(link, DEFAULTS);
    assertEquals(ErrorCode.LINK_ALREADY_USED, code(() -> channels.verify(link, DEFAULTS)));

    ContactChannel primary =
        channels.update(ada, added.id(), ContactChannelFields.none().primary(true), DEFAULTS);
    assertTrue(primary.verified() && primary.primary());
    assertEquals(1, channels.list(ada, DEFAULTS).stream().filter(ContactChannel::primary).count());
    channels.delete(ada, added.id(), DEFAULTS);
    assertEquals(1, channels.list(ada, DEFAULTS).size());
  }

  @Test
  void whatIsNotThereOrSomebodyElsesIsRefused() {
    ContactChannelFields auth = ContactChannelFields.none().usedForAuth(true);
    UserId grace =
        client.users().create(NewUser.withEmail(EmailAddress.of("grace@example.com"))).id();
    ContactChannel hers = channels.create(grace, SECOND, auth, DEFAULTS);
    ContactChannelId nobodys = ContactChannelId.of("00000000-0000-4000-8000-00000000000a");
    assertEquals(
        ErrorCode.ACCOUNT_ALREADY_EXISTS, code(() -> channels.create(ada, SECOND, auth, DEFAULTS)));
    assertEquals(
        ErrorCode.RESOURCE_ALREADY_EXISTS,
        code(() -> channels.create(ada, ADA, ContactChannelFields.none(), DEFAULTS)));
    for (ContactChannelId id : new ContactChannelId[] {nobodys, hers.id()}) {
      assertEquals(
          ErrorCode.RESOURCE_NOT_FOUND, code(() -> channels.update(ada, id, auth, DEFAULTS)));
      assertEquals(ErrorCode.RESOURCE_NOT_FOUND, code(() -> channels.delete(ada, id, DEFAULTS)));
      assertEquals(
          ErrorCode.RESOURCE_NOT_FOUND,
          code(() -> channels.sendVerification(ada, id, CALLBACK, DEFAULTS)));
    }
    UserId malformed = UserId.of("me");
    assertTrue(channels.list(malformed, DEFAULTS).isEmpty());
    assertEquals(
        ErrorCode.USER_NOT_FOUND, code(() -> channels.delete(malformed, hers.id(), DEFAULTS)));
    assertEquals(
        ErrorCode.REDIRECT_NOT_ALLOWED,
        code(
            () ->
                channels.sendVerification(
                    grace, hers.id(), URI.create("https://elsewhere.example/"), DEFAULTS)));
    assertFalse(hers.toString().contains(SECOND.value()));
  }

  private static ErrorCode code(Runnable call) {
    return assertThrows(AuthException.class, call::run).code();
  }
}
