package dev.keyway.emulator.seed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.attribute.AttributeWording;
import dev.keyway.emulator.internal.description.WordedConstraint;
import dev.keyway.emulator.internal.schema.Problem;
import dev.keyway.emulator.internal.schema.Type;
import java.util.Optional;

/** What is said of a problem in a seed, with its place in the file. It never quotes a value. */
final class SeedWording {
  private SeedWording() {}

  static SeedException refusal(SourceLocations places, Problem problem) {
    String path = AttributeWording.path(problem);
    return problem.kind() == Problem.Kind.UNKNOWN
        ? places.misnamed(path, words(problem))
        : places.problem(path, words(problem));
  }

  private static String words(Problem problem) {
    if (problem.broken() instanceof WordedConstraint broken) {
      return broken.words();
    }
    JsonNode value = problem.value();
    Type<?> type = problem.type();
    Optional<SeedTypes.Size> size = type.find(SeedTypes.Size.class);
    if (size.isPresent() && value.isNumber()) {
      return "must be a whole number from 0 to " + size.get().most();
    }
    return type.isReadBy(SeedTypes.MOMENT)
        ? AttributeWording.words(problem, "a moment like 2026-01-31T12:00:00Z")
        : AttributeWording.words(problem);
  }
}
