package dev.keyway;

/**
 * Sees every call and every request behind it: for metrics, traces and logs. Nothing it is given
 * holds a secret. A call that never reached the provider (its arguments were refused, the provider
 * does not support it, the client is closed) is not reported.
 *
 * <p>It is called on the thread of the call, so it should be quick; what it throws is logged and
 * dropped.
 */
public interface AuthObserver {

  /** A call of the neutral interfaces ended. */
  default void onCall(CallEvent event) {}

  /** A request to the provider ended, with an answer or without. */
  default void onWire(WireEvent event) {}
}
