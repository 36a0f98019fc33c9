package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.http.Answer;

/** Answers one route's requests, after everything its endpoint declares was checked. */
interface StackHandler {
  /**
   * Answers a request.
   *
   * @throws StackFailure to end it with an error
   */
  Answer answer(StackCall call);
}
