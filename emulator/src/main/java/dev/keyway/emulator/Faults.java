package dev.keyway.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Faults on operations of one world: {@code world.faults().on(operation).times(1).respond(503)}.
 *
 * <p>At most one fault fires per request: the oldest one that matches and has not run out.
 */
public interface Faults {

  /** How long {@link Builder#hold()} holds at most. */
  Duration LONGEST_HOLD = Duration.ofMinutes(2);

  /**
   * Begins a fault on one operation.
   *
   * @param operation an operation id ({@link AuthEmulator#operations()} lists them), or the
   *     beginning of some followed by {@code *}
   * @throws IllegalArgumentException if no operation has that name, so that a misspelt name does
   *     not pass for a test
   */
  Builder on(String operation);

  /**
   * Puts the vendors' own rate limits on the world, as far as their numbers are known. A new world
   * has none, so that no test fails for its speed. All windows are fixed and keep the world's time;
   * {@link #active} shows which limits there are, and the guide on testing explains them. Does
   * nothing while they are on.
   *
   * @return how many faults were planted
   */
  int useVendorRateLimits();

  /**
   * The fault of that id. One that has fired often enough is found as well, until a hundred others
   * have; one that was removed is not.
   */
  Optional<Fault> find(String id);

  /** All faults that can still fire, or hold requests now; oldest first. */
  List<Fault> active();

  /** Removes all faults and releases all held requests. */
  void clear();

  /**
   * How often a fault fires, and what it does. Fires without limit unless {@link #times} is set.
   */
  interface Builder {
    /** Fires at most {@code count} times. */
    Builder times(int count);

    /** Leaves the first {@code count} matching requests alone. */
    Builder after(int count);

    /**
     * Fires at every {@code nth} matching request only, for example at the second, fourth and
     * sixth; with {@link #after}, of those that come then.
     */
    Builder every(int nth);

    /** Adds a header to the response of {@link #respond} and {@link #rateLimit}. */
    Builder header(String name, String value);

    /**
     * Does what {@code effect} says.
     *
     * @return the fault; {@link HeldRequests} if it holds
     */
    Fault plant(FaultEffect effect);

    /** Answers with {@code status} and the provider's own error body; nothing is processed. */
    Fault respond(int status);

    /**
     * Answers with anything at all, for example with the page of a proxy; nothing is processed.
     *
     * @param status 200 to 599
     */
    Fault respond(int status, String contentType, String body);

    /**
     * Lets {@code requests} pass in each window of time, by the world's clock, and answers the
     * others with 429, the provider's own error body and {@code Retry-After}, in whole seconds
     * until the window ends. A window begins with its first request. {@link #times} bounds how many
     * are refused; {@link #every} makes no sense here.
     */
    Fault rateLimit(int requests, Duration per);

    /** Closes the connection without a response; nothing is processed. */
    Fault drop();

    /** Processes the request and then closes the connection: the lost response. */
    Fault dropAfterProcessing();

    /** Processes the request and sends the first half of the body. */
    Fault truncate();

    /** Processes the request and labels the response with another content type. */
    Fault contentType(String contentType);

    /** Waits for {@code time} of real time, then processes the request. */
    Fault delay(Duration time);

    /** As {@link #hold(Duration)} with {@link #LONGEST_HOLD}. */
    HeldRequests hold();

    /**
     * Makes requests wait until they are released, then processes them. Requests that wait do not
     * keep others of this or another world waiting.
     *
     * @param longest of real time, from now on, after which it releases by itself
     */
    HeldRequests hold(Duration longest);
  }
}
