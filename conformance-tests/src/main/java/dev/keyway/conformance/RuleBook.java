package dev.keyway.conformance;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All rules as a page to read. */
final class RuleBook {

  private RuleBook() {}

  /**
   * Writes the page.
   *
   * @param args where to
   */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), markdown());
  }

  /** The areas by name, each with its rules by id. */
  static Map<String, List<Rule>> areas() {
    Map<String, List<Rule>> areas = new TreeMap<>();
    for (Class<?> area : AuthConformance.class.getDeclaredClasses()) {
      areas.put(
          area.getSimpleName(),
          Arrays.stream(area.getSuperclass().getDeclaredMethods())
              .sorted(Comparator.comparing(Method::getName))
              .filter(method -> method.isAnnotationPresent(Rule.class))
              .map(method -> method.getAnnotation(Rule.class))
              .sorted(Comparator.comparing(Rule::id))
              .toList());
    }
    return areas;
  }

  static String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # The rules of the conformance suite

            This page is made from the annotations; `RuleBookTest` says how. A rule marked *no* is
            about something that must not work or must not happen. A rule applies where the provider
            declares the capabilities named with it.

            | Area | Rules | of these negative |
            |---|---|---|
            """);
    int rules = 0;
    int negative = 0;
    for (var area : areas().entrySet()) {
      long refusals = area.getValue().stream().filter(Rule::negative).count();
      rules += area.getValue().size();
      negative += (int) refusals;
      page.append("| %s | %d | %d |%n".formatted(area.getKey(), area.getValue().size(), refusals));
    }
    page.append("| **all** | **%d** | **%d** |%n".formatted(rules, negative));
    for (var area : areas().entrySet()) {
      page.append(
          "%n## %s%n%n| Id | | Rule | Needs |%n|---|---|---|---|%n".formatted(area.getKey()));
      for (Rule rule : area.getValue()) {
        page.append(
            "| %s | %s | %s | %s |%n"
                .formatted(rule.id(), rule.negative() ? "no" : "", rule.value(), needs(rule)));
      }
    }
    return page.toString();
  }

  private static String needs(Rule rule) {
    return Arrays.stream(rule.needs())
        .map(capability -> "`" + capability + "`")
        .collect(Collectors.joining(" "));
  }
}
