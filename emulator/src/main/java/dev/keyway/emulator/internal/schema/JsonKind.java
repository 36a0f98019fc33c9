package dev.keyway.emulator.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** The kinds of JSON values that types tell apart. */
public enum JsonKind {
  TEXT("string"),
  FLAG("boolean"),
  /** A number without fraction. */
  WHOLE("integer"),
  NUMBER("number"),
  LIST("array"),
  OBJECT("object");

  private final String word;

  JsonKind(String word) {
    this.word = word;
  }

  /** What JSON Schema calls it. */
  public String word() {
    return word;
  }

  /** Whether a value is of this kind; a fraction is judged later. */
  boolean fits(JsonNode value) {
    return switch (this) {
      case TEXT -> value.isTextual();
      case FLAG -> value.isBoolean();
      // What is too large for a double has become infinite.
      case WHOLE, NUMBER ->
          value.isNumber() && (!value.isDouble() || Double.isFinite(value.doubleValue()));
      case LIST -> value.isArray();
      case OBJECT -> value.isObject();
    };
  }
}
