package dev.keyway.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No test fails because the machine is slow: whoever waits waits for a minute or longer. */
class TimeLimitsTest {
  private static final Path ROOT = Path.of("..");
  private static final long SHORTEST_SECONDS = 60;

  /** Opens a client whose calls would end after the default of ten seconds. */
  private static final Pattern CLIENT =
      Pattern.compile(
          "AuthClient\\s*\\.(open|builder)\\(|@EmulatedAuth\\b|\\b(StackAuth|Stytch)\\.config\\(\\)");

  private static final Pattern TIMEOUT =
      Pattern.compile(
          "keyway\\.timeout|patientSettings|timeout: 5m|timeout\\(Duration.ofMinutes\\(");

  /** Something that waits, and at most how long, where that stands beside it. */
  private static final Pattern WAIT =
      Pattern.compile(
          "(?:\\b(?:await\\w*|waitFor|join|get|tryAcquire|poll|timeout|connectTimeout|requestTimeout"
              + "|assertTimeout\\w*|pollDelay|atMost)|@Timeout)\\((?:[^;(){}]|\\([^;(){}]*\\))*?"
              + "(?:Duration\\.of(?<unit>Millis|Seconds)\\((?<count>[\\d_]+)\\)"
              + "|\\b(?<plain>[\\d_]+),\\s*(?:TimeUnit\\.)?(?<plainUnit>MILLISECONDS|SECONDS))");

  /** Files with a short time, or without one, that fails no test by itself. */
  private static final Map<String, String> EXCEPTIONS =
      Map.ofEntries(
          Map.entry("LifecycleTest.java", "the client is opened; its provider sends nothing"),
          Map.entry("EmulatedAuthTest.java", "the contexts have no client"),
          Map.entry("MembersTest.java", "what a newcomer copies has no more than is needed"),
          Map.entry("StytchSettingsTest.java", "the settings are made; no client is"),
          Map.entry("CallsTest.java", "the provider sends nothing"),
          Map.entry("FixtureProvider.java", "the provider sends nothing"),
          Map.entry("MemoryHarness.java", "the provider sends nothing"),
          Map.entry("ReceivedEventsTest.java", "events are read; the client sends nothing"),
          Map.entry("EmulatorGuardTest.java", "the client is opened, or refused; it sends nothing"),
          Map.entry("OptionsTest.java", "values that are checked; nobody waits"),
          Map.entry("AuthConfigTest.java", "values that are checked; nobody waits"),
          Map.entry("CapabilityTableTest.java", "the client is asked what it supports"),
          Map.entry("KeywayAutoConfigurationTest.java", "the client is made; it sends nothing"),
          Map.entry("TransportFixture.java", "the calls are to run out of time"),
          Map.entry("AccessTokenRules.java", "the calls are to run out of time"),
          Map.entry("HostileWireTest.java", "the requests are to run out of time"));

  private static Stream<Path> tests() throws IOException {
    return Stream.of("api", "providers", "emulator", "conformance-tests", "docs/examples")
        .map(ROOT::resolve)
        .flatMap(TimeLimitsTest::files)
        .filter(file -> file.toString().matches(".*/(src/(test|it)|conformance/)/?.*\\.java"))
        .filter(file -> !file.toString().contains("/target/"))
        .filter(file -> !file.endsWith("TimeLimitsTest.java"));
  }

  private static Stream<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noClientHasTheDefaultTimeout() throws IOException {
    List<String> hasty =
        tests()
            .filter(file -> !EXCEPTIONS.containsKey(String.valueOf(file.getFileName())))
            .filter(file -> CLIENT.matcher(text(file)).find())
            .filter(file -> !TIMEOUT.matcher(text(file)).find() && !isSetBeside(file))
            .map(Path::toString)
            .toList();
    assertEquals(List.of(), hasty, "set keyway.timeout");
  }

  /** A framework's test has the setting in a file. */
  private static boolean isSetBeside(Path file) {
    String path = file.toString();
    Path project = Path.of(path.substring(0, path.indexOf("/src/test/java")));
    return Stream.of("application.yaml", "application.properties")
        .map(name -> project.resolve("src/main/resources").resolve(name))
        .filter(Files::exists)
        .anyMatch(settings -> TIMEOUT.matcher(text(settings)).find());
  }

  @Test
  void nobodyWaitsForLessThanAMinute() throws IOException {
    List<String> hasty = new ArrayList<>();
    tests()
        .filter(file -> !EXCEPTIONS.containsKey(String.valueOf(file.getFileName())))
        .forEach(file -> tooShort(text(file)).forEach(wait -> hasty.add(file + ": " + wait)));
    assertEquals(List.of(), hasty, "wait longer");
  }

  private static List<String> tooShort(String text) {
    Matcher waits = WAIT.matcher(text);
    List<String> found = new ArrayList<>();
    while (waits.find()) {
      String count = waits.group("count") == null ? waits.group("plain") : waits.group("count");
      String unit = waits.group("unit") == null ? waits.group("plainUnit") : waits.group("unit");
      long number = Long.parseLong(count.replace("_", ""));
      long seconds = unit.toLowerCase(Locale.ROOT).startsWith("milli") ? number / 1000 : number;
      if (seconds < SHORTEST_SECONDS) {
        found.add(waits.group());
      }
    }
    return found;
  }

  @Test
  void theRulesKnowAShortWait() {
    assertEquals(1, tooShort("latch.await(5, TimeUnit.SECONDS)").size());
    assertEquals(1, tooShort("mail.await(to(x), Duration.ofMillis(500))").size());
    assertEquals(0, tooShort("latch.await(300, SECONDS)").size());
    assertTrue(EXCEPTIONS.keySet().stream().allMatch(TimeLimitsTest::exists));
  }

  private static boolean exists(String name) {
    try (Stream<Path> all = tests()) {
      return all.map(file -> String.valueOf(file.getFileName())).anyMatch(name::equals);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
