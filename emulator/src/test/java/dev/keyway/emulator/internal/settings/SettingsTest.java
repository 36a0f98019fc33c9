package dev.keyway.emulator.internal.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows: what they take, how they are written, what they say when something cannot be. */
class SettingsTest {
  private static final SettingRows SITE = new SettingRows();
  private static final Setting<String> DOMAIN =
      SITE.add(Setting.required("domain", SettingTypes.text(), "Where"));
  private static final Setting<String> PATH =
      SITE.add(Setting.of("path", SettingTypes.text(), "/", "What below it"));

  private static final SettingRows ROWS = new SettingRows();
  private static final Setting<Boolean> OPEN =
      ROWS.add(Setting.of("open", SettingTypes.flag(), true, "Whether it is open"));
  private static final Setting<Integer> LIMIT =
      ROWS.add(Setting.of("limit", SettingTypes.whole(1, 9), 3, "How many"));
  private static final Setting<Duration> PAUSE =
      ROWS.add(
          Setting.of(
              "pause",
              SettingTypes.duration(Duration.ZERO, Duration.ofHours(1)),
              Duration.ofMinutes(1),
              "How long"));
  private static final Setting<String> MODE =
      ROWS.add(Setting.of("mode", SettingTypes.choice("fast", "slow"), "fast", "How"));
  private static final Setting<Set<String>> CODES =
      ROWS.add(
          Setting.of(
              "codes",
              SettingTypes.setOf(SettingTypes.text("digits", "[0-9]+")),
              Set.of(),
              "Codes"));
  private static final Setting<List<Settings>> SITES =
      ROWS.add(
          Setting.of("sites", SettingTypes.listOf(SettingTypes.parts(SITE)), List.of(), "Sites"));
  private static final Setting<List<String>> URLS =
      ROWS.add(Setting.of("urls", SettingTypes.listOf(SettingTypes.url()), List.of(), "URLs"));
  private static final Setting<Map<String, List<String>>> RIGHTS =
      ROWS.add(
          Setting.of(
              "rights",
              SettingTypes.mapOf(SettingTypes.listOf(SettingTypes.text())),
              Map.of(),
              "Rights"));

  private static final Settings USUAL = Settings.usual(ROWS);

  @Test
  void whatIsNotSetIsUsual() {
    assertEquals(true, USUAL.get(OPEN));
    assertEquals(Duration.ofMinutes(1), USUAL.get(PAUSE));
    assertEquals(Map.of(), USUAL.brief());
    assertEquals("PT1M", USUAL.plain().get("pause"));
  }

  @Test
  void valuesComeBackHoweverTheyWereSet() {
    Settings typed = USUAL.with(LIMIT, 5).with(MODE, "slow").with(CODES, Set.of("2", "1"));
    Settings plain =
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
    Settings settings = USUAL.with("sites", List.of(Map.of("domain", "a.example")));
    assertEquals("/", settings.get(SITES).get(0).get(PATH));
    assertEquals(List.of(Map.of("domain", "a.example")), settings.brief().get("sites"));
    assertEquals(
        List.of(Map.of("domain", "a.example", "path", "/")), settings.plain().get("sites"));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void whatCannotBeIsToldByItsPath(List<Object> given) {
    InvalidSetting problem =
        assertThrows(InvalidSetting.class, () -> USUAL.with((String) given.get(0), given.get(1)));
    assertEquals(given.get(2), problem.getMessage());
    assertEquals(problem.getMessage(), problem.path() + " " + problem.problem());
  }

  static List<List<Object>> problems() {
    return List.of(
        List.of(
            "opne",
            true,
            "opne is not known here; known are open, limit, pause, mode, codes, sites, urls, rights"),
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
        assertThrows(InvalidSetting.class, () -> USUAL.with("open", null)).getMessage());
    assertEquals(
        "codes[0] must be text but is nothing",
        assertThrows(InvalidSetting.class, () -> USUAL.with("codes", Arrays.asList((Object) null)))
            .getMessage());
  }

  @Test
  void typedValuesAreCheckedToo() {
    assertThrows(InvalidSetting.class, () -> USUAL.with(LIMIT, 10));
    assertThrows(InvalidSetting.class, () -> USUAL.with(URLS, List.of("in")));
  }

  @Test
  void aNameStandsForOneRow() {
    SettingRows rows = new SettingRows();
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
        SITE.schema());
    assertEquals("Sites; default none.", SITES.sentence());
    assertEquals("Rights; default none.", RIGHTS.sentence());
    assertEquals(Map.of("type", "integer", "minimum", 1, "maximum", 9), LIMIT.type().schema());
    assertEquals(Map.of("type", "string", "enum", List.of("fast", "slow")), MODE.type().schema());
  }
}
