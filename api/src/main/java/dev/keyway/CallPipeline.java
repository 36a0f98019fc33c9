package dev.keyway;

import dev.keyway.internal.UnexpectedFailure;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.NativeCalls;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * The way every call takes to the provider: open, capable, observed; and only {@link AuthException}
 * comes back.
 */
final class CallPipeline implements NativeCalls {

  private final String provider;
  private final Set<Capability> capabilities;
  private final AuthObserver observer;
  private final AtomicBoolean closed = new AtomicBoolean();

  CallPipeline(AuthProvider provider, AuthObserver observer) {
    this.provider = provider.id();
    Set<Capability> declared = EnumSet.noneOf(Capability.class);
    declared.addAll(provider.capabilities());
    this.capabilities = Collections.unmodifiableSet(declared);
    this.observer = observer;
  }

  boolean supports(Capability capability) {
    return capabilities.contains(capability);
  }

  /** In the order of the enum. */
  Set<Capability> capabilities() {
    return capabilities;
  }

  /** True the first time. */
  boolean close() {
    return closed.compareAndSet(false, true);
  }

  @Override
  public <T> T call(String operation, Options options, Supplier<T> body) {
    return call(operation, Arguments.notNull(options, "options")).get(body);
  }

  Call call(String operation, Options options) {
    ensureOpen();
    return new Call(operation).needs(OptionCapabilities.of(options));
  }

  AuthException unsupported(String what) {
    return AuthException.of(
        ErrorCode.UNSUPPORTED, "The provider " + provider + " does not support " + what);
  }

  void ensureOpen() {
    if (closed.get()) {
      throw AuthException.of(ErrorCode.CLIENT_CLOSED, "The client is closed");
    }
  }

  /** One call on its way. */
  final class Call {

    private final String operation;

    private Call(String operation) {
      this.operation = operation;
    }

    Call needs(Capability capability) {
      if (!supports(capability)) {
        throw missing(capability);
      }
      return this;
    }

    Call needs(Set<Capability> all) {
      all.forEach(this::needs);
      return this;
    }

    Call needsOneOf(Capability... alternatives) {
      if (Arrays.stream(alternatives).noneMatch(CallPipeline.this::supports)) {
        throw missing(alternatives[0]);
      }
      return this;
    }

    private AuthException missing(Capability capability) {
      return unsupported(capability + " (" + operation + ")");
    }

    void run(Runnable body) {
      get(
          () -> {
            body.run();
            return this;
          });
    }

    <T> T get(Supplier<T> body) {
      CallEnd end = observer.onCallStart(new CallStart(provider, operation));
      long start = System.nanoTime();
      Optional<ErrorCode> failure = Optional.of(ErrorCode.UNKNOWN);
      try {
        T result = body.get();
        failure = Optional.empty();
        return result;
      } catch (AuthException e) {
        failure = Optional.of(e.code());
        throw e;
      } catch (RuntimeException e) {
        throw AuthException.of(
            ErrorCode.UNKNOWN,
            "The provider " + provider + " failed unexpectedly in " + operation,
            Retry.OUTCOME_UNKNOWN,
            new UnexpectedFailure(e));
      } finally {
        // Also of an Error: what was put in scope at the start must not stay there.
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        CallEvent event = new CallEvent(provider, operation, duration, failure);
        end.ended(event);
        observer.onCall(event);
      }
    }
  }
}
