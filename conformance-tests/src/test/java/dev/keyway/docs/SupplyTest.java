package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What comes along with the published modules, and under which licence, is what the documentation
 * lists. The build writes what it found to {@code target/supply}; {@code -Dkeyway.docs.write=true}
 * takes it over.
 */
class SupplyTest {

  private static final Set<String> MODULES =
      new TreeSet<>(Set.of("api", "providers", "emulator", "conformance-tests"));
  private static final String SECTION = "libraries";

  @ParameterizedTest
  @ValueSource(strings = {"api", "providers", "emulator", "conformance-tests"})
  void whatAModuleBringsAlongIsListed(String module) {
    String found =
        found(module, "dependencies.txt").replaceAll("(dev\\.keyway:[^:]+:jar):[^:\\r\\n]+", "$1");
    String path = "docs/dependencies/" + module + ".txt";
    if (Boolean.getBoolean("keyway.docs.write")) {
      new Document(Document.ROOT.resolve(path), found).write();
    } else {
      assertEquals(found, Document.read(path).text(), stale(path));
    }
  }

  @Test
  void theLicencesAreListed() {
    Document page = Document.read("docs/third-party.md");
    if (Boolean.getBoolean("keyway.docs.write")) {
      page.with(SECTION, licences()).write();
    } else {
      assertEquals(licences(), page.section(SECTION), stale(page.path().toString()));
    }
  }

  private static String licences() {
    Map<String, String> licences = new TreeMap<>();
    Map<String, Set<String>> users = new TreeMap<>();
    for (String module : MODULES) {
      found(module, "licences.txt")
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("dev.keyway:"))
          .map(line -> line.split("\\|", 2))
          .forEach(
              library -> {
                licences.put(library[0], library[1]);
                users.computeIfAbsent(library[0], any -> new TreeSet<>()).add(module);
              });
    }
    StringBuilder table = new StringBuilder("| Library | Licence | Comes with |\n|---|---|---|\n");
    users.forEach(
        (library, modules) ->
            table.append(
                "| `%s` | %s | %s |\n"
                    .formatted(library, licences.get(library), String.join(", ", modules))));
    return table.toString();
  }

  private static String found(String module, String file) {
    Document found = new Document(Document.ROOT.resolve(module + "/target/supply/" + file), "");
    assertTrue(Files.exists(found.path()), found.path() + ": run this test with Maven");
    return Document.read(found.path()).text().replace("\r\n", "\n");
  }

  private static String stale(String path) {
    return path + " is stale; run this test with -Dkeyway.docs.write=true";
  }
}
