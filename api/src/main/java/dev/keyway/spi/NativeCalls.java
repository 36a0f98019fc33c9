package dev.keyway.spi;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Options;
import java.util.function.Supplier;

/**
 * The way that a call of a provider's own view takes, which is that of every neutral call: it fails
 * with {@link ErrorCode#CLIENT_CLOSED} once the client is closed and with {@link
 * ErrorCode#UNSUPPORTED} for an option that the provider does not have, observers see its start and
 * its end, and only {@link AuthException}s come out.
 *
 * @see AuthProvider#unwrap
 */
public interface NativeCalls {

  /**
   * Runs one call.
   *
   * @param operation what observers are told, such as {@code stytch.wallets.start}
   * @param options of the caller, who gave no null
   * @param body what is done; bounding it by the options' timeout is the provider's
   * @return what the body returns
   */
  <T> T call(String operation, Options options, Supplier<T> body);
}
