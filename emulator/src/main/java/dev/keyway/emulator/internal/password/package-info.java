/** Hashes of passwords in the forms in which people bring them along. */
@NullMarked
package dev.keyway.emulator.internal.password;

import org.jspecify.annotations.NullMarked;
