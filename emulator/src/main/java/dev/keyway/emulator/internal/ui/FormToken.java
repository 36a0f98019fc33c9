package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.random.Randomness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Stands in every form of this process and nowhere else, so that only its own pages can send one.
 */
@Singleton
final class FormToken {
  static final String FIELD = "form-token";
  private static final int BYTES = 24;

  private final String value;

  @Inject
  FormToken(Randomness random) {
    value = random.base64Url(BYTES);
  }

  String value() {
    return value;
  }

  boolean matches(String sent) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "FormToken[redacted]";
  }
}
