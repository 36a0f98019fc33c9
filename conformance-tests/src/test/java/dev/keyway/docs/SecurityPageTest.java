package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every promise of the page on security names tests, and they exist. */
class SecurityPageTest {

  private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*Test)`");
  private static final Pattern PROMISE =
      Pattern.compile("^\\| (?!Promise)([^|]+) \\| ([^|]+) \\|$");

  private final Document page = Document.read("docs/security.md");

  @Test
  void theTestsThatThePageNamesExist() throws IOException {
    Set<String> existing;
    try (Stream<Path> files = Files.walk(Document.ROOT, 12)) {
      existing =
          files
              .filter(file -> file.toString().contains("src/test/java"))
              .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
              .collect(Collectors.toSet());
    }
    List<String> missing =
        NAMED
            .matcher(page.text())
            .results()
            .map((MatchResult name) -> name.group(1))
            .filter(name -> !existing.contains(name))
            .toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void everyPromiseNamesItsTest() {
    List<MatchResult> promises =
        page.text()
            .lines()
            .dropWhile(line -> !line.startsWith("## Guarantees"))
            .takeWhile(line -> !line.startsWith("## Figures"))
            .flatMap(line -> PROMISE.matcher(line).results())
            .toList();
    assertTrue(promises.size() > 20, () -> "only " + promises.size() + " promises were found");
    List<String> bare =
        promises.stream()
            .filter(
                promise ->
                    !NAMED.matcher(promise.group(2)).find()
                        && !promise.group(2).startsWith("the same")
                        && !promise.group(2).startsWith("in the build"))
            .map(promise -> promise.group(1))
            .toList();
    assertEquals(List.of(), bare);
  }
}
