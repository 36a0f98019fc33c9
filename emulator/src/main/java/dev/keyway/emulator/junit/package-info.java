/**
 * The emulator in JUnit 5: {@link dev.keyway.emulator.junit.EmulatorExtension}. Needs {@code
 * junit-jupiter-api} on the class path, which whoever writes tests has.
 */
@NullMarked
package dev.keyway.emulator.junit;

import org.jspecify.annotations.NullMarked;
