package dev.keyway.emulator;

import java.time.Duration;
import java.util.List;

/**
 * Faults on operations of one world: {@code
 * world.faults().on("stackauth.password.sign-in").times(1).respond(503)}.
 *
 * <p>At most one fault fires per request: the oldest one that matches and has not run out.
 */
public interface Faults {

  /**
   * Begins a fault on one operation.
   *
   * @param operation an operation id ({@link AuthEmulator#operations()} lists them), or the
   *     beginning of some followed by {@code *}, for example {@code stytch.password.*}
   * @throws IllegalArgumentException if no operation has that name, so that a misspelt name does
   *     not pass for a test
   */
  Plan on(String operation);

  /** All faults that can still fire, oldest first. */
  List<Fault> active();

  /** Removes all faults and releases all held requests. */
  void clear();

  /**
   * How often a fault fires, and what it does. Fires without limit unless {@link #times} is set.
   */
  interface Plan {
    /** Fires at most {@code count} times. */
    Plan times(int count);

    /** Leaves the first {@code count} matching requests alone. */
    Plan after(int count);

    /** Adds a header to the answer of {@link #respond}. */
    Plan header(String name, String value);

    /** Answers with {@code status} and the provider's own error body; nothing is processed. */
    Fault respond(int status);

    /** Closes the connection without an answer; nothing is processed. */
    Fault drop();

    /** Processes the request and then closes the connection: the lost response. */
    Fault dropAfterProcessing();

    /** Processes the request and sends the first half of the body. */
    Fault truncate();

    /** Processes the request and labels the answer with another content type. */
    Fault contentType(String contentType);

    /** Waits for {@code time} of real time, then processes the request. */
    Fault delay(Duration time);

    /** Makes requests wait until they are released, then processes them. */
    HeldRequests hold();
  }
}
