/** Keys that users and teams give to programs. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.apikey;

import org.jspecify.annotations.NullMarked;
