package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java that the documentation prints compiles without a warning, and the README's runs. */
class ExamplesTest {

  @TempDir Path folder;

  @Test
  void everyExampleOfTheGuidesCompiles() throws Exception {
    List<String> examples =
        Document.guides().stream().flatMap(guide -> guide.java().stream()).toList();
    assertTrue(examples.size() > 10, "the examples were found");
    JavaExamples.compile(examples, folder);
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
