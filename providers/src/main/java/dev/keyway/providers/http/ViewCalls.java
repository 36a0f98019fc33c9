package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Options;
import dev.keyway.spi.NativeCalls;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of a provider's own view: guarded as neutral ones are, each within its timeout. */
public final class ViewCalls {

  private final NativeCalls guard;
  private final Transport transport;

  public ViewCalls(NativeCalls guard, Transport transport) {
    this.guard = guard;
    this.transport = transport;
  }

  /** Runs a call: all that it sends ends within the options' timeout. */
  public <T> T call(String operation, Options options, Supplier<T> body) {
    notNull(options, "options");
    return guard.call(operation, options, () -> transport.call(options, body));
  }

  /** {@link #call} without a result. */
  public void run(String operation, Options options, Runnable body) {
    call(
        operation,
        options,
        () -> {
          body.run();
          return this;
        });
  }

  /**
   * The argument.
   *
   * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT}, naming it, if there is none
   */
  public static <T> T notNull(@Nullable T value, String argument) {
    if (value == null) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, argument + " must not be null");
    }
    return value;
  }
}
