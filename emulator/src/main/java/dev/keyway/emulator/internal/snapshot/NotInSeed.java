package dev.keyway.emulator.internal.snapshot;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that no seed holds, so that an export of its world leaves it out. A test refuses
 * every other field of a world's state that does not come back from an export.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotInSeed {
  /** Why seeds leave it out. */
  String value();
}
