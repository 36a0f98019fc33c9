package dev.keyway.emulator.internal.stackauth.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static List<String> problems(Rule rule, String json) throws Json.Malformed {
    List<String> problems = new ArrayList<>();
    Schema.object().required("x", rule).check("body", Json.read(json), problems);
    return problems;
  }

  @Test
  void missingAndNullAndUnknownAreToldTogether() throws Exception {
    List<String> problems = new ArrayList<>();
    Schema.object()
        .required("a", Rules.string())
        .required("b", Rules.string())
        .check("body", Json.read("{\"b\":null,\"c\":1,\"d\":2}"), problems);

    assertEquals(
        List.of(
            "body.a must be defined",
            "body.b cannot be null",
            "body contains unknown properties: c, d"),
        problems);
  }

  @Test
  void eachRuleHasItsWords() throws Exception {
    assertEquals(
        List.of("body.x must be a valid email"),
        problems(Rules.string().email(), "{\"x\":\"a b@c\"}"));
    assertEquals(List.of(), problems(Rules.string().email(), "{\"x\":\"A@b\"}"));
    assertEquals(
        List.of("body.x must match the following: \"/^[^.]+(\\.[^.]+)*@.*\\.[^.][^.]+$/\""),
        problems(Rules.string().strictEmail(), "{\"x\":\"a@b\"}"));
    assertEquals(
        List.of("body.x must be exactly 45 characters"),
        problems(Rules.string().length(45), "{\"x\":\"abc\"}"));
    assertEquals(
        List.of("body.x must be at most 2 characters"),
        problems(Rules.string().maxLength(2), "{\"x\":\"abc\"}"));
    assertEquals(
        List.of("body.x must be a valid UUID"), problems(Rules.string().uuid(), "{\"x\":\"1\"}"));
    assertEquals(
        List.of("body.x must be one of the following values: a, b"),
        problems(Rules.string().oneOf("a", "b"), "{\"x\":\"c\"}"));
    assertEquals(
        List.of("body.x is not a valid URL"), problems(Rules.url(), "{\"x\":\"nowhere\"}"));
    assertEquals(
        List.of("body.x contains spaces"), problems(Rules.url(), "{\"x\":\"http://a b\"}"));
    assertEquals(
        List.of("body.x must be less than or equal to 9"),
        problems(Rules.integer(1, 9), "{\"x\":10}"));
    assertEquals(
        List.of("body.x must be an integer"), problems(Rules.integer(1, 9), "{\"x\":1.5}"));
    assertEquals(
        List.of("body.x is not valid base64"),
        problems(Rules.string().base64(), "{\"x\":\"abc\"}"));
  }

  @Test
  void aWrongTypeIsQuoted() throws Exception {
    assertEquals(
        List.of("body.x must be a `string` type, but the final value was: `{\n  \"a\": \"1\"\n}`."),
        problems(Rules.string(), "{\"x\":{\"a\":1}}"));
    assertEquals(
        List.of("body.x must be a `boolean` type, but the final value was: `\"maybe\"`."),
        problems(Rules.bool(), "{\"x\":\"maybe\"}"));
  }

  @Test
  void numbersBecomeTextsAndWordsBecomeBooleans() throws Exception {
    List<String> problems = new ArrayList<>();
    JsonNode checked =
        Schema.object()
            .required("text", Rules.string())
            .required("flag", Rules.bool())
            .required("number", Rules.integer(0, 99))
            .check("body", Json.read("{\"text\":7,\"flag\":\"1\",\"number\":\"42\"}"), problems);

    assertEquals(List.of(), problems);
    assertEquals("{\"text\":\"7\",\"flag\":true,\"number\":42}", Json.write(checked));
  }
}
