package dev.keyway.spi;

import dev.keyway.AuthConfig;
import dev.keyway.AuthObserver;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * What a provider is made from, and the only sources of time and randomness it uses.
 *
 * @param config the configuration
 * @param clock the time
 * @param random secure randomness
 * @param observer sees each request; a provider reports them through {@link AuthObserver#onWire}.
 *     Never throws.
 */
public record ProviderContext(
    AuthConfig config, Clock clock, SecureRandom random, AuthObserver observer) {}
