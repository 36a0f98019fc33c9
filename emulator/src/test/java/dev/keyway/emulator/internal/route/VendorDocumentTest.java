package dev.keyway.emulator.internal.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.internal.http.PathParameters;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.InputStream;
import java.net.URI;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI documents of the APIs that are emulated. */
@ExtendWith(EmulatorExtension.class)
class VendorDocumentTest {
  private final AuthEmulator emulator;

  VendorDocumentTest(AuthEmulator emulator) {
    this.emulator = emulator;
  }

  private JsonNode document(String name) throws Exception {
    Wire wire = Wire.to(URI.create(emulator.baseUrl() + "/_emulator"));
    return wire.get("/openapi/" + name + ".json").json();
  }

  private static Map<String, JsonNode> operations(JsonNode document) {
    Map<String, JsonNode> all = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
        all.put(one.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), one.getValue());
      }
    }
    return all;
  }

  @ParameterizedTest
  @CsvSource({"stack-auth", "stytch"})
  void itKeepsToTheSpecification(String name) throws Exception {
    try (InputStream schema = getClass().getResourceAsStream("openapi.schema.json")) {
      assertNotNull(schema);
      assertEquals(
          Set.of(),
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(schema)
              .validate(document(name)));
    }
  }

  @ParameterizedTest
  @CsvSource({"stack-auth, stackauth", "stytch, stytch"})
  void everyRouteIsThereWithItsErrors(String name, String provider) throws Exception {
    Map<String, JsonNode> documented = operations(document(name));

    List<Operation> known = emulator.coverage().operations(provider);
    assertEquals(known.size(), documented.size());
    for (Operation operation : known) {
      JsonNode one = documented.get(operation.method() + " " + operation.path());
      assertNotNull(one, operation.id());
      assertEquals(operation.id(), one.path("operationId").asText());
      assertEquals(operation.provenance().tag(), one.path("x-keyway-provenance").asText());
      assertEquals(operation.source(), one.path("x-keyway-source").asText());
      assertEquals(operation.built(), one.path("x-keyway-built").booleanValue());
      List<String> codes = new ArrayList<>();
      one.path("responses").findValues("enum").forEach(c -> c.forEach(v -> codes.add(v.asText())));
      assertEquals(operation.errors(), codes, operation.id());
    }
  }

  @ParameterizedTest
  @CsvSource({"stack-auth", "stytch"})
  void everyNameThatIsUsedIsDeclared(String name) throws Exception {
    JsonNode document = document(name);
    Set<String> ids = new HashSet<>();
    Set<String> shapes = new HashSet<>();
    document
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> assertTrue(shapes.add(path.replaceAll("\\{[^}]*}", "{}")), path));
    operations(document)
        .forEach(
            (route, operation) -> {
              assertTrue(ids.add(operation.path("operationId").asText()), route);
              Set<String> inPath = new TreeSet<>();
              Set<String> all = new HashSet<>();
              for (JsonNode parameter : operation.path("parameters")) {
                String key = parameter.path("in").asText() + " " + parameter.path("name").asText();
                assertTrue(all.add(key), route + ": " + key);
                if (parameter.path("in").asText().equals("path")) {
                  inPath.add(parameter.path("name").asText());
                }
              }
              assertEquals(new TreeSet<>(PathParameters.of(route.split(" ", 2)[1])), inPath, route);
              for (JsonNode requirement : operation.path("security")) {
                requirement
                    .fieldNames()
                    .forEachRemaining(
                        scheme ->
                            assertTrue(
                                document.path("components").path("securitySchemes").has(scheme),
                                route + ": " + scheme));
              }
            });
    for (JsonNode reference : document.findValues("$ref")) {
      assertEquals("#/components/schemas/Error", reference.asText());
    }
  }

  @Test
  void itSaysWhatARouteAccepts() throws Exception {
    JsonNode signIn =
        document("stack-auth").path("paths").path("/api/v1/auth/password/sign-in").path("post");
    JsonNode authenticate =
        document("stytch").path("paths").path("/v1/otps/authenticate").path("post");

    assertEquals(
        "string",
        signIn.at("/requestBody/content/application~1json/schema/properties/email/type").asText());
    assertEquals(
        List.of("method_id", "code"),
        texts(authenticate.at("/requestBody/content/application~1json/schema/required")));
    assertTrue(authenticate.at("/security/0").has("project"));
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
