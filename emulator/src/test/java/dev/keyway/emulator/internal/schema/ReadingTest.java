package dev.keyway.emulator.internal.schema;

import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.integer;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.mapOf;
import static dev.keyway.emulator.internal.schema.Field.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read by its constant, and what is reported instead. */
class ReadingTest {
  private enum Color {
    LIGHT_GREY,
    RED
  }

  private static final Conversion<String, Duration> SPAN =
      Conversion.of(text -> Duration.parse(text), Duration::toString);

  private static final Field<String> NAME = text("name").length(1, 4);
  private static final Field<String> SLUG =
      text("slug").length(2, 9).matching(Pattern.compile("^[a-z]+$"));
  private static final Field<Boolean> FLAG = flag("flag");
  private static final Field<Integer> COUNT = integer("count", 1, 9);
  private static final Field<Color> COLOR = choice("color", Color.class);
  private static final Field<Duration> LIFE = Field.of("life", Type.text().as(SPAN));
  private static final Field<List<String>> ROLES = listOf("roles", Type.text());
  private static final Field<Map<String, Integer>> LIMITS = mapOf("limits", Type.integer(0, 5));
  private static final Field<String> CITY = text("city");
  private static final Field<Values> HOME = Field.of("home", ObjectType.of(CITY.required()));

  private static final ObjectType ALL =
      ObjectType.of(
          NAME.required(),
          SLUG,
          FLAG.nullable(),
          COUNT.optional(7),
          COLOR,
          LIFE,
          ROLES,
          LIMITS,
          HOME);

  private static final Dialect EMPTY_IS_ABSENT =
      new Dialect(true, Dialect.Unknown.IGNORED, Coercion.NONE);

  @Test
  void valuesAreReadInTheirTypesByTheirConstants() throws Exception {
    Values values =
        read(
            """
            {"name":"ada","color":"light_grey","life":"PT1M","roles":["a","b"],
             "limits":{"x":3},"home":{"city":"Bath"}}""");

    assertEquals("ada", values.get(NAME));
    assertEquals(Optional.of(Color.LIGHT_GREY), values.find(COLOR));
    assertEquals(Optional.of(Duration.ofMinutes(1)), values.find(LIFE));
    assertEquals(List.of("a", "b"), values.get(ROLES));
    assertEquals(Map.of("x", 3), values.get(LIMITS));
    assertEquals("Bath", values.get(HOME).get(CITY));
    assertEquals(Optional.empty(), values.find(SLUG));
    assertFalse(values.has(SLUG));
  }

  @Test
  void aDefaultIsThereWhenNothingWasSent() throws Exception {
    Values values = read("{\"name\":\"ada\"}");

    assertEquals(7, values.get(COUNT));
    assertEquals(Optional.empty(), values.find(COUNT));
    assertFalse(values.has(COUNT));
  }

  @Test
  void nullIsAValueOfWhatMayBeNull() throws Exception {
    Values values = read("{\"name\":\"ada\",\"flag\":null}");

    assertTrue(values.has(FLAG));
    assertEquals(Optional.empty(), values.find(FLAG));
    assertEquals(List.of("NULL slug"), problems(ALL, "{\"name\":\"ada\",\"slug\":null}"));
  }

  @Test
  void whereEmptyIsAbsentNullAndTheEmptyTextAreNothing() throws Exception {
    ObjectType type = ObjectType.of(CITY.required(), SLUG, FLAG);
    Values values =
        EMPTY_IS_ABSENT.require(
            ObjectType.of(CITY.required(), ROLES, FLAG),
            "",
            Json.read("{\"city\":\"\",\"roles\":[],\"flag\":null,\"other\":1}"),
            problem -> new IllegalStateException(problem.toString()));

    assertEquals("", values.get(CITY), "a required text may be empty");
    assertEquals(Optional.empty(), values.find(CITY));
    assertEquals(Optional.of(""), values.given(CITY));
    assertEquals(Optional.of(List.of()), values.find(ROLES));
    assertFalse(values.has(FLAG));
    Problems problems = Problems.all();
    EMPTY_IS_ABSENT.read(type, "", Json.read("{\"city\":null}"), problems);
    assertEquals("[MISSING city]", problems.found().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                | [MISSING name]",
        "[]                                | [WRONG_TYPE ]",
        "{'name':1}                        | [WRONG_TYPE name]",
        "{'name':'adela'}                  | [CONSTRAINT name]",
        "{'name':'a','slug':'1'}           | [CONSTRAINT slug, CONSTRAINT slug]",
        "{'name':'a','nam':1,'x':2}        | [UNKNOWN ]",
        "{'name':'a','count':1.5}          | [FRACTION count]",
        "{'name':'a','count':5.0}          | [FRACTION count]",
        "{'name':'a','count':99.5}         | [FRACTION count, CONSTRAINT count]",
        "{'name':'a','count':1e999999}     | [WRONG_TYPE count]",
        "{'name':'a','count':99999999999999999999} | [CONSTRAINT count]",
        "{'name':'a','count':'5'}          | [WRONG_TYPE count]",
        "{'name':'a','color':'blue'}       | [CONSTRAINT color]",
        "{'name':'a','color':'RED'}        | [CONSTRAINT color]",
        "{'name':'a','life':'long'}        | [MALFORMED life]",
        "{'name':'a','life':5}             | [WRONG_TYPE life]",
        "{'name':'a','roles':['a',1,null]} | [WRONG_TYPE roles[1], WRONG_TYPE roles[2]]",
        "{'name':'a','limits':{'x':6}}     | [CONSTRAINT limits.x]",
        "{'name':'a','home':{}}            | [MISSING home.city]",
        "{'x':1,'home':{'y':1}}            | [UNKNOWN , MISSING name, UNKNOWN home, MISSING home.city]",
      })
  void allThatIsWrongIsReportedWithItsPlace(String sent, String expected) throws Exception {
    assertEquals(expected, problems(ALL, sent.replace('\'', '"')).toString());
  }

  @Test
  void onlyTheFirstProblemIsKeptWhereOneIsTold() throws Exception {
    Problems problems = Problems.first();
    Dialect.STRICT.read(ALL, "body", Json.read("{\"slug\":\"1\",\"count\":0}"), problems);

    assertEquals("[MISSING body.name]", problems.found().toString());
  }

  @Test
  void aProblemCarriesWhatWasDemandedAndQuotesNothing() throws Exception {
    Problems problems = Problems.all();
    Dialect.STRICT.read(
        ObjectType.of(NAME, COUNT), "", Json.read("{\"name\":\"hunter2\",\"pin\":1}"), problems);

    Problem unknown = problems.found().get(0);
    assertEquals(List.of("pin"), unknown.unknown());
    Problem problem = problems.found().get(1);
    assertEquals(new Length(1, 4), problem.broken());
    assertEquals("hunter2", problem.value().textValue());
    assertFalse(problem.toString().contains("hunter2"));
  }

  @Test
  void aKeyOfTheSendersIsJudgedToo() throws Exception {
    Type<Map<String, String>> headers =
        Type.mapOf(new Matching(Pattern.compile("^[a-z-]+$")), Type.text());
    Problems problems = Problems.all();
    Dialect.STRICT.read(
        ObjectType.of(Field.of("headers", headers)),
        "",
        Json.read("{\"headers\":{\"x-a\":\"1\",\"X A\":\"2\"}}"),
        problems);

    assertEquals("[KEY headers]", problems.found().toString());
  }

  @Test
  void aRuleOnSeveralFieldsSeesWhatCouldBeRead() throws Exception {
    ObjectType type =
        ObjectType.of(FLAG, CITY)
            .obeying(
                (values, spot) -> {
                  if (values.find(FLAG).orElse(false) && values.find(CITY).isEmpty()) {
                    spot.missing(CITY);
                  }
                });
    Field<List<Values>> homes = listOf("homes", type);

    assertEquals(
        List.of("WRONG_TYPE homes[1].city", "MISSING homes[1].city"),
        problems(
            ObjectType.of(homes), "{\"homes\":[{\"flag\":false},{\"flag\":true,\"city\":[]}]}"));
  }

  @Test
  void aFieldThatIsNotDeclaredCannotBeRead() throws Exception {
    Values values = read("{\"name\":\"ada\"}");

    assertThrows(IllegalArgumentException.class, () -> values.find(CITY));
    assertThrows(IllegalArgumentException.class, () -> values.find(flag("name")));
    assertThrows(IllegalStateException.class, () -> values.get(SLUG));
    assertThrows(IllegalArgumentException.class, () -> ObjectType.of(CITY, text("city")));
  }

  @Test
  void aTreeIsTakenAsItIs() throws Exception {
    Field<JsonNode> any = Field.any("any");
    Field<JsonNode> map = Field.of("map", Type.any(JsonKind.OBJECT));
    ObjectType type = ObjectType.of(any, map);
    String sent = "{\"any\":null,\"map\":{\"a\":[1]}}";

    assertEquals(List.of(), problems(type, sent));
    assertEquals(List.of("NULL map"), problems(type, "{\"map\":null}"));
    assertEquals(List.of("WRONG_TYPE map"), problems(type, "{\"map\":[]}"));
    Values values = Dialect.STRICT.read(type, "", Json.read(sent), Problems.all()).orElseThrow();
    assertTrue(values.has(any));
    assertEquals(Optional.empty(), values.find(any));
    assertEquals(sent, Json.write(type.write(values)));
  }

  @Test
  void whatAConversionRefusesIsMalformed() throws Exception {
    Conversion<String, String> conversion =
        Conversion.of(
            text -> {
              throw new IllegalArgumentException("neither fish nor flesh");
            },
            text -> text);
    Problems problems = Problems.all();
    Dialect.STRICT.read(Type.text().as(conversion), "kind", Json.read("\"x\""), problems);

    assertEquals("[MALFORMED kind]", problems.found().toString());
  }

  @Test
  void aQueryHasNumbersAndFlagsAsText() throws Exception {
    Values values =
        Dialect.STRICT
            .with(Coercion.OF_TEXT)
            .require(
                ObjectType.of(COUNT, FLAG, NAME),
                "",
                Json.read("{\"count\":\"5\",\"flag\":\"true\",\"name\":\"1\"}"),
                problem -> new IllegalStateException(problem.toString()));

    assertEquals(5, values.get(COUNT));
    assertEquals(true, values.get(FLAG));
    assertEquals("1", values.get(NAME));
  }

  @Test
  void whatIsWrittenIsReadBack() throws Exception {
    Values values =
        ALL.values()
            .put(NAME, "ada")
            .put(COLOR, Color.RED)
            .put(LIFE, Duration.ofDays(1))
            .put(LIMITS, Map.of("x", 1))
            .build();

    String json = Json.write(ALL.write(values));

    assertEquals(
        "{\"name\":\"ada\",\"color\":\"red\",\"life\":\"PT24H\",\"limits\":{\"x\":1}}", json);
    assertEquals(Optional.of(Color.RED), read(json).find(COLOR));
  }

  private static Values read(String json) throws Json.Malformed {
    return Dialect.STRICT.require(
        ALL, "", Json.read(json), problem -> new IllegalStateException(problem.toString()));
  }

  private static List<String> problems(ObjectType type, String json) throws Json.Malformed {
    Problems problems = Problems.all();
    Dialect.STRICT.read(type, "", Json.read(json), problems);
    return problems.found().stream().map(Problem::toString).toList();
  }
}
