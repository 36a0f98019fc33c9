package dev.keyway.emulator.control;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.ConflictException;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.http.Answer;
import dev.keyway.emulator.http.Exchange;
import dev.keyway.emulator.http.HouseError;
import dev.keyway.emulator.http.HouseFront;
import dev.keyway.emulator.http.Route;
import dev.keyway.emulator.http.RouteTable;
import dev.keyway.emulator.seed.SeedException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The control API. */
final class ControlFront implements HouseFront {
  static final String BASE = "/_emulator";

  private final RouteTable<Verb> routes = new RouteTable<>();

  @Inject
  ControlFront(Set<ControlRoutes> areas) {
    List<Verb> verbs = new ArrayList<>();
    areas.forEach(area -> verbs.addAll(area.verbs()));
    verbs.sort(Comparator.comparing(Verb::template).thenComparing(Verb::method));
    verbs.add(OpenApi.verb(verbs));
    verbs.forEach(
        verb ->
            routes.add(
                new Route<>(
                    verb.method(),
                    BASE + verb.template(),
                    "control." + verb.id(),
                    Provenance.DOCUMENTED,
                    verb)));
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
  public Answer answer(Exchange exchange, AuthEmulator emulator) {
    try {
      return dispatch(exchange, emulator)
          .withHeader("cache-control", "no-store")
          .withHeader("x-content-type-options", "nosniff");
    } catch (ControlFailure e) {
      return e.answer();
    } catch (UnknownIdException e) {
      return ControlFailure.notFound(String.valueOf(e.getMessage())).answer();
    } catch (ConflictException e) {
      return ControlFailure.conflict("conflict", String.valueOf(e.getMessage())).answer();
    } catch (SeedException e) {
      return refused(e).answer();
    } catch (IllegalArgumentException e) {
      // The handle's own refusals speak of what the caller sent, and name no secret.
      return ControlFailure.invalid(String.valueOf(e.getMessage())).answer();
    }
  }

  private static ControlFailure refused(SeedException mistake) {
    String message = String.valueOf(mistake.getMessage());
    return mistake.field().isEmpty()
        ? ControlFailure.invalid(message)
        : ControlFailure.invalid(mistake.field(), message);
  }

  private Answer dispatch(Exchange exchange, AuthEmulator emulator) {
    RouteTable.Match<Verb> match = routes.match(exchange.method(), exchange.path());
    if (match instanceof RouteTable.WrongMethod<Verb> wrong) {
      String allowed = wrong.allowed().stream().map(Enum::name).collect(Collectors.joining(", "));
      return HouseError.answer(405, "method_not_allowed", "This path has the methods " + allowed)
          .withHeader("allow", allowed);
    }
    if (match instanceof RouteTable.Found<Verb> found && found.route().endpoint() != null) {
      Verb verb = found.route().endpoint();
      return verb.run(ControlCall.of(verb, found.parameters(), exchange, emulator));
    }
    throw ControlFailure.notFound(
        "There is no such path; GET /_emulator/openapi.json lists those that are");
  }
}
