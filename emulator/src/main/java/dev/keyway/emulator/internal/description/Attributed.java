package dev.keyway.emulator.internal.description;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A component that is made of attributes. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Attributed {
  /** Which, and how they stand in a file. */
  Class<? extends AttributeForm<?>> by();

  /**
   * What the schema calls the object that they stand in. Empty if they stand beside the record's
   * other fields, each under its own key: the component is a map of plain values then.
   */
  String object() default "";
}
