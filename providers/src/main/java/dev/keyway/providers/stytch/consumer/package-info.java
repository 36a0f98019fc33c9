/**
 * What Stytch's consumer product has and the neutral interfaces do not. Start at {@link
 * dev.keyway.providers.stytch.consumer.StytchConsumer}.
 */
@NullMarked
package dev.keyway.providers.stytch.consumer;

import org.jspecify.annotations.NullMarked;
