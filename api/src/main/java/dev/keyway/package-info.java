/**
 * Provider-neutral authentication: what an application codes against.
 *
 * <p>Start at {@link dev.keyway.AuthClient}. Each area of authentication is an interface of its own
 * ({@link dev.keyway.Passwords}, {@link dev.keyway.Sessions}, {@link dev.keyway.Users}, …) reached
 * from the client. Arguments and results are immutable values of this package. Every failure is an
 * {@link dev.keyway.AuthException} with a stable {@link dev.keyway.ErrorCode}.
 *
 * <p>Unless a method says otherwise: {@code null} is never accepted and never returned; everything
 * is safe for use by several threads; times are {@link java.time.Instant} and {@link
 * java.time.Duration}.
 *
 * <p>Those who write a provider start at {@link dev.keyway.spi}.
 */
@NullMarked
package dev.keyway;

import org.jspecify.annotations.NullMarked;
