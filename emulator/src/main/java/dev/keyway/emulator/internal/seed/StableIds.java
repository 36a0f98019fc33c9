package dev.keyway.emulator.internal.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * Ids and tokens that a seed leaves open, made from what it does say: the same file gives the same
 * ids every time it is loaded. That anybody can compute them is no loss in a test.
 *
 * @param owner what they are made from
 */
public record StableIds(String owner) {
  private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int RENEWAL_LENGTH = 45;
  private static final int TOKEN_BYTES = 32;

  /** In the form of version 4. */
  public String uuid(String part) {
    byte[] b = bytes(part);
    b[6] = (byte) ((b[6] & 0x0f) | 0x40);
    b[8] = (byte) ((b[8] & 0x3f) | 0x80);
    return new UUID(number(b, 0), number(b, 8)).toString();
  }

  /** Letters and digits in Crockford's base 32, as long as a vendor's refresh token. */
  public String crockford(String part) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < RENEWAL_LENGTH; i++) {
      for (byte b : bytes(part + "/" + i)) {
        text.append(CROCKFORD.charAt(b & 31));
      }
    }
    return text.substring(0, RENEWAL_LENGTH);
  }

  /** Base64url without padding, as long as a vendor's session token. */
  public String base64Url(String part) {
    byte[] bytes = Arrays.copyOf(bytes(part), TOKEN_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** 32 bytes. */
  byte[] bytes(String part) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(("keyway seed/" + owner + "/" + part).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256", e);
    }
  }

  private static long number(byte[] bytes, int offset) {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[offset + i] & 0xff);
    }
    return value;
  }
}
