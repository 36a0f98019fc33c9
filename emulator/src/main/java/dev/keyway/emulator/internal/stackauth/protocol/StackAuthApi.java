package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dagger.Lazy;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.pipeline.NeutralCodes;
import dev.keyway.emulator.internal.pipeline.NotImplemented;
import dev.keyway.emulator.internal.pipeline.Pages;
import dev.keyway.emulator.internal.pipeline.RequestSubject;
import dev.keyway.emulator.internal.pipeline.RoutedRequest;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.AnswerLoop;
import dev.keyway.emulator.internal.route.ApiDocument;
import dev.keyway.emulator.internal.stackauth.state.AccessTokenClaims;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.Session;
import dev.keyway.emulator.internal.token.KeyPool;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stack Auth's protocol, in the service's order: method, body, authentication, access type, schema,
 * handler. The first failure wins.
 */
public final class StackAuthApi implements VendorApi {
  /** All versions are the same handlers for everything that is emulated. */
  private static final Pattern VERSIONED = Pattern.compile("/api/(?:v1|latest|v2beta[1-5])(/.*)?");

  private static final String PREFIX = "/api/v1";
  private static final int REQUEST_ID_LENGTH = 16;

  private static final NeutralCodes NEUTRAL = NeutralCodes.beside(StackAuthApi.class);

  private final AnswerLoop loop = new AnswerLoop("stackauth");

  private final ProjectLocator locator;
  private final Authenticator authenticator;
  private final AccessTokens tokens;
  private final Randomness random;
  private final Wording wording;
  private final Lazy<StackAuthRoutes> routes;

  @Inject
  StackAuthApi(
      ProjectLocator locator,
      Authenticator authenticator,
      AccessTokens tokens,
      Randomness random,
      Wording wording,
      Lazy<StackAuthRoutes> routes) {
    this.locator = locator;
    this.authenticator = authenticator;
    this.tokens = tokens;
    this.random = random;
    this.wording = wording;
    this.routes = routes;
  }

  @Override
  public String provider() {
    return "stackauth";
  }

  @Override
  public Optional<String> whereabouts() {
    return Optional.of("Stack Auth's API is under /api/v1.");
  }

  @Override
  public boolean owns(String path) {
    // Inbucket, the mail server of the development stack, has an API under the same prefix.
    return (path.startsWith("/api/") && !path.startsWith("/api/v1/mailbox/"))
        || path.equals("/api")
        || path.equals("/health");
  }

  @Override
  public void prepare() {
    KeyPool.P256.prepare();
    routes.get().all().match("POST", PREFIX + "/auth/password/sign-in");
  }

  @Override
  public List<Operation> operations() {
    return routes.get().all().operations();
  }

  @Override
  public Set<String> operationIds() {
    return routes.get().all().operationIds();
  }

  @Override
  public Optional<ApiDocument> document() {
    return Optional.of(new ApiDocument(StackAuthDescription.get(), routes.get().all()));
  }

  @Override
  public List<EmulatedError> errors() {
    return Arrays.stream(KnownError.values()).map(error -> error.describe(provider())).toList();
  }

  @Override
  public Optional<String> neutralCode(String operation, Response response) {
    return NEUTRAL.of(operation, response);
  }

  @Override
  public RoutedRequest route(Request request) {
    StackAuthHeaders headers = new StackAuthHeaders(request);
    RouteTable.Match<StackAuthEndpoint> match = match(request);
    StackAuthProject project = locator.locate(request, headers, match);
    WorldContext world = project == null ? null : project.context();
    return new RoutedRequest(
        world,
        match.found().map(Route::operation).orElse("stackauth.unknown"),
        match.found().map(Route::template).orElse(request.path()),
        Optional.ofNullable(project).flatMap(StackAuthApi::pages),
        () -> project == null || project.mayTakeLong(),
        () -> answer(request, headers, match, project),
        status -> finish(fault(status), request, headers));
  }

  private static Optional<Pages> pages(StackAuthProject project) {
    return project.credentials().published()
        ? Optional.of(
            new Pages(
                origin ->
                    Urls.absolute(origin)
                        .filter(uri -> !UrlHost.of(uri).isEmpty())
                        .filter(uri -> TrustedDomains.include(project.settings(), uri))
                        .isPresent(),
                ", or add the page's origin to the project's trusted domains"))
        : Optional.empty();
  }

  private RouteTable.Match<StackAuthEndpoint> match(Request request) {
    if (request.path().equals("/health")) {
      return routes.get().all().match(request.method(), "/health");
    }
    // What nearly everybody asks, and the catalogue lists.
    if (request.path().startsWith(PREFIX + "/")) {
      return routes.get().all().match(request.method(), request.path());
    }
    Matcher versioned = VERSIONED.matcher(request.path());
    if (!versioned.matches()) {
      return new RouteTable.Unknown<>();
    }
    String path = versioned.group(1);
    return routes.get().all().match(request.method(), PREFIX + (path == null ? "/" : path));
  }

  private Response answer(
      Request request,
      StackAuthHeaders headers,
      RouteTable.Match<StackAuthEndpoint> match,
      @Nullable StackAuthProject project) {
    return loop.answer(
        request,
        project == null ? null : project.lock(),
        () -> {
          try {
            Response response = wording.applied(process(request, headers, match, project));
            return finish(tell(request, headers, match, project, response), request, headers);
          } catch (StackAuthFailure failure) {
            Response response = wording.applied(failure.response(headers));
            return finish(tell(request, headers, match, project, response), request, headers);
          }
        },
        () -> finish(fault(500), request, headers));
  }

  private Response tell(
      Request request,
      StackAuthHeaders headers,
      RouteTable.Match<StackAuthEndpoint> match,
      @Nullable StackAuthProject project,
      Response response) {
    return project == null
        ? response
        : new RequestSubject(project.users())
            .tell(
                RequestSubject.body(request),
                () -> named(match).or(() -> signedIn(headers, project)),
                response);
  }

  /** The user whom the path names. */
  private static Optional<String> named(RouteTable.Match<StackAuthEndpoint> match) {
    return match instanceof RouteTable.Found<StackAuthEndpoint> found
        ? Optional.ofNullable(found.parameters().get("user_id")).filter(id -> !id.equals("me"))
        : Optional.empty();
  }

  /** Whom the tokens of a request belong to. */
  private Optional<String> signedIn(StackAuthHeaders headers, StackAuthProject project) {
    return headers
        .get("access-token")
        .flatMap(token -> tokens.genuine(token, project.id()))
        .map(AccessTokenClaims::userId)
        .or(
            () ->
                headers
                    .get("refresh-token")
                    .flatMap(project.sessions()::byToken)
                    .map(Session::userId));
  }

  private Response process(
      Request request,
      StackAuthHeaders headers,
      RouteTable.Match<StackAuthEndpoint> match,
      @Nullable StackAuthProject project) {
    if (request.method().equals("OPTIONS")) {
      return StackAuthResponses.preflight();
    }
    if (HttpMethod.named(request.method()).isEmpty()) {
      throw StackAuthFailure.text(405, "Method not allowed");
    }
    if (match instanceof RouteTable.WrongMethod<StackAuthEndpoint>) {
      return Response.empty(405);
    }
    if (request.path().endsWith("/")) {
      return withoutTrailingSlash(request);
    }
    if (match instanceof RouteTable.Found<StackAuthEndpoint> found
        && found.route().endpoint() == null) {
      return Response.text(501, hint(found.route().operation()));
    }
    Optional<JsonNode> body = RequestBody.parse(request);
    Caller caller = authenticator.authenticate(headers);
    if (match instanceof RouteTable.Found<StackAuthEndpoint> found) {
      StackAuthEndpoint endpoint = found.route().endpoint();
      if (endpoint != null) {
        return endpoint
            .handler()
            .answer(endpoint.accept(request, headers, found.parameters(), body, caller, project));
      }
    }
    throw StackAuthFailure.text(
        404, "404: there is nothing at this address.\n\nYou asked for: " + request.path());
  }

  /** Inferred: the framework under the service redirects like this. */
  private static Response withoutTrailingSlash(Request request) {
    String path = request.path().replaceAll("/+$", "");
    String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
    return Response.empty(308).withLocation(path + query);
  }

  private Response finish(Response response, Request request, StackAuthHeaders headers) {
    return StackAuthResponses.finish(
        response, request, headers, random.alphanumeric(REQUEST_ID_LENGTH));
  }

  /** What the service, or the firewall before it, says without having a code for it. */
  private static Response fault(int status) {
    return switch (status) {
      case 429 -> Response.json(429, Json.object().put("message", "Too many requests"));
      case 500 -> Response.text(500, StackAuthResponses.WENT_WRONG);
      default -> Response.text(status, "HTTP " + status);
    };
  }

  private static String hint(String operation) {
    return NotImplemented.hint(
        operation,
        operation.startsWith("stackauth.cli.")
            ? "use a sign-in by password or code."
            : NotImplemented.NOTHING_INSTEAD);
  }
}
