package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** The first project that a newcomer makes is the example that the build runs. */
class GettingStartedTest {

  private static final String EXAMPLE = "docs/examples/getting-started/";

  @TempDir Path folder;

  @Test
  void theGuidePrintsTheExample() {
    Document guide = Document.read("docs/guides/getting-started.md");
    for (String file :
        List.of("pom.xml", "src/main/java/Members.java", "src/test/java/MembersTest.java")) {
      String text = Document.read(EXAMPLE + file).text();
      assertTrue(guide.text().contains("\n" + text + "```\n"), () -> file + " is another one");
    }
  }

  @Test
  void theReadmeAndTheExampleNameTheSameVersion() {
    String version = "<version>0.1.0-SNAPSHOT</version>";
    assertTrue(Document.read("pom.xml").text().contains(version));
    assertTrue(Document.read("README.md").text().contains(version));
    assertTrue(Document.read(EXAMPLE + "pom.xml").text().contains(version));
  }

  @Test
  @Runs({"Members", "MembersTest"})
  void theTestPasses() throws Exception {
    Class<?> test = GuideExamples.compile(folder).type("MembersTest");
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(test)).build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    assertEquals(List.of(), listener.getSummary().getFailures());
    assertEquals(1, listener.getSummary().getTestsSucceededCount());
  }

  /** Surefire runs no class of another name, and reports success all the same. */
  @Test
  void everyTestThatAGuidePrintsIsFoundByItsName() {
    assertEquals(
        List.of(),
        GuideExamples.printed().stream()
            .filter(example -> example.contains("@Test"))
            .map(JavaExamples::nameOf)
            .filter(name -> !name.endsWith("Test"))
            .toList());
  }
}
