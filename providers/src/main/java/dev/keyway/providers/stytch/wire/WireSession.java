package dev.keyway.providers.stytch.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A session as Stytch sends it. */
public record WireSession(
    String sessionId,
    String userId,
    List<WireFactor> authenticationFactors,
    @Nullable String startedAt,
    @Nullable String lastAccessedAt,
    @Nullable String expiresAt,
    @Nullable Map<String, @Nullable Object> customClaims) {}
