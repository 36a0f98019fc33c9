package dev.keyway.emulator.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.emulator.Provenance;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RouteTableTest {
  private final RouteTable<String> table = new RouteTable<>();

  private void add(HttpMethod method, String template) {
    table.add(new Route<>(method, template, "x." + template, Provenance.INFERRED, template));
  }

  private String found(String method, String path) {
    RouteTable.Match<String> match = table.match(method, path);
    return assertInstanceOf(RouteTable.Found.class, match).route().template();
  }

  @Test
  void aLiteralSegmentWinsOverAParameter() {
    add(HttpMethod.GET, "/users/{id}");
    add(HttpMethod.GET, "/users/me");

    assertEquals("/users/me", found("GET", "/users/me"));
    assertEquals("/users/{id}", found("GET", "/users/you"));
  }

  @Test
  void whereTheLiteralLeadsNowhereTheParameterIsTried() {
    add(HttpMethod.DELETE, "/users/emails/{email_id}");
    add(HttpMethod.DELETE, "/users/{user_id}/external_id");
    add(HttpMethod.GET, "/users/{user_id}");

    assertEquals("/users/emails/{email_id}", found("DELETE", "/users/emails/external_id"));
    assertEquals("/users/{user_id}/external_id", found("DELETE", "/users/7/external_id"));
    assertEquals("/users/{user_id}", found("GET", "/users/emails"));
  }

  @Test
  void anEncodedSlashStaysInItsSegment() {
    add(HttpMethod.GET, "/users/{id}");

    RouteTable.Match<String> match = table.match("GET", "/users/a%2Fb+c");

    assertEquals(
        Map.of("id", "a/b+c"), assertInstanceOf(RouteTable.Found.class, match).parameters());
  }

  @Test
  void aParameterIsNeverEmpty() {
    add(HttpMethod.GET, "/users/{id}");

    assertInstanceOf(RouteTable.Unknown.class, table.match("GET", "/users/"));
  }

  @Test
  void theWrongMethodNamesTheRightOnes() {
    add(HttpMethod.GET, "/users");
    add(HttpMethod.POST, "/users");

    RouteTable.Match<String> match = table.match("PUT", "/users");

    assertEquals(
        Set.of(HttpMethod.GET, HttpMethod.POST),
        assertInstanceOf(RouteTable.WrongMethod.class, match).allowed());
  }

  @Test
  void aRouteIsRegisteredOnce() {
    add(HttpMethod.GET, "/users/{id}");

    assertThrows(IllegalStateException.class, () -> add(HttpMethod.GET, "/users/{other}"));
  }
}
