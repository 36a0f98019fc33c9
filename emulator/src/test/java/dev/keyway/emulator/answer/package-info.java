/** What the vendors' answers look like, kept as data. */
@NullMarked
package dev.keyway.emulator.answer;

import org.jspecify.annotations.NullMarked;
