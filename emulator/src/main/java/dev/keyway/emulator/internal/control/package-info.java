/** The control API: each endpoint calls the Java handle and is declared once. */
@NullMarked
package dev.keyway.emulator.internal.control;

import org.jspecify.annotations.NullMarked;
