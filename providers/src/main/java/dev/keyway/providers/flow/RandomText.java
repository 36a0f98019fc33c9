package dev.keyway.providers.flow;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values that can't be guessed. */
public final class RandomText {

  private static final int BYTES = 32;

  private RandomText() {}

  /** 256 random bits as 43 URL-safe characters. */
  public static String next(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
