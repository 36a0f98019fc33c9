package dev.keyway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options of the extension of a session. */
public final class ExtendOptions extends Options {

  private static final ExtendOptions DEFAULTS = builder().build();

  private final Map<String, @Nullable Object> sessionClaims;

  private ExtendOptions(Builder builder) {
    super(builder);
    this.sessionClaims = builder.sessionClaims;
  }

  /** Nothing set. */
  public static ExtendOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What the application puts into the session, by names of its own; {@link Session#claims()} has
   * it. What was there under other names stays, and a name with null goes. Default: nothing. Needs
   * {@link Capability#SESSION_CLAIMS}.
   */
  public Map<String, @Nullable Object> sessionClaims() {
    return sessionClaims;
  }

  /** Builds {@link ExtendOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private Map<String, @Nullable Object> sessionClaims = Map.of();

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * Sets {@link ExtendOptions#sessionClaims()}: JSON-like values, at most 4096 bytes of JSON,
     * none of the names that every token has (RFC 7519, section 4.1).
     */
    public Builder sessionClaims(Map<String, ? extends @Nullable Object> sessionClaims) {
      this.sessionClaims = SessionClaims.copy(sessionClaims);
      return this;
    }

    /** The options. */
    public ExtendOptions build() {
      return new ExtendOptions(this);
    }
  }
}
