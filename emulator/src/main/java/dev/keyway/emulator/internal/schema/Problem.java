package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one value: where, what was demanded, what was there. No sentence.
 *
 * @param path for example {@code domains[1].handler_path}; empty for the whole
 * @param kind what is wrong
 * @param type what the value must be; an {@link ObjectType} if fields of it are unknown
 * @param value what was there, as it was sent. It may be a secret: only a vendor whose service
 *     quotes it on the wire may quote it
 * @param broken the constraint that is broken; null of other kinds
 * @param unknown the fields that are not declared, in the order in which they were sent; empty of
 *     other kinds
 */
public record Problem(
    String path,
    Kind kind,
    Type<?> type,
    JsonNode value,
    @Nullable Constraint<?> broken,
    List<String> unknown) {

  public Problem {
    unknown = List.copyOf(unknown);
  }

  /** A value that must be there and is not, wherever it would have stood. */
  public static Problem missing(String path) {
    Type<?> any = Type.any();
    return new Problem(path, Kind.MISSING, any, MissingNode.getInstance(), null, List.of());
  }

  /** What can be wrong. */
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
    /** It breaks a constraint. */
    CONSTRAINT,
    /** A key of the sender's own breaks a constraint; the path is the map's. */
    KEY,
    /** The object has fields that are not declared. */
    UNKNOWN
  }

  /** Quotes nothing. */
  @Override
  public String toString() {
    return kind + " " + path;
  }
}
