package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong with one value: where, what was demanded, what was there. No sentence. */
public final class Problem {
  private final String path;
  private final Kind kind;
  private final Type<?> type;
  private final JsonNode value;
  private final @Nullable Constraint<?> broken;
  private final List<String> unknown;

  private Problem(
      String path,
      Kind kind,
      Type<?> type,
      JsonNode value,
      @Nullable Constraint<?> broken,
      List<String> unknown) {
    this.path = path;
    this.kind = kind;
    this.type = type;
    this.value = value;
    this.broken = broken;
    this.unknown = List.copyOf(unknown);
  }

  static Problem of(String path, Kind kind, Type<?> type, JsonNode value) {
    return new Problem(path, kind, type, value, null, List.of());
  }

  static Problem broken(String path, Type<?> type, JsonNode value, Constraint<?> constraint) {
    return new Problem(path, Kind.CONSTRAINT, type, value, constraint, List.of());
  }

  static Problem unknown(String path, ObjectType type, JsonNode value, List<String> names) {
    return new Problem(path, Kind.UNKNOWN, type, value, null, names);
  }

  /** A value that must be there and is not, wherever it would have stood. */
  public static Problem missing(String path) {
    return of(path, Kind.MISSING, Type.any(), MissingNode.getInstance());
  }

  /** What is wrong. */
  public enum Kind {
    /** It must be there. */
    MISSING,
    /** It is null. */
    NULL,
    /** It is of another kind: a number for a text. */
    WRONG_TYPE,
    /** It is a number with a fraction. */
    FRACTION,
    /** It is of the right kind, and means nothing: no moment, no duration. */
    MALFORMED,
    /** It breaks {@link Problem#broken()}. */
    CONSTRAINT,
    /** A key of the sender's own breaks {@link Problem#broken()}; the path is the map's. */
    KEY,
    /** The object has fields that are not declared, {@link Problem#unknown()}. */
    UNKNOWN
  }

  /** Where, for example {@code domains[1].handler_path}; empty for the whole. */
  public String path() {
    return path;
  }

  public Kind kind() {
    return kind;
  }

  /** What the value must be. */
  public Type<?> type() {
    return type;
  }

  /**
   * What was there, as it was sent. It may be a secret: only a vendor whose service quotes it on
   * the wire may quote it.
   */
  public JsonNode value() {
    return value;
  }

  /** The constraint that is broken, of {@link Kind#CONSTRAINT} and {@link Kind#KEY}. */
  public Optional<Constraint<?>> broken() {
    return Optional.ofNullable(broken);
  }

  /** The fields that are not declared, in the order in which they were sent. */
  public List<String> unknown() {
    return unknown;
  }

  /** Quotes nothing. */
  @Override
  public String toString() {
    return kind + " " + path;
  }

  Problem asKey() {
    return new Problem(path, Kind.KEY, type, value, broken, unknown);
  }
}
