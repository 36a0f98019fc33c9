package dev.keyway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Measures, and prints each row as it is known: what was measured, Keyway's figure, its peers', and
 * the ratios with their goals. Arguments name sections; without any, all are measured.
 */
final class Table {
  private static final Map<String, Consumer<Rows>> SECTIONS = sections();

  private Table() {}

  public static void main(String[] args) throws IOException {
    Set<String> wanted = Set.copyOf(Arrays.stream(args).filter(arg -> !arg.isEmpty()).toList());
    if (!SECTIONS.keySet().containsAll(wanted)) {
      System.err.println("Sections: " + String.join(" ", SECTIONS.keySet()));
      System.exit(2);
    }
    Rows rows = new Rows();
    SECTIONS.forEach(
        (name, section) -> {
          if (wanted.isEmpty() || wanted.contains(name)) {
            section.accept(rows);
          }
        });
    String file = System.getProperty("keyway.table", "");
    if (!file.isEmpty()) {
      Files.writeString(Path.of(file), rows.markdown());
    }
    System.out.println();
    System.out.print(rows.markdown());
  }

  private static Map<String, Consumer<Rows>> sections() {
    Map<String, Consumer<Rows>> sections = new LinkedHashMap<>();
    sections.put("start", StartRows::inJvm);
    sections.put("process", StartRows::asProcess);
    sections.put("first-call", ClientRows::firstCall);
    sections.put("calls", ClientRows::warmCalls);
    sections.put("sign-ins", ServerRows::signIns);
    sections.put("lookups", ServerRows::lookups);
    sections.put("latency", ServerRows::latency);
    sections.put("many-users", ServerRows::manyUsers);
    sections.put("tokens", TokenRows::checks);
    return sections;
  }
}
