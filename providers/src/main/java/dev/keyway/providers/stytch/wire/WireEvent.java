package dev.keyway.providers.stytch.wire;

import org.jspecify.annotations.Nullable;

/** A webhook: what happened, and to what. Fields have come and gone; few are sure to be there. */
public record WireEvent(
    String action,
    String objectType,
    @Nullable String source,
    String id,
    @Nullable String eventId,
    @Nullable String projectId,
    @Nullable String timestamp) {

  /** A user who was made or changed. */
  public record OfUser(WireUser user) {}
}
