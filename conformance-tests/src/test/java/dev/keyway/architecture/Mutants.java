package dev.keyway.architecture;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares what mutation testing (PIT) found in every module with the list of changes that no test
 * sees, each with why it may be so. Prints figures for each package, and fails on a change that is
 * not in the list, on an entry that nothing is left of, and on a package below the goal.
 */
public final class Mutants {
  private static final int GOAL = 85;
  private static final List<String> UNSEEN = List.of("SURVIVED", "NO_COVERAGE");
  private static final String HEADER = "class,method,mutator,why";

  private Mutants() {}

  /** One change: where it is, without its line, and whether a test saw it. */
  private record Mutant(String type, String method, String mutator, boolean seen) {
    /** From a line of PIT's report: file, class, mutator, method, line, status, test. */
    static Mutant of(String line) {
      String[] fields = line.split(",", -1);
      return new Mutant(
          fields[1],
          // Lambdas are numbered through their class: one more would rename those after it.
          fields[3].replaceFirst("^lambda\\$(.*)\\$\\d+$", "$1"),
          fields[2].substring(fields[2].lastIndexOf('.') + 1).replaceFirst("Mutator$", ""),
          !UNSEEN.contains(fields[5]));
    }

    String packageName() {
      return type.substring(0, type.lastIndexOf('.'));
    }

    String place() {
      return type + "," + method + "," + mutator;
    }
  }

  /** Reads the modules' reports below the folder that is named, and the list beside them. */
  public static void main(String[] folders) throws IOException {
    Path root = Path.of(folders[0]);
    Set<String> unseen = new LinkedHashSet<>();
    Set<String> problems = new LinkedHashSet<>();
    Set<String> packages = new LinkedHashSet<>();
    for (String module : List.of("api", "providers", "emulator")) {
      Path report = root.resolve(module).resolve("target/pit-reports/mutations.csv");
      if (Files.exists(report)) {
        List<Mutant> mutants = Files.readAllLines(report).stream().map(Mutant::of).toList();
        Map<String, List<Mutant>> byPackage =
            mutants.stream()
                .collect(
                    Collectors.groupingBy(Mutant::packageName, TreeMap::new, Collectors.toList()));
        byPackage.forEach((name, all) -> figures(name, all, problems, System.out));
        packages.addAll(byPackage.keySet());
        mutants.stream().filter(mutant -> !mutant.seen()).map(Mutant::place).forEach(unseen::add);
      }
    }
    compare(unseen, packages, listed(root.resolve("docs/mutants.csv")), problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), problems));
    }
  }

  private static void figures(
      String name, List<Mutant> all, Set<String> problems, PrintStream out) {
    long seen = all.stream().filter(Mutant::seen).count();
    long percent = 100 * seen / all.size();
    out.printf("%s: %d changes, %d seen, %d %%%n", name, all.size(), seen, percent);
    if (percent < GOAL) {
      problems.add(name + " is below " + GOAL + " %");
    }
  }

  private static Set<String> listed(Path list) throws IOException {
    Set<String> places = new LinkedHashSet<>();
    for (String line : Files.readAllLines(list)) {
      String[] fields = line.split(",", 4);
      if (fields.length < 4 || fields[3].isBlank()) {
        throw new IllegalStateException("No reason in " + list + ": " + line);
      }
      if (!line.equals(HEADER)) {
        places.add(fields[0] + "," + fields[1] + "," + fields[2]);
      }
    }
    return places;
  }

  private static void compare(
      Set<String> unseen, Set<String> packages, Set<String> listed, Set<String> problems) {
    for (String place : unseen) {
      if (!listed.contains(place)) {
        problems.add("No test sees it, and docs/mutants.csv does not say why: " + place);
      }
    }
    for (String place : listed) {
      String type = place.substring(0, place.indexOf(','));
      boolean ran = packages.contains(type.substring(0, type.lastIndexOf('.')));
      if (ran && !unseen.contains(place)) {
        problems.add("A test sees it now; docs/mutants.csv need not name it: " + place);
      }
    }
  }
}
