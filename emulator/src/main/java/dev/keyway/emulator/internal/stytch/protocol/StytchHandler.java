package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.Response;

/** Answers one route's requests, after credentials and the shape of the body were checked. */
public interface StytchHandler {
  /**
   * Answers a request.
   *
   * @throws StytchFailure to end it with an error
   */
  Response answer(StytchCall call);
}
