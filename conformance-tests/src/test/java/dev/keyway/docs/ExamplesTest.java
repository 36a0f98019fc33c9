package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that the documentation prints compiles without a warning, and the README's runs. */
class ExamplesTest {

  /** The examples that no test runs, and why. Those in {@link Runs} are run. */
  private static final Map<String, String> NOT_RUN =
      Map.of("InABrowser", "drives a browser; dev.keyway.browser takes the same steps in Chromium");

  @TempDir Path folder;

  @Test
  void everyExampleOfTheGuidesCompiles() throws Exception {
    List<String> examples =
        Document.guides().stream().flatMap(guide -> guide.java().stream()).toList();
    assertTrue(examples.size() > 10, "the examples were found");
    JavaExamples.compile(examples, folder);
  }

  @Test
  void everyExampleOfTheGuidesIsRunOrSaysWhyNot() {
    Set<String> printed = new TreeSet<>();
    GuideExamples.printed().forEach(example -> printed.add(JavaExamples.nameOf(example)));
    Set<String> accounted = new TreeSet<>(NOT_RUN.keySet());
    Stream.of(
            GettingStartedTest.class,
            GuideExamplesTest.class,
            TestingGuideTest.class,
            WebFlowsTest.class,
            MachinesGuideTest.class,
            ViewGuidesTest.class,
            WebhookEndpointTest.class)
        .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Runs.class))
        .map(method -> method.getAnnotation(Runs.class))
        .forEach(runs -> accounted.addAll(List.of(runs.value())));
    assertEquals(printed, accounted);
    assertEquals(1, NOT_RUN.size(), "one more may not be left out: run it");
  }

  @Test
  void theExamplesOfTheReadmeRunAsPrinted() throws Exception {
    List<String> examples = Document.read("README.md").java();
    assertEquals(1, examples.size());
    ClassLoader loader =
        JavaExamples.compile(List.of(JavaExamples.wrapped("Readme", examples.get(0))), folder);
    Method main = loader.loadClass("Readme").getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    main.invoke(null, (Object) new String[0]);
  }
}
