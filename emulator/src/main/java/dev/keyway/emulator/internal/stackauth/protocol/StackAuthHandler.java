package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.http.Response;

/** Answers one route's requests, after everything its endpoint declares was checked. */
public interface StackAuthHandler {
  /**
   * Answers a request.
   *
   * @throws StackAuthFailure to end it with an error
   */
  Response answer(StackAuthCall call);
}
