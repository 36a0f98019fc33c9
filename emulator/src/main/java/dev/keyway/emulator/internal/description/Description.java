package dev.keyway.emulator.internal.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a field of a seed means, and which format its text has: for readers and for the schema. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Description {
  /** In words. */
  String value();

  /** The format of a text, or of each text of a list. */
  Format format() default Format.ANY;

  /** Whether a list must be there, be it empty. Anything that is no list and not nullable must. */
  boolean required() default false;
}
