package example.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.SessionId;
import dev.keyway.UserId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs access tokens and checks them: a text of four fields, and its HMAC. */
final class AccessTokens {
  static final Duration LIFETIME = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final SecretKeySpec key;

  AccessTokens(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** What a token says. */
  record Content(SessionId session, UserId user, Instant issuedAt, boolean byPassword) {
    Instant expiresAt() {
      return issuedAt.plus(LIFETIME);
    }
  }

  AccessToken sign(Directory.Login login, Instant now) {
    String text =
        String.join(
            " ",
            login.id().value(),
            login.user().value(),
            Long.toString(now.getEpochSecond()),
            Boolean.toString(login.byPassword()));
    String payload = ENCODER.encodeToString(text.getBytes(UTF_8));
    return AccessToken.of(payload + "." + hmac(payload));
  }

  /** Checks the signature and nothing else. */
  Content read(AccessToken token) {
    int dot = token.reveal().lastIndexOf('.');
    String payload = token.reveal().substring(0, Math.max(dot, 0));
    String signature = token.reveal().substring(dot + 1);
    if (!MessageDigest.isEqual(hmac(payload).getBytes(UTF_8), signature.getBytes(UTF_8))) {
      throw AuthException.of(ErrorCode.TOKEN_INVALID, "The access token is not of this directory");
    }
    return content(new String(Base64.getUrlDecoder().decode(payload), UTF_8).split(" "));
  }

  private static Content content(String[] fields) {
    try {
      return new Content(
          SessionId.of(fields[0]),
          UserId.of(fields[1]),
          Instant.ofEpochSecond(Long.parseLong(fields[2])),
          Boolean.parseBoolean(fields[3]));
    } catch (NumberFormatException e) {
      throw new IllegalStateException("signed by us, and unreadable", e);
    }
  }

  private String hmac(String payload) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return ENCODER.encodeToString(mac.doFinal(payload.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC", e);
    }
  }
}
