package dev.keyway.providers.http;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.WireEvent;
import dev.keyway.spi.ProviderContext;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and reads its whole answer within the call's deadline, and reports it. What
 * can't be sent or does not come back whole is an {@link AuthException}.
 */
final class WireClient implements Client, AutoCloseable {

  private static final int MAX_BODY = 1 << 20;

  private static final byte[] EMPTY = {};
  private static final HttpEntity NOTHING = new ByteArrayEntity(EMPTY, null);

  private final String provider;
  private final ProviderContext context;
  private final String basePath;
  private final CommonHeaders common;
  private final Dialect dialect;
  private final AbortableHttpClient http;
  private final CallWatch watch = new CallWatch();

  WireClient(
      String provider,
      ProviderContext context,
      Network network,
      String basePath,
      CommonHeaders common,
      Dialect dialect) {
    this.http = new AbortableHttpClient(network);
    this.provider = provider;
    this.context = context;
    this.basePath = basePath;
    this.common = common;
    this.dialect = dialect;
  }

  @Override
  public Response execute(Request request, Request.Options ignored) {
    Route route = Route.of(request);
    if (!common.areFit(request.headers())) {
      throw AuthException.of(
          ErrorCode.INVALID_ARGUMENT,
          "An argument that is sent as a header has characters that no header may have");
    }
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
    ClassicHttpResponse head = null;
    VendorResponse response = null;
    try {
      head = http.execute(written(request), timeout(scope));
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
      // Decoders take the rest from the scope.
      return Response.builder().status(response.status()).request(request).build();
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

  private VendorRequest written(Request request) {
    VendorRequest written = http.request(request.httpMethod().name(), basePath + request.url());
    byte[] body = request.body();
    common.on(written, request.headers(), body != null);
    written.setEntity(body == null ? NOTHING : new ByteArrayEntity(body, null));
    return written;
  }

  private VendorResponse response(
      ClassicHttpResponse head, Request request, Route route, byte[] body, CallScope scope) {
    return new VendorResponse(
        provider,
        route,
        dialect,
        context.clock(),
        head.getCode(),
        head,
        body,
        request.body() == null ? EMPTY : request.body(),
        scope.effectBefore());
  }

  private void report(
      Route route,
      @Nullable ClassicHttpResponse head,
      @Nullable VendorResponse response,
      Duration duration) {
    context
        .observer()
        .onWire(
            new WireEvent(
                provider,
                route.method(),
                route.template(),
                head == null ? OptionalInt.empty() : OptionalInt.of(head.getCode()),
                duration,
                response == null ? Optional.empty() : response.requestId()));
  }

  private static Timeout timeout(CallScope scope) {
    return Timeout.ofMilliseconds(Math.max(1, scope.remaining().toMillis()));
  }

  /** At most one byte more than there may be. */
  private static byte[] whole(ClassicHttpResponse response, CallScope scope) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null) {
      return EMPTY;
    }
    long told = entity.getContentLength();
    int most = told < 0 ? MAX_BODY + 1 : (int) Math.min(told, MAX_BODY + 1);
    InputStream in = entity.getContent();
    byte[] body = in.readNBytes(most);
    if (body.length > MAX_BODY) {
      // The rest is not waited for.
      scope.abort();
    } else {
      in.close();
    }
    return body;
  }

  private static void close(@Nullable ClassicHttpResponse response) {
    if (response == null) {
      return;
    }
    try {
      response.close();
    } catch (IOException e) {
      // Its body was read, or its call has failed already.
    }
  }

  @Override
  public void close() {
    watch.close();
    http.close();
  }
}
