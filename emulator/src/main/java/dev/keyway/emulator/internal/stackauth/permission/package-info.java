/** An area of Stack Auth: permissions, in teams and in the project, and what defines them. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.permission;

import org.jspecify.annotations.NullMarked;
