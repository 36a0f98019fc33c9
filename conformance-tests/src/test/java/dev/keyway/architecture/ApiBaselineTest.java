package dev.keyway.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code mvn verify} compares with the baselines. */
class ApiBaselineTest {
  @Test
  void everyExportedPackageIsComparedAndNoOther() throws IOException {
    NavigableSet<String> exported = new TreeSet<>();
    for (Class<?> one : ApiBaseline.MODULES.values()) {
      exported.addAll(ModuleClasses.of(one).exported());
    }
    NavigableSet<String> compared = new TreeSet<>();
    Pattern.compile("<include>(dev\\.keyway[^<]*)</include>")
        .matcher(Files.readString(Path.of("..", "pom.xml")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(compared::add);
    assertEquals(exported, compared);
  }

  @Test
  void aBaselineShowsWhatUsersMayNameAndNoMore() {
    ModuleClasses emulator = ModuleClasses.of(AuthEmulator.class);
    NavigableSet<String> shown = ApiSignatures.shownBy(emulator);
    assertTrue(shown.contains("dev/keyway/emulator/AuthEmulator$Builder"), shown::toString);
    assertTrue(shown.stream().noneMatch(t -> t.contains("/internal/")), shown::toString);
    assertTrue(shown.stream().noneMatch(t -> t.contains("/cli/")), shown::toString);
  }
}
