package dev.keyway.providers.handle;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a genuine handle held. {@link #toString()} shows the kind only. */
public final class OpenedHandle {

  private final String kind;
  private final Instant expiresAt;
  private final Map<String, String> fields;

  OpenedHandle(String kind, Instant expiresAt, Map<String, String> fields) {
    this.kind = kind;
    this.expiresAt = expiresAt;
    this.fields = Map.copyOf(fields);
  }

  /** Which flow it belongs to. */
  public String kind() {
    return kind;
  }

  /** When it stops opening. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /**
   * A field that the flow can't do without.
   *
   * @throws AuthException {@link ErrorCode#CHALLENGE_INVALID} when it is absent
   */
  public String get(String field) {
    return find(field).orElseThrow(Handles::notGenuine);
  }

  /** A field, if it is there. */
  public Optional<String> find(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  @Override
  public String toString() {
    return "OpenedHandle[" + kind + "]";
  }
}
