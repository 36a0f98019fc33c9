package dev.keyway;

/**
 * Sees every call and every request behind it: for metrics, traces and logs. Nothing it is given
 * holds a secret. A call that never reached the provider (its arguments were refused, the provider
 * does not support it, the client is closed) is not reported.
 *
 * <p>All of it is called on the thread of the call ({@link AuthClient#async} runs calls on threads
 * of its executor), in this order: {@link #onCallStart}, {@link #onWire} for each request that the
 * call sends, tries that are repeated among them, the {@link CallEnd} that the start returned, and
 * {@link #onCall}. It should be quick; what it throws is logged and dropped.
 */
public interface AuthObserver {

  /**
   * A call begins. Whatever is put in scope here, such as a span, is in scope while the call runs.
   *
   * @return told when this call ends. Default: nothing is done then
   */
  default CallEnd onCallStart(CallStart call) {
    return CallEnd.nothing();
  }

  /** A call of the neutral interfaces ended. */
  default void onCall(CallEvent event) {}

  /** A request to the provider ended, with an answer or without. */
  default void onWire(WireEvent event) {}
}
