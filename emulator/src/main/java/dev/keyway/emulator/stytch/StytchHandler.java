package dev.keyway.emulator.stytch;

import dev.keyway.emulator.http.Answer;

/** Answers one route's requests, after credentials and the shape of the body were checked. */
interface StytchHandler {
  /**
   * Answers a request.
   *
   * @throws StytchFailure to end it with an error
   */
  Answer answer(StytchCall call);
}
