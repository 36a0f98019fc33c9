package dev.keyway;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a call that finishes a flow with the URI that the browser came back to. */
public final class CallbackOptions extends Options {

  private static final CallbackOptions DEFAULTS = builder().build();

  private final @Nullable ChallengeHandle handle;
  private final @Nullable Duration sessionDuration;
  private final Map<String, @Nullable Object> sessionClaims;
  private final boolean sameIpAddress;
  private final boolean sameUserAgent;

  private CallbackOptions(Builder builder) {
    super(builder);
    this.handle = builder.handle;
    this.sessionDuration = builder.sessionDuration;
    this.sessionClaims = builder.sessionClaims;
    this.sameIpAddress = builder.sameIpAddress;
    this.sameUserAgent = builder.sameUserAgent;
  }

  /** Nothing set. */
  public static CallbackOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The handle of the sending. Needed when the flow was bound to this browser ({@link
   * DeliveryOptions#boundToBrowser()}), and then the answer must come with it. Default: none.
   */
  public Optional<ChallengeHandle> handle() {
    return Optional.ofNullable(handle);
  }

  /**
   * How long the session shall last: whole minutes, within the provider's limits. Default: the
   * provider's or the configuration's. Needs {@link Capability#SESSION_DURATION}.
   */
  public Optional<Duration> sessionDuration() {
    return Optional.ofNullable(sessionDuration);
  }

  /**
   * What the application puts into the session, by names of its own; {@link Session#claims()} has
   * it, read from the provider or from an access token. What was there under other names stays, and
   * a name with null goes. Where a second factor is asked for, it waits with the session. Default:
   * nothing. Needs {@link Capability#SESSION_CLAIMS}.
   */
  public Map<String, @Nullable Object> sessionClaims() {
    return sessionClaims;
  }

  /**
   * Whether the browser must have the IP address that the code or link was sent for, as the {@link
   * #clientContext()} of both calls says; else {@link ErrorCode#DEVICE_MISMATCH}. Phones change
   * theirs as they move. Default: no. Needs {@link Capability#DELIVERY_DEVICE_MATCH}.
   */
  public boolean sameIpAddress() {
    return sameIpAddress;
  }

  /**
   * Whether the browser must have the {@code User-Agent} that the code or link was sent for; else
   * as {@link #sameIpAddress()}.
   */
  public boolean sameUserAgent() {
    return sameUserAgent;
  }

  /** Builds {@link CallbackOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable ChallengeHandle handle;
    private @Nullable Duration sessionDuration;
    private Map<String, @Nullable Object> sessionClaims = Map.of();
    private boolean sameIpAddress;
    private boolean sameUserAgent;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link CallbackOptions#handle()}. */
    public Builder handle(ChallengeHandle handle) {
      this.handle = Arguments.notNull(handle, "handle");
      return this;
    }

    /** Sets {@link CallbackOptions#sessionDuration()}. */
    public Builder sessionDuration(Duration sessionDuration) {
      this.sessionDuration = Arguments.wholeMinutes(sessionDuration, "sessionDuration");
      return this;
    }

    /**
     * Sets {@link CallbackOptions#sessionClaims()}: JSON-like values, at most 4096 bytes of JSON,
     * none of the names that every token has (RFC 7519, section 4.1).
     */
    public Builder sessionClaims(Map<String, ? extends @Nullable Object> sessionClaims) {
      this.sessionClaims = SessionClaims.copy(sessionClaims);
      return this;
    }

    /**
     * Sets {@link CallbackOptions#sameIpAddress()}; with it the client context must have an
     * address.
     */
    public Builder sameIpAddress(boolean sameIpAddress) {
      this.sameIpAddress = sameIpAddress;
      return this;
    }

    /** Sets {@link CallbackOptions#sameUserAgent()}; with it the client context must have one. */
    public Builder sameUserAgent(boolean sameUserAgent) {
      this.sameUserAgent = sameUserAgent;
      return this;
    }

    /** The options. */
    public CallbackOptions build() {
      requireDevice(sameIpAddress, sameUserAgent);
      return new CallbackOptions(this);
    }
  }
}
