package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.http.Response;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A request whose place is known and which has not been processed.
 *
 * @param world the world it belongs to; null when it names none that exists
 * @param operation operation id; {@code <provider>.unknown} when no route matched
 * @param template path template; the path itself when no route matched
 * @param pages which web pages may send it; empty where it needs a key that is a secret
 * @param mayTakeLong whether its answer may be long in coming, though nothing was asked to delay it
 * @param process answers it; never throws
 * @param failure the provider's error body for a status that a fault asks for
 */
public record RoutedRequest(
    @Nullable WorldContext world,
    String operation,
    String template,
    Optional<Pages> pages,
    BooleanSupplier mayTakeLong,
    Supplier<Response> process,
    IntFunction<Response> failure) {}
