package dev.keyway.emulator.internal.snapshot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that a checkpoint of a world does not copy. A test refuses every other field of a
 * class that holds a world's state and is missing from its copy.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotInSnapshot {
  /** Why a world and its checkpoint may both have it. */
  String value();
}
