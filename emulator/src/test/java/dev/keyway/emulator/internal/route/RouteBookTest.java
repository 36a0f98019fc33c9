package dev.keyway.emulator.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;
import java.util.List;
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

  private final RouteBook<String> book = new RouteBook<>(Catalogue.of(LINES));

  @Test
  void aLineSaysAllOfARoute() {
    assertEquals(
        new CatalogueRoute(
            HttpMethod.POST,
            "/v1/sessions",
            "acme.session.start",
            Provenance.DOCUMENTED,
            "docs: sessions"),
        Catalogue.of(LINES).routes().iterator().next());
  }

  @Test
  void aRouteWithoutAHandlerIsKnownAndNotBuilt() {
    new Builder(book, "acme.session.get").bind("answer");

    RouteTable<String> table = book.table();

    List<Route<String>> routes = table.routes();
    assertEquals(
        List.of("acme.session.start", "acme.session.get"),
        routes.stream().map(Route::operation).toList());
    assertNull(routes.get(0).endpoint());
    assertNotNull(routes.get(1).endpoint());
    assertTrue(table.match("POST", "/v1/sessions").found().isPresent());
  }

  @Test
  void aHandlerForWhatTheCatalogueDoesNotListIsRefused() {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> new Builder(book, "acme.session.strat"));

    assertTrue(message(refusal).contains("does not list acme.session.strat"), message(refusal));
  }

  @Test
  void aSecondHandlerIsRefused() {
    new Builder(book, "acme.session.get").bind("answer");

    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> new Builder(book, "acme.session.get"));

    assertEquals("acme.session.get is bound twice", message(refusal));
  }

  @Test
  void aRouteThatWasBegunMustBeAnswered() {
    Builder unused = new Builder(book, "acme.session.get");

    IllegalStateException refusal = assertThrows(IllegalStateException.class, book::table);

    assertNotNull(unused);
    assertEquals("Nothing answers acme.session.get", message(refusal));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /a acme.a documented, 'Line 1 of routes.txt has fewer than 5 columns'",
    "FETCH /a acme.a documented -, 'Line 1 of routes.txt begins with no method: FETCH'",
    "GET a acme.a documented -, 'Line 1 of routes.txt has no path: a'",
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
    RouteBook<String> other = new RouteBook<>(Catalogue.of(twice));

    assertEquals(
        "Registered twice: POST /v1/sessions",
        message(assertThrows(IllegalStateException.class, other::table)));
  }

  private static String message(Exception e) {
    return String.valueOf(e.getMessage());
  }

  private static final class Builder extends RouteBuilder<String> {
    Builder(RouteBook<String> book, String operation) {
      super(book, operation);
    }
  }
}
