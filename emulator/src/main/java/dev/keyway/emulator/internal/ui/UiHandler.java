package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.http.Response;

/** Answers one route of the page. */
@FunctionalInterface
interface UiHandler {
  Response handle(UiCall call);
}
