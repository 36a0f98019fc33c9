package dev.keyway.emulator.internal.description;

import dev.keyway.emulator.internal.schema.Constraint;

/**
 * What a text must be, with the words for it. The words never quote what was written: it may be a
 * secret.
 */
public interface WordedConstraint extends Constraint<String> {

  /** What is said of a text that is not so. */
  String words();
}
