/**
 * The emulator in tests of Spring Boot 3.2 to 4.0: {@link dev.keyway.emulator.spring.EmulatedAuth}.
 * Needs {@code spring-test}, and for parameters {@code junit-jupiter-api}, on the class path;
 * without them no class of this package is loaded.
 */
@NullMarked
package dev.keyway.emulator.spring;

import org.jspecify.annotations.NullMarked;
