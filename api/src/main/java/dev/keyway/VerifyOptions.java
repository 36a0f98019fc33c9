package dev.keyway;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a local token check. */
public final class VerifyOptions extends Options {

  private static final VerifyOptions DEFAULTS = builder().build();

  private final @Nullable Duration maxAge;
  private final boolean allowAnonymous;
  private final boolean allowRestricted;

  private VerifyOptions(Builder builder) {
    super(builder);
    this.maxAge = builder.maxAge;
    this.allowAnonymous = builder.allowAnonymous;
    this.allowRestricted = builder.allowRestricted;
  }

  /** Nothing set. */
  public static VerifyOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The greatest age of the token, since it was issued. Default: none but its own expiry. */
  public Optional<Duration> maxAge() {
    return Optional.ofNullable(maxAge);
  }

  /**
   * Whether tokens of anonymous users pass. Default: false, {@link ErrorCode#ACCOUNT_RESTRICTED}.
   */
  public boolean allowAnonymous() {
    return allowAnonymous;
  }

  /**
   * Whether tokens of restricted users pass, such as those who did not verify their e-mail address
   * where the project wants it. Default: false, {@link ErrorCode#ACCOUNT_RESTRICTED}.
   */
  public boolean allowRestricted() {
    return allowRestricted;
  }

  /** Builds {@link VerifyOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable Duration maxAge;
    private boolean allowAnonymous;
    private boolean allowRestricted;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link VerifyOptions#maxAge()}. */
    public Builder maxAge(Duration maxAge) {
      this.maxAge = Arguments.positive(maxAge, "maxAge");
      return this;
    }

    /** Sets {@link VerifyOptions#allowAnonymous()}. */
    public Builder allowAnonymous(boolean allowAnonymous) {
      this.allowAnonymous = allowAnonymous;
      return this;
    }

    /** Sets {@link VerifyOptions#allowRestricted()}. */
    public Builder allowRestricted(boolean allowRestricted) {
      this.allowRestricted = allowRestricted;
      return this;
    }

    /** The options. */
    public VerifyOptions build() {
      return new VerifyOptions(this);
    }
  }
}
