package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * One call of the neutral interfaces on its thread: the deadline that all of its requests share,
 * and whether one of them may have changed something already.
 */
final class CallScope {

  private static final ThreadLocal<CallScope> CURRENT = new ThreadLocal<>();

  private final long deadline;
  private boolean effect;
  private boolean effectBefore;
  private volatile @Nullable Cancellable request;
  private @Nullable VendorResponse response;

  private CallScope(long deadline) {
    this.deadline = deadline;
  }

  /** A scope within another one never ends later than that one, and shares its memory. */
  static <T> T within(Duration timeout, Supplier<T> body) {
    CallScope outer = CURRENT.get();
    if (outer != null) {
      return body.get();
    }
    CallScope scope = new CallScope(System.nanoTime() + nanos(timeout));
    CURRENT.set(scope);
    try {
      return body.get();
    } catch (AuthException e) {
      throw scope.isOfResponse(e) ? scope.response().invalid("with an unfit value") : e;
    } finally {
      CURRENT.remove();
    }
  }

  /**
   * Whether it is a value of a response that a neutral type refused. Callers' arguments are checked
   * before the first request, and what the vendor says of them has the vendor's own error.
   */
  private boolean isOfResponse(AuthException e) {
    return response != null
        && e.code() == ErrorCode.INVALID_ARGUMENT
        && e.providerError().isEmpty();
  }

  static CallScope current() {
    CallScope scope = CURRENT.get();
    if (scope == null) {
      throw new IllegalStateException("A request outside of a call");
    }
    return scope;
  }

  /** What is left of the call on this thread, at most this long; without one, this long. */
  static Duration remaining(Duration timeout) {
    CallScope scope = CURRENT.get();
    if (scope == null) {
      return timeout;
    }
    Duration left = scope.remaining().isNegative() ? Duration.ZERO : scope.remaining();
    return left.compareTo(timeout) < 0 ? left : timeout;
  }

  Duration remaining() {
    return Duration.ofNanos(deadline - System.nanoTime());
  }

  boolean expired() {
    return deadline - System.nanoTime() <= 0;
  }

  void begin() {
    response = null;
    effectBefore = effect;
  }

  /** Whether a request before the latest one, in the same call, may have changed something. */
  boolean effectBefore() {
    return effectBefore;
  }

  void sent(Route route) {
    effect |= !route.reads();
  }

  /** The request that is on its way now, as far as the watch may abort it. */
  void request(@Nullable Cancellable request) {
    this.request = request;
  }

  /** The latest request's response has come back whole. */
  void response(VendorResponse response) {
    this.response = response;
  }

  /** The response that the latest request got; Feign reads it on the same thread. */
  VendorResponse response() {
    if (response == null) {
      throw new IllegalStateException("No response came back");
    }
    return response;
  }

  void abort() {
    Cancellable underway = request;
    if (underway != null) {
      underway.cancel();
    }
  }

  private static long nanos(Duration timeout) {
    // Beyond a century nanoTime() could wrap around.
    return timeout.compareTo(Duration.ofDays(36_500)) > 0
        ? Duration.ofDays(36_500).toNanos()
        : timeout.toNanos();
  }
}
