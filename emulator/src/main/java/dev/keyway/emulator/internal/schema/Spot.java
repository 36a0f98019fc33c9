package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;

/** A place in what is being read: where problems are reported. */
public final class Spot {
  private final String path;
  private final Type<?> type;
  private final Dialect dialect;
  private final Problems problems;

  Spot(String path, Type<?> type, Dialect dialect, Problems problems) {
    this.path = path;
    this.type = type;
    this.dialect = dialect;
    this.problems = problems;
  }

  /** Reports that a field of the object at this place must be there and is not. */
  public void missing(Field<?> field) {
    problems.add(Problem.missing(within(field.name())));
  }

  /** Reports that a field of the object at this place breaks a rule on several fields. */
  public void broken(Field<?> field, Constraint<?> rule) {
    field(field.name(), field.type())
        .reportBroken(rule, Problem.Kind.CONSTRAINT, MissingNode.getInstance());
  }

  Spot field(String name, Type<?> fieldType) {
    return new Spot(within(name), fieldType, dialect, problems);
  }

  Spot item(int index, Type<?> itemType) {
    return new Spot(path + "[" + index + "]", itemType, dialect, problems);
  }

  Dialect dialect() {
    return dialect;
  }

  /** How many problems there are so far, here and elsewhere. */
  int problemCount() {
    return problems.count();
  }

  void report(Problem.Kind kind, JsonNode value) {
    problems.add(new Problem(path, kind, type, value, null, List.of()));
  }

  void reportBroken(Constraint<?> constraint, Problem.Kind kind, JsonNode value) {
    problems.add(new Problem(path, kind, type, value, constraint, List.of()));
  }

  void reportMalformed(JsonNode value) {
    problems.add(new Problem(path, Problem.Kind.MALFORMED, type, value, null, List.of()));
  }

  void reportUnknown(ObjectType object, List<String> names, JsonNode value) {
    problems.add(new Problem(path, Problem.Kind.UNKNOWN, object, value, null, names));
  }

  private String within(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
