package dev.keyway.providers.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Svix's signature scheme: HMAC-SHA-256 of id, timestamp and body with dots between them. The
 * headers are {@code svix-id}, {@code svix-timestamp}, {@code svix-signature}, or the same with
 * {@code webhook-} in place of {@code svix-} (Standard Webhooks).
 */
public final class Signatures {

  /** How far the time signed may be from now, either way; Svix's own libraries' value. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final List<String> FAMILIES = List.of("svix-", "webhook-");
  private static final Pattern ID = Pattern.compile("[!-~]{1,256}");
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final String VERSION = "v1,";

  /** There are as many as secrets that the provider signs with; more would only cost time. */
  private static final int MOST_SIGNATURES = 16;

  private final WebhookSecrets secrets;
  private final Clock clock;

  public Signatures(WebhookSecrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * What the headers say, if one of the secrets vouches for them and the body.
   *
   * @param headers by their names in lower case
   */
  public SignedMessage verify(Map<String, List<String>> headers, byte[] body) {
    if (secrets.secrets().isEmpty()) {
      throw AuthException.of(
          ErrorCode.CONFIGURATION_INVALID,
          "Configuration " + secrets.setting() + " is missing: webhooks can't be checked without");
    }
    String family =
        FAMILIES.stream()
            .filter(prefix -> headers.containsKey(prefix + "id"))
            .findFirst()
            .orElseThrow(() -> refused("has no svix-id"));
    String id = header(headers, family + "id", ID);
    String timestamp = header(headers, family + "timestamp", SECONDS);
    byte[] signed = signed(id, timestamp, body);
    List<byte[]> presented = signatures(only(headers, family + "signature"));
    if (!vouched(signed, presented)) {
      throw refused("is not signed with " + secrets.setting());
    }
    // Only what is genuine tells its time: a forger learns nothing of the tolerance.
    Instant sentAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sentAt, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
      throw refused("was signed more than " + TOLERANCE.toMinutes() + " minutes from now");
    }
    return new SignedMessage(id, sentAt);
  }

  /** Compares all with all, so that the time it takes does not tell which one fitted. */
  private boolean vouched(byte[] signed, List<byte[]> presented) {
    boolean vouched = false;
    for (Secret secret : secrets.secrets()) {
      byte[] expected = hmac(WebhookSecrets.key(secret), signed);
      for (byte[] signature : presented) {
        vouched |= MessageDigest.isEqual(expected, signature);
      }
    }
    return vouched;
  }

  private static byte[] signed(String id, String timestamp, byte[] body) {
    byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
    byte[] signed = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    return signed;
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /** Those of a version that is known; others are for readers to come. */
  private static List<byte[]> signatures(String header) {
    return Arrays.stream(header.split(" ", MOST_SIGNATURES + 1))
        .limit(MOST_SIGNATURES)
        .filter(entry -> entry.startsWith(VERSION))
        .flatMap(entry -> decoded(entry.substring(VERSION.length())).stream())
        .toList();
  }

  private static Optional<byte[]> decoded(String text) {
    try {
      return Optional.of(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String header(Map<String, List<String>> headers, String name, Pattern form) {
    String value = only(headers, name);
    if (!form.matcher(value).matches()) {
      throw refused("has a malformed " + name);
    }
    return value;
  }

  private static String only(Map<String, List<String>> headers, String name) {
    List<String> values = headers.getOrDefault(name, List.of());
    if (values.size() != 1) {
      throw refused((values.isEmpty() ? "has no " : "has more than one ") + name);
    }
    return values.get(0);
  }

  private static AuthException refused(String why) {
    return AuthException.of(ErrorCode.WEBHOOK_REFUSED, "The webhook " + why);
  }
}
