package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPictures;
import java.util.Optional;

/** The pictures that clients upload. */
public final class Pictures {
  private Pictures() {}

  /** Refuses what is no picture in a data URL. */
  public static void requireUpload(Optional<String> sent) {
    if (sent.filter(picture -> !UploadedPictures.isUpload(picture)).isPresent()) {
      throw StackAuthFailure.text(400, "Invalid profile image URL");
    }
  }
}
