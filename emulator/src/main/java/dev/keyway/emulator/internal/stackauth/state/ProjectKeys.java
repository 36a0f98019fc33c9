package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.token.ConstantTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The API keys of one project, in the sets in which they were made. */
public final class ProjectKeys {
  private final CopyOnWriteArrayList<KeySet> sets = new CopyOnWriteArrayList<>();

  ProjectKeys(KeySet first) {
    sets.add(first);
  }

  private ProjectKeys(ProjectKeys other) {
    sets.addAll(other.sets);
  }

  /** The same keys, to be changed apart from these. */
  ProjectKeys copy() {
    return new ProjectKeys(this);
  }

  public static String publishable(Randomness random) {
    return "pck_" + random.crockford45();
  }

  public static String secret(Randomness random) {
    return "ssk_" + random.crockford45();
  }

  public static String admin(Randomness random) {
    return "sak_" + random.crockford45();
  }

  public void add(KeySet set) {
    sets.add(set);
  }

  /** Newest first. */
  public List<KeySet> newestFirst() {
    List<KeySet> reversed = new ArrayList<>(sets);
    Collections.reverse(reversed);
    return reversed;
  }

  public Optional<KeySet> byId(String id) {
    return sets.stream().filter(set -> set.id().equals(id)).findFirst();
  }

  public void replace(KeySet changed) {
    sets.replaceAll(set -> set.id().equals(changed.id()) ? changed : set);
  }

  /** Whether a key of that access type is known, not revoked and not expired. */
  public boolean accepts(AccessType type, String key, Instant now) {
    boolean accepted = false;
    for (KeySet set : sets) {
      String own = set.key(type);
      // All are compared, so that the time taken tells nothing of which set was right.
      accepted |= own != null && ConstantTime.equal(key, own) && set.validAt(now);
    }
    return accepted;
  }

  /**
   * Keys that were made together. Immutable.
   *
   * @param publishable null when the set has none; so are the other two
   */
  public record KeySet(
      String id,
      String description,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable String publishable,
      @Nullable String secret,
      @Nullable String admin) {

    @Nullable String key(AccessType type) {
      return switch (type) {
        case CLIENT -> publishable;
        case SERVER -> secret;
        case ADMIN -> admin;
      };
    }

    boolean validAt(Instant now) {
      return revokedAt == null && now.isBefore(expiresAt);
    }

    public KeySet described(String words) {
      return new KeySet(id, words, createdAt, expiresAt, revokedAt, publishable, secret, admin);
    }

    /** The first revocation stays. */
    public KeySet revoked(Instant now) {
      return revokedAt != null
          ? this
          : new KeySet(id, description, createdAt, expiresAt, now, publishable, secret, admin);
    }

    /** The id, no key. */
    @Override
    public String toString() {
      return "KeySet[" + id + "]";
    }
  }
}
