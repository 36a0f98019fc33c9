package dev.keyway.emulator.internal.stytch.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodiesTest {
  private static final Field<String> EMAIL = Field.text("email");
  private static final Field<Boolean> PENDING = Field.flag("pending").optional(false);
  private static final Field<BigDecimal> MINUTES = Bodies.whole("minutes");
  private static final Field<List<String>> ROLES = Bodies.texts("roles");
  private static final Field<ObjectNode> CLAIMS = Field.tree("claims");
  private static final Field<String> FIRST = Field.text("first");
  private static final Field<Values> NAME = Field.of("name", ObjectType.of(FIRST.required()));
  private static final ObjectType BODY =
      ObjectType.of(EMAIL.required(), PENDING, MINUTES, ROLES, CLAIMS, NAME);

  private static Values read(String json) throws Exception {
    return Bodies.read(BODY, (ObjectNode) Json.read(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                              | The field email is required.",
        "{'email':null}                  | The field email is required.",
        "{'email':5}                     | The field email must be a string.",
        "{'email':'','pending':'true'}   | The field pending must be a boolean.",
        "{'email':'','minutes':'5'}      | The field minutes must be an integer.",
        "{'email':'','minutes':5.5}      | The field minutes must be an integer.",
        "{'email':'','minutes':5.0}      | The field minutes must be an integer.",
        "{'email':'','minutes':1e999}    | The field minutes must be an integer.",
        "{'email':'','roles':'a'}        | The field roles must be an array of strings.",
        "{'email':'','roles':['a',null]} | The field roles must be an array of strings.",
        "{'email':'','claims':[]}        | The field claims must be an object.",
        "{'email':'','name':'Ada'}       | The field name must be an object.",
        "{'email':'','name':{}}          | The field name.first is required.",
        "{'email':'','name':{'first':1}} | The field name.first must be a string.",
        "{'minutes':'5'}                 | The field email is required.",
      })
  void tellsTheFirstProblem(String json, String sentence) {
    StytchFailure failure = assertThrows(StytchFailure.class, () -> read(json.replace('\'', '"')));

    assertEquals(StytchError.BAD_REQUEST, failure.error());
    assertEquals(sentence, failure.getMessage());
  }

  @Test
  void takesNothingEmptyAndNullAsOne() throws Exception {
    Values body = read("{\"email\":\"\",\"pending\":null,\"name\":{\"first\":\"\"},\"other\":1}");

    assertEquals("", body.get(EMAIL));
    assertTrue(body.find(EMAIL).isEmpty());
    assertEquals(false, body.get(PENDING));
    assertTrue(Bodies.whole(body, MINUTES).isEmpty());
    assertEquals("", body.get(NAME).given(FIRST).orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"2147483648", "-2147483649", "123456789012345678901234567890"})
  void refusesANumberThatIsTooLargeWhenItIsRead(String number) throws Exception {
    Values body = read("{\"email\":\"\",\"minutes\":%s}".formatted(number));

    StytchFailure failure = assertThrows(StytchFailure.class, () -> Bodies.whole(body, MINUTES));

    assertEquals("The field minutes is out of range.", failure.getMessage());
  }
}
