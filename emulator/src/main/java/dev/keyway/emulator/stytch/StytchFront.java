package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.core.Directory;
import dev.keyway.emulator.core.Randomness;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Exchange;
import dev.keyway.emulator.http.Front;
import dev.keyway.emulator.http.Route;
import dev.keyway.emulator.http.RouteTable;
import dev.keyway.emulator.http.RoutedRequest;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stytch's protocol: route, credentials, body, handler. The first failure wins. */
final class StytchFront implements Front {
  private static final System.Logger LOG = System.getLogger("dev.keyway.emulator.stytch");

  private final Directory<StytchProject> projects;
  private final Randomness random;
  private final RouteTable<StytchEndpoint> routes;

  @Inject
  StytchFront(Directory<StytchProject> projects, Randomness random, Set<StytchRoutes> areas) {
    this.projects = projects;
    this.random = random;
    StytchRouteTable table = new StytchRouteTable();
    areas.forEach(area -> area.addTo(table));
    this.routes = table.table();
  }

  @Override
  public String provider() {
    return "stytch";
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/v1/") || path.equals("/v1");
  }

  @Override
  public List<Operation> operations() {
    return routes.routes().stream().map(route -> route.describe("")).toList();
  }

  @Override
  public RoutedRequest route(Exchange exchange) {
    RouteTable.Match<StytchEndpoint> match = routes.match(exchange.method(), exchange.path());
    Credentials credentials = Credentials.of(exchange);
    String operation = "stytch.unknown";
    String template = exchange.path();
    Map<String, String> parameters = Map.of();
    if (match instanceof RouteTable.Found<StytchEndpoint> found) {
      operation = found.route().operation();
      template = found.route().template();
      parameters = found.parameters();
    }
    StytchProject project = locate(credentials, parameters, exchange).orElse(null);
    return new RoutedRequest(
        project == null ? null : project.tenant(),
        operation,
        template,
        () -> answer(exchange, match, credentials, project),
        status -> fault(status, Envelope.fresh(random)));
  }

  /** By the project id in the path, by user name, or by the public token in the query. */
  private Optional<StytchProject> locate(
      Credentials credentials, Map<String, String> path, Exchange exchange) {
    return projects
        .find(path.get("project_id"))
        .or(() -> projects.find(credentials.projectId()))
        .or(() -> exchange.query("public_token").flatMap(projects::find));
  }

  private Answer answer(
      Exchange exchange,
      RouteTable.Match<StytchEndpoint> match,
      Credentials credentials,
      @Nullable StytchProject project) {
    Envelope envelope = Envelope.fresh(random);
    if (project != null) {
      project.lock().lock();
    }
    try {
      return process(exchange, match, credentials, project, envelope);
    } catch (StytchFailure failure) {
      return envelope.failure(failure.error(), failure.words());
    } catch (RuntimeException defect) {
      LOG.log(Level.WARNING, "Cannot answer " + exchange, defect);
      return fault(500, envelope);
    } finally {
      if (project != null) {
        project.lock().unlock();
      }
    }
  }

  private static Answer process(
      Exchange exchange,
      RouteTable.Match<StytchEndpoint> match,
      Credentials credentials,
      @Nullable StytchProject project,
      Envelope envelope) {
    if (match instanceof RouteTable.WrongMethod<StytchEndpoint>) {
      throw StytchError.METHOD_NOT_ALLOWED.failure();
    }
    if (!(match instanceof RouteTable.Found<StytchEndpoint> found)) {
      throw StytchError.ROUTE_NOT_FOUND.failure();
    }
    Route<StytchEndpoint> route = found.route();
    StytchEndpoint endpoint = route.endpoint();
    if (endpoint == null) {
      return envelope.failure(
          501,
          "not_built_in_emulator",
          "This emulator does not have " + route.operation() + " yet.");
    }
    if (endpoint.credentials()) {
      credentials.check(project);
    }
    if (project == null) {
      throw StytchError.PROJECT_NOT_FOUND.failure();
    }
    ObjectNode body = RequestBody.read(exchange);
    return endpoint
        .handler()
        .answer(new StytchCall(exchange, project, found.parameters(), body, envelope));
  }

  private static Answer fault(int status, Envelope envelope) {
    StytchError error =
        switch (status) {
          case 400 -> StytchError.BAD_REQUEST;
          case 401 -> StytchError.UNAUTHORIZED_CREDENTIALS;
          case 404 -> StytchError.ROUTE_NOT_FOUND;
          case 429 -> StytchError.TOO_MANY_REQUESTS;
          case 503 -> StytchError.SERVER_UNAVAILABLE;
          case 504 -> StytchError.SEARCH_TIMEOUT;
          default -> StytchError.INTERNAL_SERVER_ERROR;
        };
    return envelope.failure(status, error.type(), error.message());
  }
}
