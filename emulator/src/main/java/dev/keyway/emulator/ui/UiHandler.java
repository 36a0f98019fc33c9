package dev.keyway.emulator.ui;

import dev.keyway.emulator.http.Answer;

/** Answers one route of the page. */
@FunctionalInterface
interface UiHandler {
  Answer handle(UiCall call);
}
