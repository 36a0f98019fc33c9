/** Stytch's consumer product as a provider. Start at {@link dev.keyway.providers.stytch.Stytch}. */
@NullMarked
package dev.keyway.providers.stytch;

import org.jspecify.annotations.NullMarked;
