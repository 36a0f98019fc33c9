/** An area of Stytch: projects. */
@NullMarked
package dev.keyway.emulator.internal.stytch.project;

import org.jspecify.annotations.NullMarked;
