package dev.keyway.emulator.internal.webhook;

import dev.keyway.emulator.Webhooks;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What signs the events of one project, by Svix's published scheme: the secret, and those before it
 * that have not been out of use for a day.
 */
final class SigningSecrets {
  static final String PREFIX = "whsec_";

  /** As many as Svix draws. */
  private static final int BYTES = 24;

  @NotInSnapshot("the source of chance")
  private final Randomness random;

  @NotInSnapshot("has a snapshot of its own")
  private final Clock clock;

  private String current;
  private List<Retired> retired = List.of();

  /** A secret that nobody knows. */
  SigningSecrets(Randomness random, Clock clock) {
    this.random = random;
    this.clock = clock;
    this.current = fresh();
  }

  synchronized String current() {
    return current;
  }

  /** Takes a secret that is given, and no other. */
  synchronized void pin(String secret) {
    current = secret;
    retired = List.of();
  }

  /** A new secret; the one before signs as well for a while. */
  synchronized String rotate() {
    List<Retired> all = new ArrayList<>();
    all.add(new Retired(current, clock.instant().plus(Webhooks.ROTATION_OVERLAP)));
    all.addAll(retired);
    retired = List.copyOf(all);
    current = fresh();
    return current;
  }

  /** What signs at that moment: each secret in use now. */
  synchronized Signer signer(Instant at) {
    Instant now = clock.instant();
    List<String> inUse = new ArrayList<>();
    inUse.add(current);
    for (Retired old : retired) {
      if (now.isBefore(old.until)) {
        inUse.add(old.secret);
      }
    }
    return new Signer(at, List.copyOf(inUse));
  }

  synchronized Snapshot snapshot() {
    return new Snapshot(current, retired);
  }

  synchronized void restore(Snapshot snapshot) {
    current = snapshot.current;
    retired = snapshot.retired;
  }

  private String fresh() {
    return PREFIX + Base64.getEncoder().encodeToString(random.bytes(BYTES));
  }

  /** How many there are, none of them. */
  @Override
  public String toString() {
    return "SigningSecrets[" + (1 + retired.size()) + "]";
  }

  /** The secrets at one moment. */
  static final class Snapshot {
    private final String current;
    private final List<Retired> retired;

    private Snapshot(String current, List<Retired> retired) {
      this.current = current;
      this.retired = retired;
    }
  }

  /** A secret that was replaced, and until when it signs. */
  private record Retired(String secret, Instant until) {
    @Override
    public String toString() {
      return "Retired[until " + until + "]";
    }
  }
}
