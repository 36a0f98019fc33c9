package dev.keyway.emulator.internal.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.JsonSchema;
import dev.keyway.emulator.internal.schema.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows: what they take, how they are written, what they say when something cannot be. */
class AttributesTest {
  private static final AttributeRows SITE = new AttributeRows();
  private static final Attribute<String> DOMAIN =
      SITE.add(Attribute.required("domain", Type.text(), "Where"));
  private static final Attribute<String> PATH =
      SITE.add(Attribute.of("path", Type.text(), "/", "What below it"));

  private static final AttributeRows ROWS = new AttributeRows();
  private static final Attribute<Boolean> OPEN =
      ROWS.add(Attribute.of("open", Type.flag(), true, "Whether it is open"));
  private static final Attribute<Integer> LIMIT =
      ROWS.add(Attribute.of("limit", Type.integer(1, 9), 3, "How many"));
  private static final Attribute<Duration> PAUSE =
      ROWS.add(
          Attribute.of(
              "pause",
              AttributeTypes.duration(Duration.ZERO, Duration.ofHours(1)),
              Duration.ofMinutes(1),
              "How long"));
  private static final Attribute<String> MODE =
      ROWS.add(Attribute.of("mode", Type.choice("fast", "slow"), "fast", "How"));
  private static final Attribute<Set<String>> CODES =
      ROWS.add(
          Attribute.of(
              "codes",
              AttributeTypes.setOf(AttributeTypes.text("digits", "[0-9]+")),
              Set.of(),
              "Codes"));
  private static final Attribute<List<Attributes>> SITES =
      ROWS.add(Attribute.of("sites", Type.listOf(AttributeTypes.parts(SITE)), List.of(), "Sites"));
  private static final Attribute<List<String>> URLS =
      ROWS.add(Attribute.of("urls", Type.listOf(AttributeTypes.url()), List.of(), "URLs"));
  private static final Attribute<Map<String, List<String>>> RIGHTS =
      ROWS.add(
          Attribute.of(
              "rights", AttributeTypes.mapOf(Type.listOf(Type.text())), Map.of(), "Rights"));

  private static final Attributes USUAL = Attributes.usual(ROWS);

  @Test
  void whatIsNotSetIsUsual() {
    assertEquals(true, USUAL.get(OPEN));
    assertEquals(Duration.ofMinutes(1), USUAL.get(PAUSE));
    assertEquals(Map.of(), USUAL.brief());
    assertEquals("PT1M", USUAL.plain().get("pause"));
  }

  @Test
  void valuesComeBackHoweverTheyWereSet() {
    Attributes typed = USUAL.with(LIMIT, 5).with(MODE, "slow").with(CODES, Set.of("2", "1"));
    Attributes plain =
        USUAL.with("limit", 5L).with("mode", "slow").with("codes", List.of("1", "2", "1"));
    assertEquals(typed, plain);
    assertEquals(typed.hashCode(), plain.hashCode());
    assertEquals(Map.of("limit", 5, "mode", "slow", "codes", List.of("1", "2")), plain.brief());
    assertNotEquals(USUAL, typed);
  }

  @Test
  void settingWhatIsUsualIsNoDifference() {
    assertEquals(USUAL, USUAL.with(OPEN, false).with("open", true));
    assertEquals(USUAL, USUAL.with(LIMIT, 9).with("limit", 3));
  }

  @Test
  void whatIsUsualInAPartIsLeftOutOfTheBriefFormOnly() {
    Attributes settings = USUAL.with("sites", List.of(Map.of("domain", "a.example")));
    assertEquals("/", settings.get(SITES).get(0).get(PATH));
    assertEquals(List.of(Map.of("domain", "a.example")), settings.brief().get("sites"));
    assertEquals(
        List.of(Map.of("domain", "a.example", "path", "/")), settings.plain().get("sites"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatCannotBeIsToldByItsPath(List<Object> given) {
    InvalidAttribute problem =
        assertThrows(InvalidAttribute.class, () -> USUAL.with((String) given.get(0), given.get(1)));
    assertEquals(given.get(2), problem.getMessage());
    assertEquals(problem.getMessage(), problem.path() + " " + problem.problem());
  }

  static List<List<Object>> problems() {
    return List.of(
        List.of(
            "opne",
            true,
            "opne is not known here; did you mean open? Known are open, limit, pause, mode, codes, sites, urls, rights"),
        List.of("open", "yes", "open must be true or false but is text"),
        List.of("limit", "3", "limit must be a whole number but is text"),
        List.of("limit", 0, "limit must be a whole number from 1 to 9"),
        List.of("limit", 1.5, "limit must be a whole number from 1 to 9"),
        List.of("limit", 1L << 32 | 3, "limit must be a whole number from 1 to 9"),
        List.of(
            "pause", 5, "pause must be a duration like PT10M or P30D (ISO 8601) but is a number"),
        List.of("pause", "soon", "pause must be a duration like PT10M or P30D (ISO 8601)"),
        List.of("pause", "PT2H", "pause must be from PT0S to PT1H"),
        List.of("mode", "brisk", "mode must be one of [fast, slow]"),
        List.of("mode", List.of(), "mode must be one of [fast, slow] but is a list"),
        List.of("codes", "1", "codes must be a list but is text"),
        List.of("codes", List.of("1", "x"), "codes[1] must be digits"),
        List.of("codes", List.of(1), "codes[0] must be text: put it in quotes, but is a number"),
        List.of("sites", List.of(Map.of("path", "/")), "sites[0].domain is missing"),
        List.of(
            "sites",
            List.of(Map.of("domain", "a", "port", 1)),
            "sites[0].port is not known here; known are domain, path"),
        List.of("urls", List.of("/in"), "urls[0] must be an absolute URL"),
        List.of("rights", Map.of("a", true), "rights.a must be a list but is true or false"));
  }

  @Test
  void nothingIsNoValue() {
    assertEquals(
        "open must be true or false but is nothing",
        assertThrows(InvalidAttribute.class, () -> USUAL.with("open", null)).getMessage());
    assertEquals(
        "codes[0] must be text but is nothing",
        assertThrows(
                InvalidAttribute.class, () -> USUAL.with("codes", Arrays.asList((Object) null)))
            .getMessage());
  }

  @Test
  void typedValuesAreCheckedToo() {
    assertThrows(InvalidAttribute.class, () -> USUAL.with(LIMIT, 10));
    assertThrows(InvalidAttribute.class, () -> USUAL.with(URLS, List.of("in")));
  }

  @Test
  void aNameStandsForOneRow() {
    AttributeRows rows = new AttributeRows();
    rows.add(DOMAIN);
    assertThrows(IllegalStateException.class, () -> rows.add(DOMAIN));
  }

  @Test
  void theSchemaSaysWhatItIsAndWhatIsUsual() {
    assertEquals(
        Map.of(
            "type",
            "object",
            "properties",
            Map.of(
                "domain", Map.of("description", "Where.", "type", "string"),
                "path", Map.of("description", "What below it; default /.", "type", "string")),
            "required",
            List.of("domain"),
            "additionalProperties",
            false),
        schema(SITE.type("")));
    assertEquals("Sites; default none.", SITES.sentence());
    assertEquals("Rights; default none.", RIGHTS.sentence());
    assertEquals(
        Map.of("type", "integer", "minimum", BigDecimal.ONE, "maximum", BigDecimal.valueOf(9)),
        schema(LIMIT.type()));
    assertEquals(Map.of("type", "string", "enum", List.of("fast", "slow")), schema(MODE.type()));
  }

  private static Map<String, Object> schema(Type<?> type) {
    return PlainValues.map(JsonSchema.ofDocument().of(type));
  }
}
