package dev.keyway.emulator.internal.token;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;

/** Numbers in published keys. */
public final class JwkNumber {
  private JwkNumber() {}

  /** Base64url of the number's bytes, without leading zeros. */
  public static String text(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] unsigned = signed[0] == 0 ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
  }
}
