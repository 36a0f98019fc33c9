package dev.keyway;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a sign-up. */
public final class SignUpOptions extends Options {

  private static final SignUpOptions DEFAULTS = builder().build();

  private final @Nullable String displayName;
  private final Map<MetadataScope, Map<String, @Nullable Object>> metadata;
  private final @Nullable URI verificationCallback;
  private final @Nullable Duration sessionDuration;
  private final Map<String, @Nullable Object> sessionClaims;

  private SignUpOptions(Builder builder) {
    super(builder);
    this.displayName = builder.displayName;
    this.metadata = Map.copyOf(builder.metadata);
    this.verificationCallback = builder.verificationCallback;
    this.sessionDuration = builder.sessionDuration;
    this.sessionClaims = builder.sessionClaims;
  }

  /** Nothing set. */
  public static SignUpOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The user's name for display, at most 256 characters. Default: none. */
  public Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  /** Metadata of the new user, by scope. Default: none. */
  public Map<MetadataScope, Map<String, @Nullable Object>> metadata() {
    return metadata;
  }

  /**
   * Where the verification mail's link leads; with it such a mail is sent where the provider mails
   * at sign-up. Default: no mail.
   */
  public Optional<URI> verificationCallback() {
    return Optional.ofNullable(verificationCallback);
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

  /** Builds {@link SignUpOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable String displayName;
    private final Map<MetadataScope, Map<String, @Nullable Object>> metadata =
        new EnumMap<>(MetadataScope.class);
    private @Nullable URI verificationCallback;
    private @Nullable Duration sessionDuration;
    private Map<String, @Nullable Object> sessionClaims = Map.of();

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link SignUpOptions#displayName()}; not blank. */
    public Builder displayName(String displayName) {
      this.displayName =
          Arguments.text(Arguments.notBlank(displayName, "displayName"), "displayName", 256);
      return this;
    }

    /** Sets one scope of {@link SignUpOptions#metadata()}: JSON-like values only. */
    public Builder metadata(MetadataScope scope, Map<String, ? extends @Nullable Object> values) {
      metadata.put(Arguments.notNull(scope, "scope"), JsonTree.copy(values, "metadata"));
      return this;
    }

    /** Sets {@link SignUpOptions#verificationCallback()}. */
    public Builder verificationCallback(URI verificationCallback) {
      this.verificationCallback = Arguments.absolute(verificationCallback, "verificationCallback");
      return this;
    }

    /** Sets {@link SignUpOptions#sessionDuration()}. */
    public Builder sessionDuration(Duration sessionDuration) {
      this.sessionDuration = Arguments.wholeMinutes(sessionDuration, "sessionDuration");
      return this;
    }

    /**
     * Sets {@link SignUpOptions#sessionClaims()}: JSON-like values, at most 4096 bytes of JSON,
     * none of the names that every token has (RFC 7519, section 4.1).
     */
    public Builder sessionClaims(Map<String, ? extends @Nullable Object> sessionClaims) {
      this.sessionClaims = SessionClaims.copy(sessionClaims);
      return this;
    }

    /** The options. */
    public SignUpOptions build() {
      return new SignUpOptions(this);
    }
  }
}
