package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pages lead where they say. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");
  private static final Pattern HEADING_LINK = Pattern.compile("\\]\\(([^)#\\s:]*)#([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");

  @TestFactory
  Stream<DynamicTest> everyLinkToAFileLeadsToOne() {
    return Document.all().stream()
        .map(
            page ->
                dynamicTest(
                    Document.ROOT.relativize(page.path()).toString(),
                    () ->
                        assertEquals(
                            List.of(), links(page).filter(link -> !leads(page, link)).toList())));
  }

  @Test
  void everyLinkToAHeadingLeadsToOne() {
    List<String> lost =
        Document.all().stream()
            .flatMap(
                page ->
                    HEADING_LINK
                        .matcher(page.text())
                        .results()
                        .filter(link -> !headings(page, link.group(1)).contains(link.group(2)))
                        .map(link -> page.path().getFileName() + " " + link.group()))
            .toList();
    assertEquals(List.of(), lost);
  }

  /** As GitHub makes anchors of them. */
  private static List<String> headings(Document page, String file) {
    Path folder = Objects.requireNonNull(page.path().getParent());
    Document target = file.isEmpty() ? page : Document.read(folder.resolve(file));
    return HEADING
        .matcher(target.text())
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  @Test
  void everyGuideIsInTheListOfGuides() {
    List<String> listed = links(Document.read("docs/guides/README.md")).toList();
    for (Document guide : Document.guides()) {
      String name = Objects.toString(guide.path().getFileName());
      assertTrue(name.equals("README.md") || listed.contains(name), name);
    }
  }

  private static Stream<String> links(Document page) {
    return LINK.matcher(page.text())
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.contains(":"));
  }

  private static boolean leads(Document page, String link) {
    Path folder = Objects.requireNonNull(page.path().getParent());
    return Files.exists(folder.resolve(link));
  }
}
