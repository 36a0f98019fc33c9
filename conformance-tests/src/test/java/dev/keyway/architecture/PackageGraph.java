package dev.keyway.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.keyway.AuthClient;
import dev.keyway.conformance.AuthConformance;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.providers.stytch.StytchFactory;
import java.io.PrintStream;
import java.lang.module.FindException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints how the packages of a module hang together: their number and sizes, the circles between
 * them, what is public and for whom. Types are top-level ones that a person wrote; an arrow is one
 * type that uses another of the same module in a different package.
 */
public final class PackageGraph {
  private static final String GENERATED = "dagger.internal.DaggerGenerated";

  private final List<JavaClass> types;
  private final Arrows arrows = new Arrows();

  private PackageGraph(Path classes) {
    List<JavaClass> all =
        new ClassFileImporter()
            .importPath(classes).stream()
                .filter(c -> !c.getSimpleName().endsWith("-info"))
                .filter(c -> !top(c).isAnnotatedWith(GENERATED))
                .toList();
    types = all.stream().filter(c -> c == top(c)).toList();
    Set<JavaClass> own = Set.copyOf(types);
    Set<String> seen = new TreeSet<>();
    for (JavaClass each : all) {
      JavaClass from = top(each);
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        JavaClass to = top(dependency.getTargetClass().getBaseComponentType());
        boolean crosses = !to.getPackageName().equals(from.getPackageName());
        if (own.contains(to) && crosses && seen.add(from.getName() + ">" + to.getName())) {
          arrows.add(from.getPackageName(), to.getPackageName());
        }
      }
    }
  }

  /** Prints the modules, or those whose classes lie in the folders that are named. */
  public static void main(String[] folders) {
    Stream<Path> places =
        folders.length > 0
            ? Stream.of(folders).map(Path::of)
            : Stream.of(
                    AuthClient.class,
                    StytchFactory.class,
                    AuthEmulator.class,
                    AuthConformance.class)
                .map(ModuleClasses::placeOf);
    places.forEach(place -> new PackageGraph(place).print(place, System.out));
  }

  private void print(Path place, PrintStream out) {
    Map<String, Long> sizes =
        types.stream()
            .collect(
                Collectors.groupingBy(
                    JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
    Map.Entry<String, Long> largest =
        sizes.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    List<Set<String>> circles = arrows.circles();
    out.println(place);
    out.printf("  types %d, packages %d%n", types.size(), sizes.size());
    out.printf("  largest package: %s, %d types%n", largest.getKey(), largest.getValue());
    out.printf("  package circles: %d%n", circles.size());
    circles.forEach(circle -> out.println("    " + circle.size() + ": " + circle));
    List<String> pairs = arrows.twoWay();
    out.printf("  two-way pairs of packages: %d%n", pairs.size());
    pairs.forEach(pair -> out.println("    " + pair));
    out.printf("  arrows between packages: %d, upward: %d%n", arrows.count(), arrows.upward());
    Set<String> exported = exported(place, sizes.keySet());
    long forAll = types.stream().filter(c -> isPublic(c) && isIn(exported, c)).count();
    long forOurselves = types.stream().filter(c -> isPublic(c) && !isIn(exported, c)).count();
    out.printf("  public types in exported packages: %d, elsewhere: %d%n", forAll, forOurselves);
  }

  /** Without a description, a module exports all that it has. */
  private static Set<String> exported(Path place, Set<String> packages) {
    try {
      return ModuleClasses.at(place).exported();
    } catch (FindException | IllegalStateException e) {
      return packages;
    }
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC);
  }

  private static boolean isIn(Set<String> packages, JavaClass type) {
    return packages.contains(type.getPackageName());
  }

  private static JavaClass top(JavaClass type) {
    return type.getEnclosingClass().map(PackageGraph::top).orElse(type);
  }

  /** How many arrows run from each package to each other. */
  private static final class Arrows {
    private final Map<String, Map<String, Integer>> out = new TreeMap<>();

    void add(String from, String to) {
      out.computeIfAbsent(to, p -> new TreeMap<>());
      out.computeIfAbsent(from, p -> new TreeMap<>()).merge(to, 1, Integer::sum);
    }

    int weight(String from, String to) {
      return out.getOrDefault(from, Map.of()).getOrDefault(to, 0);
    }

    int count() {
      return out.values().stream()
          .flatMap(m -> m.values().stream())
          .mapToInt(Integer::intValue)
          .sum();
    }

    List<String> twoWay() {
      List<String> pairs = new ArrayList<>();
      for (String from : out.keySet()) {
        for (String to : out.keySet()) {
          if (from.compareTo(to) < 0 && weight(from, to) > 0 && weight(to, from) > 0) {
            pairs.add(from + " (" + weight(from, to) + ") <-> (" + weight(to, from) + ") " + to);
          }
        }
      }
      return pairs;
    }

    /** The sets of packages of which each reaches every other. */
    List<Set<String>> circles() {
      Map<String, Set<String>> reached = new TreeMap<>();
      out.keySet().forEach(from -> reached.put(from, reachedFrom(from)));
      Set<Set<String>> circles =
          out.keySet().stream()
              .map(
                  from ->
                      reached.getOrDefault(from, Set.of()).stream()
                          .filter(to -> reached.getOrDefault(to, Set.of()).contains(from))
                          .collect(Collectors.toCollection(TreeSet::new)))
              .filter(circle -> circle.size() > 1)
              .collect(Collectors.toSet());
      return circles.stream().sorted(Comparator.comparing(Set::toString)).toList();
    }

    /**
     * Arrows that run against an order of the packages in which few do: always next comes one that
     * none of the rest uses, or else the one that most exceeds in using what it is used. There are
     * none exactly if there is no circle.
     */
    int upward() {
      List<String> left = new ArrayList<>(out.keySet());
      int against = 0;
      while (!left.isEmpty()) {
        String next = left.get(0);
        int best = Integer.MIN_VALUE;
        for (String candidate : left) {
          int uses = left.stream().mapToInt(other -> weight(candidate, other)).sum();
          int used = left.stream().mapToInt(other -> weight(other, candidate)).sum();
          int gain = used == 0 ? Integer.MAX_VALUE : uses - used;
          if (gain > best) {
            best = gain;
            next = candidate;
          }
        }
        left.remove(next);
        for (String other : left) {
          against += weight(other, next);
        }
      }
      return against;
    }

    private Set<String> reachedFrom(String start) {
      Set<String> reached = new TreeSet<>();
      List<String> open = new ArrayList<>(out.getOrDefault(start, Map.of()).keySet());
      while (!open.isEmpty()) {
        String next = open.remove(open.size() - 1);
        if (reached.add(next)) {
          open.addAll(out.getOrDefault(next, Map.of()).keySet());
        }
      }
      return reached;
    }
  }
}
