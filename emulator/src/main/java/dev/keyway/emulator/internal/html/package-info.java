/** Pages as trees that escape what they show. A leaf. */
@NullMarked
package dev.keyway.emulator.internal.html;

import org.jspecify.annotations.NullMarked;
