package dev.keyway.emulator.internal.control;

import dagger.Lazy;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.ConflictException;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.admin.AdminEndpoint;
import dev.keyway.emulator.internal.admin.AdminError;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.seed.SeedException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The control API. Whoever starts the emulator as a process asks for its health again and again
 * until it answers, so that does not wait for the other routes to be put together.
 */
final class ControlApi implements AdminEndpoint {
  static final String BASE = "/_emulator";

  private final RouteTable<Endpoint> health;
  private final Lazy<Set<ControlRoutes>> areas;
  private @Nullable RouteTable<Endpoint> all;

  @Inject
  ControlApi(HealthRoutes health, Lazy<Set<ControlRoutes>> areas) {
    this.health = table(health.endpoints());
    this.areas = areas;
  }

  private synchronized RouteTable<Endpoint> all() {
    RouteTable<Endpoint> known = all;
    if (known == null) {
      List<Endpoint> endpoints = new ArrayList<>();
      areas.get().forEach(area -> endpoints.addAll(area.endpoints()));
      endpoints.sort(Comparator.comparing(Endpoint::template).thenComparing(Endpoint::method));
      endpoints.add(OpenApi.endpoint(endpoints));
      known = table(endpoints);
      all = known;
    }
    return known;
  }

  private static RouteTable<Endpoint> table(List<Endpoint> endpoints) {
    RouteTable<Endpoint> table = new RouteTable<>();
    for (Endpoint endpoint : endpoints) {
      table.add(
          new Route<>(
              endpoint.method(),
              BASE + endpoint.template(),
              "control." + endpoint.id(),
              Provenance.DOCUMENTED,
              endpoint));
    }
    return table;
  }

  private RouteTable.Match<Endpoint> match(Request request) {
    RouteTable.Match<Endpoint> first = health.match(request.routeMethod(), request.path());
    return first instanceof RouteTable.Unknown<Endpoint>
        ? all().match(request.routeMethod(), request.path())
        : first;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(BASE) || path.startsWith(BASE + "/");
  }

  @Override
  public int order() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Response answer(Request request, AuthEmulator emulator) {
    try {
      return dispatch(request, emulator)
          .withHeader("cache-control", "no-store")
          .withHeader("x-content-type-options", "nosniff");
    } catch (ControlFailure e) {
      return e.response();
    } catch (UnknownIdException e) {
      return ControlFailure.notFound(String.valueOf(e.getMessage())).response();
    } catch (ConflictException e) {
      return ControlFailure.conflict("conflict", String.valueOf(e.getMessage())).response();
    } catch (SeedException e) {
      return refused(e).response();
    } catch (IllegalArgumentException e) {
      // The handle's own refusals speak of what the caller sent, and name no secret.
      return ControlFailure.invalid(String.valueOf(e.getMessage())).response();
    }
  }

  private static ControlFailure refused(SeedException mistake) {
    String message = String.valueOf(mistake.getMessage());
    return mistake.field().isEmpty()
        ? ControlFailure.invalid(message)
        : ControlFailure.invalid(mistake.field(), message);
  }

  private Response dispatch(Request request, AuthEmulator emulator) {
    RouteTable.Match<Endpoint> match = match(request);
    if (match instanceof RouteTable.WrongMethod<Endpoint> wrong) {
      String allowed = wrong.allow();
      return AdminError.response(405, "method_not_allowed", "This path has the methods " + allowed)
          .withHeader("allow", allowed);
    }
    if (match instanceof RouteTable.Found<Endpoint> found && found.route().endpoint() != null) {
      Endpoint endpoint = found.route().endpoint();
      if (endpoint.handsOut() && !request.method().equals(request.routeMethod())) {
        return AdminError.response(
                405, "method_not_allowed", "What is handed out here would be lost without a body")
            .withHeader("allow", endpoint.method().name());
      }
      return endpoint.run(ControlCall.of(endpoint, found.parameters(), request, emulator));
    }
    throw ControlFailure.notFound(
        "There is no such path; GET /_emulator/openapi.json lists those that are, and the page for"
            + " browsers is at /_emulator/ui");
  }
}
