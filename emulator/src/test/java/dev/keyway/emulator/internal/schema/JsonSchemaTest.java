package dev.keyway.emulator.internal.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is declared is described. */
class JsonSchemaTest {
  private static final ObjectType HOME =
      ObjectType.of("Home", Field.text("city").length(1, 80).says("Where.").required());

  private static final ObjectType PERSON =
      ObjectType.of(
          "Person",
          Field.text("slug").matching(Pattern.compile("^[a-z]+$")).example("ada"),
          Field.integer("age", 0, 150).optional(30).says("In years."),
          Field.choice("color", "red", "blue").nullable(),
          Field.flag("active").nullable(),
          Field.of("home", HOME).nullable().says("At home."),
          Field.mapOf("pets", Type.listOf(Type.number())),
          Field.any("more").nullable());

  private static final String PROPERTIES =
      """
      {"slug":{"type":"string","pattern":"^[a-z]+$","examples":["ada"]},\
      "age":{"type":"integer","minimum":0,"maximum":150,"default":30,"description":"In years."},\
      "color":{"anyOf":[{"type":"string","enum":["red","blue"]},{"type":"null"}]},\
      "active":{"type":["boolean","null"]},\
      "home":{"anyOf":[{"$ref":"#/components/schemas/Home"},{"type":"null"}],\
      "description":"At home."},\
      "pets":{"type":"object","additionalProperties":{"type":"array",\
      "items":{"type":"number"}}},\
      "more":{}}""";

  @Test
  void aTypeWithANameIsDescribedOnceAndReferredTo() {
    JsonSchema writer = JsonSchema.ofOpenApi(Dialect.STRICT);

    assertEquals("{\"$ref\":\"#/components/schemas/Person\"}", Json.write(writer.of(PERSON)));
    assertEquals(List.of("Person", "Home"), List.copyOf(writer.named().keySet()));
    assertEquals(
        "{\"type\":\"object\",\"properties\":" + PROPERTIES + ",\"additionalProperties\":false}",
        Json.write(Objects.requireNonNull(writer.named().get("Person"))));
    assertEquals(
        """
        {"type":"object","properties":{"city":{"type":"string","minLength":1,"maxLength":80,\
        "description":"Where."}},"required":["city"],"additionalProperties":false}""",
        Json.write(Objects.requireNonNull(writer.named().get("Home"))));
  }

  @Test
  void aTypeWithoutANameIsDescribedWhereItStands() {
    JsonSchema writer = JsonSchema.ofDocument();

    assertEquals(
        """
        {"oneOf":[{"type":"object","properties":{"a":{"description":"A.","type":"boolean"}},\
        "additionalProperties":false},{"type":"object"}]}""",
        Json.write(writer.oneOf(List.of(ObjectType.of(Field.flag("a").says("A.")), Type.tree()))));
    assertEquals(List.of(), List.copyOf(writer.named().keySet()));
  }

  @Test
  void whereUnknownFieldsAreIgnoredTheyAreAllowed() {
    JsonSchema writer =
        JsonSchema.ofOpenApi(new Dialect(true, Dialect.Unknown.IGNORED, Coercion.NONE));

    assertEquals("{\"type\":\"object\",\"properties\":{}}", Json.write(writer.of(ObjectType.of())));
    assertEquals(
        "{\"type\":\"object\",\"properties\":{}}",
        Json.write(JsonSchema.ofDocument().of(ObjectType.of().ignoringUnknown())));
  }
}
