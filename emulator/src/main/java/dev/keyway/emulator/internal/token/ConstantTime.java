package dev.keyway.emulator.internal.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparisons whose time tells nothing of where two secrets differ. */
public final class ConstantTime {
  private ConstantTime() {}

  /** Whether two texts are the same. */
  public static boolean equal(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
