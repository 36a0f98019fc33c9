package dev.keyway.emulator.internal.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The form of a text that only one record has; what many have is a {@link Format}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface TextForm {
  /** In words, to be read behind "must be". */
  String says();

  /** A regular expression for the whole text. */
  String pattern();
}
