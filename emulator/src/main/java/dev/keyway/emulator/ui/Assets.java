package dev.keyway.emulator.ui;

import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.ui.html.Asset;

/** The files that belong to every page. */
final class Assets {
  private Assets() {}

  static Answer get(UiCall call) {
    Asset asset =
        Asset.find(call.parameter("file"))
            .orElseThrow(() -> new NoSuchPage("There is no such file."));
    return Answer.text(200, asset.text())
        .withContentType(asset.contentType())
        .withHeader("cache-control", "public, max-age=31536000, immutable");
  }
}
