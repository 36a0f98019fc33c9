package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.token.ConstantTime;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

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
    return ConstantTime.equal(value, sent);
  }

  @Override
  public String toString() {
    return "FormToken[redacted]";
  }
}
