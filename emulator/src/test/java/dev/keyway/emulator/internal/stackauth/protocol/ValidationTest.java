package dev.keyway.emulator.internal.stackauth.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Problems;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.schema.Values;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final Field<String> TEXT = Field.text("x");

  private static List<String> problems(Field<?> field, String json) throws Json.Malformed {
    return problems(ObjectType.of(field.required()), json);
  }

  private static List<String> problems(ObjectType type, String json) throws Json.Malformed {
    Problems problems = Problems.all();
    Validation.DIALECT.read(type, "body", Json.read(json), problems);
    return Validation.sentences(problems);
  }

  @Test
  void missingAndNullAndUnknownAreToldTogether() throws Exception {
    ObjectType type = ObjectType.of(Field.text("a").required(), Field.text("b").required());

    assertEquals(
        List.of(
            "body.a must be defined",
            "body.b cannot be null",
            "body contains unknown properties: c, d"),
        problems(type, "{\"b\":null,\"c\":1,\"d\":2}"));
  }

  @Test
  void eachFormHasItsWords() throws Exception {
    assertEquals(
        List.of("body.x must be a valid email"), problems(Fields.email("x"), "{\"x\":\"a b@c\"}"));
    assertEquals(List.of(), problems(Fields.email("x"), "{\"x\":\"A@b\"}"));
    assertEquals(
        List.of("body.x must match the following: \"/^[^.]+(\\.[^.]+)*@.*\\.[^.][^.]+$/\""),
        problems(Fields.strictEmail("x"), "{\"x\":\"a@b\"}"));
    assertEquals(
        List.of("body.x must be exactly 45 characters"),
        problems(Field.text("x").length(45, 45), "{\"x\":\"abc\"}"));
    assertEquals(
        List.of("body.x must be at most 2 characters"),
        problems(Field.text("x").length(0, 2), "{\"x\":\"abc\"}"));
    assertEquals(
        List.of("body.x must be a valid UUID"), problems(Fields.uuid("x"), "{\"x\":\"1\"}"));
    assertEquals(List.of(), problems(Fields.userId("x"), "{\"x\":\"me\"}"));
    assertEquals(
        List.of("body.x must be one of the following values: a, b"),
        problems(Field.choice("x", "a", "b"), "{\"x\":\"c\"}"));
    assertEquals(
        List.of("body.x must be one of the following values: false"),
        problems(Field.flag("x").that(new OneOf<>(List.of(false))), "{\"x\":\"1\"}"));
    assertEquals(
        List.of("body.x is not a valid URL"), problems(Fields.url("x"), "{\"x\":\"nowhere\"}"));
    assertEquals(
        List.of("body.x contains spaces", "body.x is not a valid URL"),
        problems(Fields.url("x"), "{\"x\":\"http://a b\"}"));
    assertEquals(
        List.of("body.x must be at least 1 characters"),
        problems(Field.text("x").length(1, 2), "{\"x\":\"\"}"));
    assertEquals(
        List.of("body.x is not valid base64"), problems(TEXT.that(Form.BASE64), "{\"x\":\"abc\"}"));
  }

  @Test
  void allThatIsWrongWithANumberIsTold() throws Exception {
    Field<Integer> number = Field.integer("x", 1, 9);

    assertEquals(List.of("body.x must be less than or equal to 9"), problems(number, "{\"x\":10}"));
    assertEquals(
        List.of("body.x must be greater than or equal to 1"), problems(number, "{\"x\":\"0\"}"));
    assertEquals(
        List.of("body.x must be an integer", "body.x must be less than or equal to 9"),
        problems(number, "{\"x\":9.5}"));
    assertEquals(
        List.of(
            "body.x must be a `number` type, but the final value was: `NaN` (cast from the value"
                + " `\"a\"`)."),
        problems(number, "{\"x\":\"a\"}"));
  }

  @Test
  void aWrongTypeIsQuoted() throws Exception {
    assertEquals(
        List.of("body.x must be a `string` type, but the final value was: `{\n  \"a\": \"1\"\n}`."),
        problems(TEXT, "{\"x\":{\"a\":1}}"));
    assertEquals(
        List.of("body.x must be a `boolean` type, but the final value was: `\"maybe\"`."),
        problems(Field.flag("x"), "{\"x\":\"maybe\"}"));
  }

  @Test
  void aRuleAcrossFieldsDoesNotRepeatThatOneIsNull() throws Exception {
    ObjectType type =
        ObjectType.of(TEXT)
            .obeying(
                (values, spot) -> {
                  if (values.find(TEXT).isEmpty()) {
                    spot.missing(TEXT);
                  }
                });

    assertEquals(List.of("body.x cannot be null"), problems(type, "{\"x\":null}"));
    assertEquals(List.of("body.x must be defined"), problems(type, "{}"));
  }

  @Test
  void numbersBecomeTextsAndWordsBecomeBooleans() throws Exception {
    Field<Boolean> flag = Field.flag("flag");
    Field<Integer> number = Field.integer("number", 0, 99);
    Field<List<String>> list = Field.listOf("list", Type.text());
    ObjectType type = ObjectType.of(TEXT.required(), flag, number, list);
    String sent = "{\"x\":7,\"flag\":\"1\",\"number\":\"42\",\"list\":[1,null]}";
    Problems problems = Problems.all();
    Values values = Validation.DIALECT.read(type, "body", Json.read(sent), problems).orElseThrow();

    assertEquals(List.of(), problems.found());
    assertEquals(
        "{\"x\":\"7\",\"flag\":true,\"number\":42,\"list\":[\"1\",\"null\"]}",
        Json.write(type.write(values)));
  }

  @Test
  void whatOnlyOthersMaySendIsAbsentAndWhatNobodyMayIsAMistake() {
    Field<Boolean> verified = Field.flag("is_verified");
    ObjectType client = ObjectType.of(TEXT);
    ObjectType server = client.and(verified);
    Sent sent = new Sent(client.values().build(), client, List.of(client, server));

    assertEquals(Optional.empty(), sent.find(verified));
    assertThrows(IllegalArgumentException.class, () -> sent.find(Field.text("y")));
  }
}
