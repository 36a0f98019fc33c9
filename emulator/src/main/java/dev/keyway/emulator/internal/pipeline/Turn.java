package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.http.Response;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A request that is to be answered, once.
 *
 * @param mayTakeLong whether a thread that others wait for must not do it
 * @param answer answers it; empty when a fault wants the connection closed without a response
 */
public record Turn(BooleanSupplier mayTakeLong, Supplier<Optional<Response>> answer) {}
