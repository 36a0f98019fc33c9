package dev.keyway.emulator.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteBookTest {
  private static final String LINES =
      """
      # sessions

      POST  /v1/sessions             acme.session.start  documented  docs: sessions
      GET   /v1/sessions/{id}        acme.session.get    inferred    -
      """;

  private final RouteBook<Endpoint> book = book(LINES);

  private static RouteBook<Endpoint> book(String lines) {
    return new RouteBook<>(Catalogue.of(lines), Set.of(Problem.BROKEN));
  }

  @Test
  void aRouteWithoutAHandlerIsKnownAndNotBuilt() {
    new Builder(book, "acme.session.get").fails(Problem.UNKNOWN).answers();

    VendorRoutes<Endpoint> routes = book.routes(List.of(), book);

    assertEquals(
        List.of(
            new Operation(
                "acme",
                "acme.session.start",
                "POST",
                "/v1/sessions",
                Provenance.DOCUMENTED,
                "docs: sessions",
                false,
                List.of()),
            new Operation(
                "acme",
                "acme.session.get",
                "GET",
                "/v1/sessions/{id}",
                Provenance.INFERRED,
                "-",
                true,
                List.of("unknown", "broken"))),
        routes.operations());
    assertEquals(
        "acme.session.start",
        routes.match("POST", "/v1/sessions").found().map(Route::operation).orElseThrow());
  }

  @Test
  void errorsOfARuleAreDeclaredTogether() {
    new Builder(book, "acme.session.get").fails(Set.of(Problem.values())).answers();

    assertEquals(
        List.of("taken", "unknown", "broken"),
        book.routes(List.of(), book).operations().get(1).errors());
  }

  @Test
  void aHandlerForWhatTheCatalogueDoesNotListIsRefused() {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> new Builder(book, "acme.session.strat"));

    assertTrue(message(refusal).contains("does not list acme.session.strat"), message(refusal));
  }

  @Test
  void aSecondHandlerIsRefused() {
    new Builder(book, "acme.session.get").answers();

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> new Builder(book, "acme.session.get"));

    assertEquals("acme.session.get is bound twice", message(refusal));
  }

  @Test
  void aRouteThatWasBegunMustBeAnswered() {
    Builder unused = new Builder(book, "acme.session.get");

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, book.routes(List.of(), book)::operations);

    assertNotNull(unused);
    assertEquals("Nothing answers acme.session.get", message(refusal));
  }

  @Test
  void anAreaIsBoundOnceWhenOneOfItsRoutesIsAskedFor() {
    RouteBook<Endpoint> two = book(LINES + "GET /v1/users acme.user.list documented -");
    List<String> made = new ArrayList<>();
    VendorRoutes<Endpoint> routes =
        two.routes(
            List.of(
                LazyArea.of(() -> area(made, "session", "acme.session.get"), "session"),
                LazyArea.of(() -> area(made, "user", "acme.user.list"), "user")),
            two);
    assertTrue(routes.operationIds().contains("acme.user.list"));
    assertEquals(3, routes.operationIds().size());
    assertEquals(List.of(), made);

    RouteTable.Match<Endpoint> match = routes.match("GET", "/v1/sessions/1");

    assertEquals(List.of("session"), made);
    assertEquals(Map.of("id", "1"), match.parameters());
    assertNotNull(match.found().orElseThrow().endpoint());
    routes.match("POST", "/v1/sessions");
    assertEquals(
        List.of(false, true, true), routes.operations().stream().map(Operation::built).toList());
    assertEquals(List.of("session", "user"), made);
  }

  @Test
  void anAreaBindsOnlyWhatItIsDeclaredFor() {
    VendorRoutes<Endpoint> routes =
        book.routes(
            List.of(LazyArea.of(() -> area(new ArrayList<>(), "", "acme.session.get"), "user")),
            book);
    assertTrue(routes.match("GET", "/v1/sessions/1").found().orElseThrow().endpoint() == null);

    RouteBook<Endpoint> two = book(LINES + "GET /v1/users acme.user.list documented -");
    VendorRoutes<Endpoint> wrong =
        two.routes(
            List.of(LazyArea.of(() -> area(new ArrayList<>(), "", "acme.session.get"), "user")),
            two);
    assertEquals(
        "acme.session.get is bound by an area that is declared for [user]",
        message(assertThrows(IllegalStateException.class, () -> wrong.match("GET", "/v1/users"))));
  }

  private static RouteArea<RouteBook<Endpoint>> area(
      List<String> made, String name, String operation) {
    made.add(name);
    return to -> new Builder(to, operation).answers();
  }

  @ParameterizedTest
  @CsvSource({
    "GET /a acme.a documented, 'Line 1 of routes.txt has fewer than 5 columns'",
    "FETCH /a acme.a documented -, 'Line 1 of routes.txt begins with no method: FETCH'",
    "GET a acme.a documented -, 'Line 1 of routes.txt has no path: a'",
    "GET /a a documented -, 'Line 1 of routes.txt has no operation id: a'",
    "GET /a acme.a guessed -, 'Line 1 of routes.txt has no provenance: guessed'"
  })
  void aLineThatMakesNoSenseIsNamed(String line, String words) {
    assertEquals(
        words, message(assertThrows(IllegalStateException.class, () -> Catalogue.of(line))));
  }

  @Test
  void anOperationIsListedOnce() {
    String twice = LINES + "GET /v2/sessions acme.session.get documented -";

    assertEquals(
        "Line 5 of routes.txt lists acme.session.get a second time",
        message(assertThrows(IllegalStateException.class, () -> Catalogue.of(twice))));
  }

  @Test
  void methodAndPathAreListedOnce() {
    String twice = LINES + "POST /v1/sessions acme.session.begin documented -";

    assertEquals(
        "Registered twice: POST /v1/sessions",
        message(assertThrows(IllegalStateException.class, () -> Catalogue.of(twice))));
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private record Endpoint(Set<Problem> errors) implements RouteEndpoint {
    @Override
    public RequestDocument request() {
      return new RequestDocument(List.of(), List.of(), null);
    }
  }

  private enum Problem implements VendorError {
    UNKNOWN(404),
    TAKEN(400),
    BROKEN(500);

    private final int status;

    Problem(int status) {
      this.status = status;
    }

    @Override
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int status() {
      return status;
    }

    @Override
    public Provenance provenance() {
      return Provenance.DOCUMENTED;
    }

    @Override
    public String explanation() {
      return "";
    }
  }

  private static final class Builder extends RouteBuilder<Builder, Problem, Endpoint> {
    Builder(RouteBook<Endpoint> book, String operation) {
      super(book, operation);
    }

    @Override
    protected Builder self() {
      return this;
    }

    void answers() {
      bind(new Endpoint(errors()));
    }
  }
}
