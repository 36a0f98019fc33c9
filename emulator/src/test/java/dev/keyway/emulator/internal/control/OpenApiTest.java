package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OpenApiTest {
  private final Control control;

  OpenApiTest(AuthEmulator emulator) throws Exception {
    this.control = new Control(emulator);
  }

  private Map<String, JsonNode> operations() {
    Map<String, JsonNode> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : control.document().root().path("paths").properties()) {
      for (Map.Entry<String, JsonNode> endpoint : path.getValue().properties()) {
        all.put(
            endpoint.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), endpoint.getValue());
      }
    }
    return all;
  }

  @Test
  void theDocumentNamesItsVersionAndThisEmulator(AuthEmulator emulator) {
    JsonNode root = control.document().root();

    assertEquals("3.1.0", root.path("openapi").asText());
    assertEquals(emulator.baseUrl() + "/_emulator", root.at("/servers/0/url").asText());
    assertFalse(root.at("/info/title").asText().isEmpty());
  }

  @Test
  void everyRouteIsServedWithExactlyTheMethodsThatItNames() throws Exception {
    Map<String, Set<String>> methods = new TreeMap<>();
    for (String operation : operations().keySet()) {
      String[] parts = operation.split(" ", 2);
      methods.computeIfAbsent(parts[1], path -> new TreeSet<>()).add(parts[0]);
    }
    assertTrue(methods.containsKey("/openapi.json"));
    methods.values().stream().filter(names -> names.contains("GET")).forEach(n -> n.add("HEAD"));
    for (Map.Entry<String, Set<String>> path : methods.entrySet()) {
      String concrete = path.getKey().replaceAll("\\{[a-z]+}", "x");
      String allow = control.send("PROBE", concrete, "").header("allow").orElse("");
      assertEquals(path.getValue(), new TreeSet<>(List.of(allow.split(", "))), path.getKey());
    }
  }

  @Test
  void everyRouteSaysWhatItDoesUnderANameOfItsOwn() {
    Set<String> ids = new HashSet<>();
    operations()
        .forEach(
            (route, operation) -> {
              assertTrue(operation.path("summary").asText().endsWith("."), route);
              assertTrue(ids.add(operation.path("operationId").asText()), route);
              for (JsonNode parameter : operation.path("parameters")) {
                assertFalse(parameter.path("description").asText().isEmpty(), route);
              }
            });
  }

  @Test
  void everyPathParameterIsDescribed() {
    operations()
        .forEach(
            (route, operation) -> {
              Set<String> described = new TreeSet<>();
              operation
                  .path("parameters")
                  .forEach(
                      parameter -> {
                        if (parameter.path("in").asText().equals("path")) {
                          described.add(parameter.path("name").asText());
                        }
                      });
              Set<String> named = new TreeSet<>();
              for (String segment : route.split("/", -1)) {
                if (segment.startsWith("{")) {
                  named.add(segment.substring(1, segment.length() - 1));
                }
              }
              assertEquals(named, described, route);
            });
  }

  @Test
  void everyExampleFitsItsSchema() {
    int examples = 0;
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (JsonNode media : operation.getValue().findValues("application/json")) {
        if (media.has("schema")) {
          examples++;
          control
              .document()
              .problems(media.get("schema"), media.get("example"))
              .forEach(problem -> problems.add(operation.getKey() + ": " + problem));
        }
      }
    }
    assertEquals(List.of(), problems);
    assertTrue(examples > 80, "examples of bodies, answers and errors: " + examples);
  }

  @Test
  void everySchemaThatIsReferredToIsThereAndRefusesNonsense() throws Exception {
    JsonNode schemas = control.document().root().at("/components/schemas");
    for (JsonNode reference : control.document().root().findValues("$ref")) {
      String name = reference.asText().substring("#/components/schemas/".length());
      assertTrue(schemas.has(name), name);
      assertFalse(
          control.document().problems(schemas.get(name), Json.read("{\"nonsense\":1}")).isEmpty(),
          name);
    }
  }
}
