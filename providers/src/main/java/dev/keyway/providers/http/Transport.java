package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Options;
import dev.keyway.Retry;
import dev.keyway.spi.ProviderContext;
import feign.Feign;
import feign.FeignException;
import feign.InvocationHandlerFactory.MethodHandler;
import feign.Request;
import feign.RequestTemplate;
import feign.Retryer;
import feign.codec.DecodeException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's API: makes clients from Feign interfaces, and bounds what one neutral call sends.
 *
 * <p>A method of such an interface that takes a body sends JSON, one without sends none and no
 * content type. What it returns is read from JSON: records are checked for their required
 * components; {@code String} gives the JSON text as it came; {@code void} wants the vendor's word
 * that it is done ({@link Dialect#objection}). Failures are {@link AuthException}s or what {@link
 * Dialect#failure} makes of them; nothing of Feign's or the HTTP client's comes through.
 */
public final class Transport implements AutoCloseable {

  private final ProviderContext context;
  private final String provider;
  private final WireClient wire;
  private final Feign feign;
  private final Dialect dialect;

  /**
   * Opens the connection pool; sends nothing.
   *
   * @param provider the provider's id, for events and messages
   * @param baseUrl where the vendor's API is, without a slash at the end
   * @param headers what every request carries, such as the project's credentials
   * @param dialect reads the vendor's errors
   */
  public Transport(
      ProviderContext context,
      String provider,
      URI baseUrl,
      Map<String, String> headers,
      Dialect dialect) {
    this.context = context;
    this.provider = provider;
    this.dialect = dialect;
    this.wire =
        new WireClient(
            provider,
            context,
            Network.of(context.config(), baseUrl),
            URI.create(baseUrl.toASCIIString()).getRawPath(),
            new CommonHeaders(headers),
            dialect);
    this.feign =
        Feign.builder()
            .client(wire)
            .retryer(Retryer.NEVER_RETRY)
            .options(new Request.Options())
            .encoder((body, type, request) -> WireJson.ENCODER.encode(body, type, request))
            .decoder((head, type) -> decode(type))
            .errorDecoder((method, head) -> dialect.failure(CallScope.current().response()))
            .invocationHandlerFactory(this::handler)
            .build();
  }

  /** A client for one Feign interface of the vendor. */
  public <A> A api(Class<A> type) {
    return feign.newInstance(new Vendor<>(type));
  }

  /** Runs a neutral call: all that it sends ends within the options' timeout. */
  public <T> T call(Options options, Supplier<T> body) {
    return CallScope.within(context.config().timeout(options), body);
  }

  /** {@link #call} without a result. */
  public void run(Options options, Runnable body) {
    call(
        options,
        () -> {
          body.run();
          return this;
        });
  }

  /**
   * Runs work of the library's own, such as fetching keys: within the neutral call that asked for
   * it, or for at most this long.
   */
  public <T> T within(Duration timeout, Supplier<T> body) {
    return CallScope.within(timeout, body);
  }

  /** What is left of the neutral call that is under way on this thread, or else this long. */
  public Duration remaining(Duration timeout) {
    return CallScope.remaining(timeout);
  }

  /** Ends idle connections at once; requests under way fail. */
  @Override
  public void close() {
    wire.close();
  }

  /** Whom a client speaks to. There is one server, which {@link WireClient} knows. */
  private record Vendor<A>(Class<A> type) implements feign.Target<A> {
    @Override
    public String name() {
      return type.getSimpleName();
    }

    @Override
    public String url() {
      return "";
    }

    @Override
    public Request apply(RequestTemplate request) {
      return request.request();
    }
  }

  private Object decode(Type type) {
    VendorResponse response = CallScope.current().response();
    requireSuccess(response, false);
    if (type == String.class) {
      return response.body();
    }
    try {
      return WireJson.read(response.bytes(), type);
    } catch (WireJson.Mismatch e) {
      throw response.invalid(e.how());
    }
  }

  private void requireSuccess(VendorResponse response, boolean alone) {
    if (response.status() != 200 && response.status() != 201) {
      throw response.invalid("with a status of success that it does not have");
    }
    if (!response.hasJson()) {
      throw response.invalid("without JSON");
    }
    dialect
        .objection(response, alone)
        .ifPresent(
            how -> {
              throw response.invalid(how);
            });
  }

  private InvocationHandler handler(feign.Target<?> target, Map<Method, MethodHandler> methods) {
    return (proxy, method, arguments) -> {
      MethodHandler handler = methods.get(method);
      if (handler == null) {
        return ofObject(target, proxy, method, arguments);
      }
      try {
        Object result = handler.invoke(arguments == null ? new Object[0] : arguments);
        if (method.getReturnType() == void.class) {
          requireSuccess(CallScope.current().response(), true);
        }
        return result;
      } catch (DecodeException e) {
        // Feign wraps what a decoder throws.
        throw e.getCause() instanceof AuthException failure ? failure : unexpected(method, e);
      } catch (FeignException e) {
        throw unexpected(method, e);
      }
    };
  }

  /** Feign's own messages quote URLs and bodies, so they stop here. */
  private AuthException unexpected(Method method, FeignException e) {
    return AuthException.of(
        ErrorCode.UNKNOWN,
        "Sending " + Route.of(method) + " to " + provider + " failed: " + e.getClass().getName(),
        Retry.OUTCOME_UNKNOWN,
        (Throwable) null);
  }

  private static Object ofObject(
      feign.Target<?> target, Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      case "toString" -> target.type().getSimpleName();
      default -> throw new IllegalStateException("Not a wire call: " + method.getName());
    };
  }
}
