/** What every area of Stytch goes by: its values as neutral ones, its limits, who is signed in. */
@NullMarked
package dev.keyway.providers.stytch.rules;

import org.jspecify.annotations.NullMarked;
