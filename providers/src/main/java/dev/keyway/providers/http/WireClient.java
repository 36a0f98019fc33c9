package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.WireEvent;
import dev.keyway.spi.ProviderContext;
import feign.Client;
import feign.Request;
import feign.Response;
import feign.hc5.ApacheHttp5Client;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and reads its whole answer within the call's deadline, and reports it. What
 * can't be sent or does not come back whole is an {@link AuthException}.
 */
final class WireClient implements Client, AutoCloseable {

  private static final int MAX_BODY = 1 << 20;

  /** To begin with, where no content-length says how much comes. */
  private static final int UNTOLD = 1024;

  private final String provider;
  private final ProviderContext context;
  private final CommonHeaders common;
  private final Dialect dialect;
  private final AbortableHttpClient http;
  private final Client feign;
  private final CallWatch watch = new CallWatch();

  WireClient(
      String provider,
      ProviderContext context,
      Network network,
      CommonHeaders common,
      Dialect dialect) {
    this.http = new AbortableHttpClient(network);
    this.feign = new ApacheHttp5Client(http);
    this.provider = provider;
    this.context = context;
    this.common = common;
    this.dialect = dialect;
  }

  @Override
  public Response execute(Request own, Request.Options ignored) {
    Route route = Route.of(own);
    Request request = common.on(own);
    refuseUnfitHeaders(request);
    try {
      return send(request, route);
    } catch (AuthException e) {
      boolean again =
          e.code() == ErrorCode.CONNECTION_FAILED
              && route.method().equals("GET")
              && !CallScope.current().expired();
      if (!again) {
        throw e;
      }
      return send(request, route);
    }
  }

  private Response send(Request request, Route route) {
    CallScope scope = CallScope.current();
    scope.begin();
    WireFailures failures = new WireFailures(provider, route, scope.effectBefore());
    if (Thread.currentThread().isInterrupted()) {
      throw failures.interrupted();
    }
    if (scope.expired()) {
      throw failures.late();
    }
    long start = System.nanoTime();
    CallWatch.Watched watched = watch.begin(scope);
    Response head = null;
    VendorResponse response = null;
    try {
      head = feign.execute(request, options(scope));
      // Before the body is read: whatever happens from here on, the request was processed.
      scope.sent(route);
      byte[] body = whole(head, scope);
      response = response(head, request, route, body, scope);
      if (body.length > MAX_BODY) {
        throw response.invalid("with more than " + MAX_BODY + " bytes");
      }
      if (response.isEncoded()) {
        throw response.invalid("in a content-encoding that was not asked for");
      }
      scope.response(response);
      // Its body is read: decoders take it from the scope.
      return head;
    } catch (IOException e) {
      AuthException failure = failures.of(e, head != null, scope.expired());
      if (failure.code() != ErrorCode.CONNECTION_FAILED) {
        scope.sent(route);
      }
      throw failure;
    } finally {
      // While it is still watched: closing reads what is left of the answer.
      close(head);
      watched.end();
      scope.request(null);
      report(route, head, response, Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private VendorResponse response(
      Response head, Request request, Route route, byte[] body, CallScope scope) {
    return new VendorResponse(
        provider,
        route,
        dialect,
        context.clock(),
        head.status(),
        head.headers(),
        body,
        request.body() == null ? new byte[0] : request.body(),
        scope.effectBefore());
  }

  private void report(
      Route route, @Nullable Response head, @Nullable VendorResponse response, Duration duration) {
    context
        .observer()
        .onWire(
            new WireEvent(
                provider,
                route.method(),
                route.template(),
                head == null ? OptionalInt.empty() : OptionalInt.of(head.status()),
                duration,
                response == null ? Optional.empty() : response.requestId()));
  }

  private static Request.Options options(CallScope scope) {
    long left = Math.max(1, scope.remaining().toMillis());
    return new Request.Options(left, TimeUnit.MILLISECONDS, left, TimeUnit.MILLISECONDS, false);
  }

  private static byte[] whole(Response response, CallScope scope) throws IOException {
    if (response.body() == null) {
      return new byte[0];
    }
    Integer told = response.body().length();
    int size = told == null || told < 0 ? UNTOLD : Math.min(told, MAX_BODY) + 1;
    ByteArrayOutputStream body = new ByteArrayOutputStream(size);
    byte[] buffer = new byte[Math.min(size, 8192)];
    try (InputStream in = response.body().asInputStream()) {
      int read;
      while (body.size() <= MAX_BODY && (read = in.read(buffer)) >= 0) {
        body.write(buffer, 0, read);
      }
      if (body.size() > MAX_BODY) {
        scope.abort();
      }
    } catch (IOException e) {
      if (body.size() <= MAX_BODY) {
        throw e;
      }
      // The rest is not waited for.
    }
    return body.toByteArray();
  }

  /** A line break in a header would be a second header. */
  private static void refuseUnfitHeaders(Request request) {
    for (Collection<String> values : request.headers().values()) {
      for (String value : values) {
        for (int i = 0; i < value.length(); i++) {
          if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
            throw AuthException.of(
                ErrorCode.INVALID_ARGUMENT,
                "An argument that is sent as a header has characters that no header may have");
          }
        }
      }
    }
  }

  private static void close(@Nullable Response response) {
    if (response != null) {
      response.close();
    }
  }

  @Override
  public void close() {
    watch.close();
    http.close(CloseMode.GRACEFUL);
  }
}
