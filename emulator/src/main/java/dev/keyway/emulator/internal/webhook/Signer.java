package dev.keyway.emulator.internal.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A moment, and the secrets that were in use then: the newest first. */
final class Signer {
  private final Instant at;
  private final List<String> secrets;

  Signer(Instant at, List<String> secrets) {
    this.at = at;
    this.secrets = secrets;
  }

  /** The headers of a delivery, with one signature for each secret. */
  Map<String, List<String>> headers(String id, String body) {
    byte[] signed = (id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8);
    String signatures =
        secrets.stream()
            .map(
                secret ->
                    "v1," + SvixMac.of(secret.substring(SigningSecrets.PREFIX.length()), signed))
            .collect(Collectors.joining(" "));
    return Map.of(
        "content-type", List.of("application/json"),
        "svix-id", List.of(id),
        "svix-timestamp", List.of(Long.toString(at.getEpochSecond())),
        "svix-signature", List.of(signatures));
  }

  /** The moment, not the secrets. */
  @Override
  public String toString() {
    return "Signer[at " + at + ", " + secrets.size() + " secrets]";
  }
}
