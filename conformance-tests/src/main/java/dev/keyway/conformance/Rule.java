package dev.keyway.conformance;

import dev.keyway.Capability;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/** A rule of the suite: a test with an id that never changes. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
public @interface Rule {

  /** The area's three letters and a number, such as {@code PWD-007}; never given twice. */
  String id();

  /** The rule in one sentence. */
  String value();

  /** Whether the rule is about something that must not work or must not happen. */
  boolean negative() default false;

  /** What the provider must declare for the rule to apply. */
  Capability[] needs() default {};
}
