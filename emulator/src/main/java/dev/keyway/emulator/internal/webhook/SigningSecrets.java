package dev.keyway.emulator.internal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.emulator.Webhooks;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What signs the events of one project, by Svix's published scheme: the secret, and those before it
 * that have not been out of use for a day.
 */
final class SigningSecrets {
  private static final String PREFIX = "whsec_";

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

  /** The value of the signature's header: one for each secret in use, the newest first. */
  synchronized String sign(String id, Instant at, String body) {
    byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8);
    Instant now = clock.instant();
    return Stream.concat(
            Stream.of(current),
            retired.stream().filter(old -> now.isBefore(old.until)).map(Retired::secret))
        .map(secret -> "v1," + SvixMac.of(secret.substring(PREFIX.length()), signed))
        .collect(Collectors.joining(" "));
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
