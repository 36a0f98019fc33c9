package dev.keyway.providers.stackauth.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The frame of every webhook: what happened, and to what. */
public record WireEvent(String type, Map<String, @Nullable Object> data) {

  /** A user who was made or changed. */
  public record OfUser(WireUser data) {}

  /** A user who is gone. */
  public record OfDeletedUser(Deleted data) {}

  /** What is left of a user. */
  public record Deleted(String id) {}

  /** Without what it says of people. */
  @Override
  public String toString() {
    return "WireEvent[" + type + "]";
  }
}
