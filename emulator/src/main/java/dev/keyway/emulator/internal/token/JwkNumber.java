package dev.keyway.emulator.internal.token;

import java.math.BigInteger;
import java.util.Base64;
import org.bouncycastle.util.BigIntegers;

/** Numbers in published keys. */
public final class JwkNumber {
  private JwkNumber() {}

  /** Base64url of the number's bytes, without leading zeros. */
  public static String text(BigInteger number) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(BigIntegers.asUnsignedByteArray(number));
  }
}
