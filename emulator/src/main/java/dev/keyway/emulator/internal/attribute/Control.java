package dev.keyway.emulator.internal.attribute;

import dev.keyway.emulator.internal.schema.JsonKind;
import dev.keyway.emulator.internal.schema.JsonSchema;
import dev.keyway.emulator.internal.schema.OneOf;
import dev.keyway.emulator.internal.schema.Type;

/** Which control of a form fits a value. */
public enum Control {
  /** A box to tick. */
  BOX,
  /** One line of text. */
  LINE,
  /** One of a few words. */
  CHOICE,
  /** A whole number. */
  NUMBER,
  /** Lines of text. */
  LINES,
  /** Anything with structure. */
  TREE;

  static Control of(Type<?> type) {
    if (type.kinds().size() != 1) {
      return TREE;
    }
    return switch (type.kinds().get(0)) {
      case TEXT -> type.find(OneOf.class).isPresent() ? CHOICE : LINE;
      case FLAG -> BOX;
      case WHOLE, NUMBER -> NUMBER;
      case LIST -> isOfTexts(type) ? LINES : TREE;
      case OBJECT -> TREE;
    };
  }

  private static boolean isOfTexts(Type<?> list) {
    String element = JsonSchema.ofDocument().of(list).path("items").path("type").asText();
    return element.equals(JsonKind.TEXT.word());
  }
}
