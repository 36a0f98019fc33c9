package dev.keyway.conformance;

import java.time.Duration;
import java.util.Optional;

/** Trouble on the way of requests. Each fault hits one request, the next that is sent. */
public interface BadNetwork {

  /** The next request is answered with this status and the provider's own error body. */
  void status(int status);

  /** The next request is answered with 429, and with a {@code Retry-After} if one is given. */
  void tooManyRequests(Optional<Duration> retryAfter);

  /** The next request is not processed, and its connection breaks. */
  void dropBefore();

  /** The next request is processed, and its connection breaks before the answer. */
  void dropAfter();

  /** The next request is processed and its answer cut off in the middle. */
  void truncate();

  /** The next request is processed and its answer called a web page. */
  void webPage();

  /** All requests wait from now on until they are released. */
  Held hold();

  /** Requests that wait. */
  interface Held {

    /**
     * Blocks until so many requests wait.
     *
     * @throws AssertionError when they do not come within some seconds
     */
    void awaitArrival(int count);

    /** Lets all of them go on, and all later ones. */
    void release();
  }
}
