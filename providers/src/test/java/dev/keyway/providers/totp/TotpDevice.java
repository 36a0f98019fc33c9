package dev.keyway.providers.totp;

import java.time.Instant;

/** An authenticator app for the tests of other packages. */
public final class TotpDevice {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private TotpDevice() {}

  /** The code that an app shows after a key in base 32 was typed into it. */
  public static String code(String key, Instant moment) {
    byte[] bytes = new byte[key.length() * 5 / 8];
    long buffer = 0;
    int bits = 0;
    int next = 0;
    for (int i = 0; i < key.length(); i++) {
      buffer = (buffer << 5 | ALPHABET.indexOf(key.charAt(i))) & 0xFFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[next++] = (byte) (buffer >> bits);
      }
    }
    return TotpKey.of(bytes).code(moment);
  }
}
