package dev.keyway.emulator.seed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import dev.keyway.emulator.stytch.StytchSettings;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schema, the guide and the code say the same. */
class SeedSchemaTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Seed.jsonSchema());

  @Test
  void theSchemaInTheDocumentationIsTheCodes() throws IOException {
    Path file = DOCS.resolve("seed.schema.json");
    if (Boolean.getBoolean("keyway.docs.write")) {
      Files.writeString(file, Seed.jsonSchema());
    }
    assertEquals(
        Seed.jsonSchema(), Files.readString(file), "write it anew with -Dkeyway.docs.write=true");
  }

  @Test
  void everySeedInTheDocumentationIsReadAndKeepsToTheSchema() throws Exception {
    String example = Files.readString(DOCS.resolve("examples/seed.yaml"));
    assertEquals(Set.of(), problems(example));
    Matcher block = YAML_BLOCK.matcher(Files.readString(DOCS.resolve("guides/seeds.md")));
    int blocks = 0;
    while (block.find()) {
      assertEquals(Set.of(), problems(block.group(1)), block.group(1));
      blocks++;
    }
    assertTrue(blocks > 1, "the guide has no examples");
  }

  @Test
  void whatIsMadeAtRandomKeepsToTheSchema() throws Exception {
    for (int number = 1000; number < 1050; number++) {
      assertEquals(Set.of(), problems(SeedMakers.number(number).toJson()), "seed " + number);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"worlds\":[{}]}",
        "{\"worlds\":[{\"name\":\"w\",\"usres\":[]}]}",
        "{\"worlds\":[{\"name\":\"w\",\"users\":[{\"emails\":[{\"address\":\"ada\"}]}]}]}",
        "{\"worlds\":[{\"name\":\"w\",\"users\":[{\"locked\":\"yes\"}]}]}",
        "{\"worlds\":[{\"name\":\"w\",\"users\":[{\"on\":[\"auth0\"]}]}]}"
      })
  void whatTheCodeRefusesTheSchemaRefusesToo(String text) throws Exception {
    assertFalse(SCHEMA.validate(Json.read(text)).isEmpty());
    try {
      Seed.parse(text, "test");
    } catch (SeedException expected) {
      return;
    }
    throw new AssertionError("The code takes it");
  }

  @Test
  void everySettingOfTheProjectsCanBeSeeded() throws Exception {
    JsonNode definitions = Json.read(Seed.jsonSchema()).get("$defs");
    assertEquals(
        accessors(StackAuthSettings.class),
        names(definitions.get("StackAuthSeedSettings").get("properties")));
    assertEquals(
        accessors(StytchSettings.class),
        names(definitions.get("StytchSeedSettings").get("properties")));
  }

  /** What callers in Java read of settings, by name. */
  private static Set<String> accessors(Class<?> settings) {
    Set<String> general = Set.of("toBuilder", "toMap", "changes", "hashCode", "toString");
    return Arrays.stream(settings.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .map(Method::getName)
        .filter(name -> !general.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(JsonNode properties) {
    Set<String> names = new TreeSet<>();
    properties.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** YAML goes through the reader first, so that the schema sees the very same values. */
  private static Set<ValidationMessage> problems(String text) throws Json.Malformed {
    JsonNode tree = Json.read(Seed.parse(text, "documentation").toJson());
    return SCHEMA.validate(tree);
  }
}
