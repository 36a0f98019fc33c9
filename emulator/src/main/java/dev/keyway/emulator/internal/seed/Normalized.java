package dev.keyway.emulator.internal.seed;

import dev.keyway.emulator.internal.password.HashText;
import dev.keyway.emulator.internal.password.PasswordHash;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is always there in a user whose ids and moments were all made explicit. */
public final class Normalized {
  private Normalized() {}

  /** An id, or another text that stands for one. */
  public static String text(@Nullable String value) {
    return Objects.requireNonNull(value, "an explicit user has all ids");
  }

  /** A moment. */
  public static Instant moment(@Nullable Instant value) {
    return Objects.requireNonNull(value, "an explicit user has all moments");
  }

  /** A hash, which was read before. */
  public static PasswordHash hash(@Nullable String text) {
    try {
      return HashText.parse(text(text));
    } catch (PasswordHash.Malformed e) {
      throw new IllegalStateException("A hash of a seed was read and cannot be", e);
    }
  }
}
