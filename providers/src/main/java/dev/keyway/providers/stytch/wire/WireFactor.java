package dev.keyway.providers.stytch.wire;

import org.jspecify.annotations.Nullable;

/** A factor of a session, without what it was shown by. */
public record WireFactor(
    String type, @Nullable String deliveryMethod, @Nullable String lastAuthenticatedAt) {}
