package dev.keyway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a passkey ceremony's start. */
public final class PasskeyOptions extends Options {

  private static final PasskeyOptions DEFAULTS = builder().build();

  private final @Nullable String relyingPartyId;
  private final @Nullable UserId user;
  private final @Nullable String displayName;

  private PasskeyOptions(Builder builder) {
    super(builder);
    this.relyingPartyId = builder.relyingPartyId;
    this.user = builder.user;
    this.displayName = builder.displayName;
  }

  /** Nothing set. */
  public static PasskeyOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The domain that the passkey is for (WebAuthn's {@code rp.id}). Default: the configuration's
   * {@code relying-party-id}.
   */
  public Optional<String> relyingPartyId() {
    return Optional.ofNullable(relyingPartyId);
  }

  /**
   * The user who wants to sign in, to name their passkeys in the options. Default: none, a
   * discoverable credential is asked for.
   */
  public Optional<UserId> user() {
    return Optional.ofNullable(user);
  }

  /** The user's name as the authenticator shows it. Default: the provider's choice. */
  public Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  /** Builds {@link PasskeyOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable String relyingPartyId;
    private @Nullable UserId user;
    private @Nullable String displayName;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link PasskeyOptions#relyingPartyId()}. */
    public Builder relyingPartyId(String relyingPartyId) {
      this.relyingPartyId = Arguments.id(relyingPartyId, "relyingPartyId");
      return this;
    }

    /** Sets {@link PasskeyOptions#user()}. */
    public Builder user(UserId user) {
      this.user = Arguments.notNull(user, "user");
      return this;
    }

    /** Sets {@link PasskeyOptions#displayName()}. */
    public Builder displayName(String displayName) {
      this.displayName =
          Arguments.text(Arguments.notBlank(displayName, "displayName"), "displayName", 64);
      return this;
    }

    /** The options. */
    public PasskeyOptions build() {
      return new PasskeyOptions(this);
    }
  }
}
