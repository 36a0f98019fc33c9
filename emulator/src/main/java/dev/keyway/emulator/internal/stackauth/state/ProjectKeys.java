package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.token.ConstantTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The API keys of one project, in the sets in which they were made. */
public final class ProjectKeys {
  /** When keys of projects that nobody made by a request expire. */
  public static final Instant NEVER = Instant.parse("2099-12-31T23:59:59Z");

  private static final String FIRST = "The keys that the project was made with";

  private final CopyOnWriteArrayList<KeySet> sets = new CopyOnWriteArrayList<>();

  /**
   * Those that a project was made with.
   *
   * @param id of their set
   */
  ProjectKeys(String id, Instant createdAt, StackAuthKeys keys) {
    sets.add(
        new KeySet(
            id,
            FIRST,
            createdAt,
            NEVER,
            null,
            keys.publishableClientKey(),
            keys.secretServerKey(),
            keys.superSecretAdminKey()));
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

  /** Adds a set in the place of one with its id or with the same keys, or behind all. */
  public void put(KeySet set) {
    for (int i = 0; i < sets.size(); i++) {
      if (sets.get(i).id().equals(set.id()) || sets.get(i).hasKeysOf(set)) {
        sets.set(i, set);
        return;
      }
    }
    sets.add(set);
  }

  /** All but those that a project was made with while nothing has become of them, oldest first. */
  public List<KeySet> changedOrAdded() {
    List<KeySet> all = List.copyOf(sets);
    KeySet first = all.get(0);
    boolean asMade = first.description().equals(FIRST) && first.revokedAt() == null;
    return asMade ? all.subList(1, all.size()) : all;
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

    private boolean hasKeysOf(KeySet other) {
      return publishable != null
          && publishable.equals(other.publishable)
          && Objects.equals(secret, other.secret)
          && Objects.equals(admin, other.admin);
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
