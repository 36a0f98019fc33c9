package dev.keyway.emulator.answer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerTableTest {
  private static final AnswerTable TABLE = AnswerTable.read();

  @Test
  void everyRouteIsInTheTableAndNoOther() {
    try (AuthEmulator emulator = AuthEmulator.start()) {
      Set<String> built =
          emulator.operations().stream()
              .filter(Operation::built)
              .map(Operation::id)
              .filter(id -> id.startsWith("stackauth.") || id.startsWith("stytch."))
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(built, TABLE.operations());
    }
  }

  @Test
  void serversAndAdministratorsHaveTheSameRow() {
    assertEquals(
        "stackauth.team.get server", TABLE.row("stackauth.team.get", "admin").orElseThrow());
    assertEquals("stackauth.user.get", TABLE.row("stackauth.user.get", "admin").orElseThrow());
    assertEquals("stytch.user.get", TABLE.row("stytch.user.get", "").orElseThrow());
  }

  @Test
  void aDifferenceIsToldWithItsPlace() throws Exception {
    String right = "{'status_code':200,'request_id':'x','connected_apps':[%s]}".replace('\'', '"');
    String app =
        "{'connected_app_id':'a','name':'','description':'','client_type':'','logo_url':null,"
            + "'scopes_granted':'x'}";
    assertEquals(List.of(), differences(right.formatted(app)));
    assertEquals(
        List.of("connected_apps[].name: NULL in place of text"),
        differences(right.formatted(app.replace("'name':''", "'name':null"))));
    assertEquals(
        List.of("connected_apps[].logo_url: missing", "connected_apps[].logo: not the vendor's"),
        differences(right.formatted(app.replace("logo_url", "logo"))));
    assertEquals(
        List.of("connected_apps: OBJECT in place of a list"), differences("{'connected_apps':{}}"));
  }

  private static List<String> differences(String json) throws Exception {
    return TABLE.differences("stytch.user.connected-apps", Json.read(json.replace('\'', '"')));
  }
}
