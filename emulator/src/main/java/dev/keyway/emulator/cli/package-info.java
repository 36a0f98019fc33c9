/**
 * The emulator as a program of its own: {@code java -jar keyway-emulator.jar}. It prints one line
 * when it is ready and runs until it is told to stop. See {@code --help} for its options.
 */
@NullMarked
package dev.keyway.emulator.cli;

import org.jspecify.annotations.NullMarked;
