package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class UserListRoutesTest {
  private final World world;
  private final Wire server;

  UserListRoutesTest(World world) {
    this.world = world;
    this.server = Wire.stackServer(world);
  }

  private String make(String name, String more) throws Exception {
    world.clock().advance(Duration.ofSeconds(1));
    return server.post("/users", "{\"display_name\":\"%s\"%s}".formatted(name, more)).at("id");
  }

  private List<String> names(String query) throws Exception {
    return server.get("/users" + query).json().path("items").findValuesAsText("display_name");
  }

  @Test
  void whatIsOutOfFormIsTold() throws Exception {
    assertEquals(
        "only_anonymous=true requires include_anonymous=true",
        server.get("/users?only_anonymous=true").text());
    for (String query : List.of("limit=0", "cursor=x", "order_by=name", "desc=yes", "page=2")) {
      assertEquals("SCHEMA_ERROR", server.get("/users?" + query).at("code"), query);
    }
  }

  @Test
  void aCursorIsTheFirstOfTheNextPage() throws Exception {
    String a = make("A", "");
    make("B", "");
    String c = make("C", "");

    JsonNode first = server.get("/users?limit=2").json();

    assertTrue(first.path("is_paginated").booleanValue());
    assertEquals(c, first.at("/pagination/next_cursor").asText());
    JsonNode last = server.get("/users?limit=2&cursor=" + c).json();
    assertEquals(List.of("C"), last.path("items").findValuesAsText("display_name"));
    assertTrue(last.at("/pagination/next_cursor").isNull());
    assertEquals(List.of("C", "B", "A"), names("?desc=true"));
    assertEquals(List.of("A"), names("?desc=true&limit=2&cursor=" + a));
    assertEquals(List.of("A", "B", "C"), names(""));
    assertEquals(List.of(), names("?cursor=5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10"));
  }

  @Test
  void anonymousAndRestrictedUsersAreHiddenUnlessAskedFor() throws Exception {
    make("A", "");
    make("R", ",\"restricted_by_admin\":true");
    make("X", ",\"is_anonymous\":true");

    assertEquals(List.of("A"), names(""));
    assertEquals(List.of("A", "R"), names("?include_restricted=true"));
    assertEquals(List.of("A", "R", "X"), names("?include_anonymous=true"));
    assertEquals(List.of("X"), names("?include_anonymous=true&only_anonymous=true"));
  }

  @Test
  void aQueryLooksIntoNamesAddressesAndIds() throws Exception {
    String ada = make("Ada Lovelace", "");
    make("Bob", ",\"primary_email\":\"bob@example.com\"");

    assertEquals(List.of("Ada Lovelace"), names("?query=LOVE"));
    assertEquals(List.of("Bob"), names("?query=Example"));
    assertEquals(List.of("Ada Lovelace"), names("?query=" + ada));
    assertEquals(List.of(), names("?query=" + ada.substring(0, 20)));
    assertEquals(List.of(), names("?team_id=" + ada));
  }
}
