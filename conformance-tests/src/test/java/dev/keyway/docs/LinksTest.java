package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The pages lead where they say. */
class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)[^)]*\\)");

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
