package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.html.Asset;
import dev.keyway.emulator.internal.http.Response;

/** The files that belong to every page. */
final class Assets {
  private Assets() {}

  static Response get(UiCall call) {
    Asset asset =
        Asset.find(call.parameter("file"))
            .orElseThrow(() -> new NoSuchPage("There is no such file."));
    return Response.text(200, asset.text())
        .withContentType(asset.contentType())
        .withHeader("cache-control", "public, max-age=31536000, immutable");
  }
}
