/** An area of Stack Auth: projects. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.project;

import org.jspecify.annotations.NullMarked;
