/** An area of Stack Auth: teams, who is in them, and invitations to them. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.team;

import org.jspecify.annotations.NullMarked;
