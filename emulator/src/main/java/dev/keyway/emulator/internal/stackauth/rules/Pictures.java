package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import java.util.Optional;
import java.util.regex.Pattern;

/** The pictures that clients upload. */
public final class Pictures {
  private static final Pattern UPLOAD =
      Pattern.compile("data:image/(png|jpg|jpeg|gif|bmp|webp);base64,.*", Pattern.DOTALL);

  private Pictures() {}

  /** Refuses what is no picture in a data URL. */
  public static void requireUpload(Optional<String> sent) {
    if (sent.filter(picture -> !UPLOAD.matcher(picture).matches()).isPresent()) {
      throw StackAuthFailure.text(400, "Invalid profile image URL");
    }
  }
}
