package dev.keyway;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a sign-in. */
public final class SignInOptions extends Options {

  private static final SignInOptions DEFAULTS = builder().build();

  private final @Nullable Duration sessionDuration;

  private SignInOptions(Builder builder) {
    super(builder);
    this.sessionDuration = builder.sessionDuration;
  }

  /** Nothing set. */
  public static SignInOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How long the session shall last: whole minutes, within the provider's limits. Default: the
   * provider's or the configuration's. Needs {@link Capability#SESSION_DURATION}.
   */
  public Optional<Duration> sessionDuration() {
    return Optional.ofNullable(sessionDuration);
  }

  /** Builds {@link SignInOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable Duration sessionDuration;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link SignInOptions#sessionDuration()}. */
    public Builder sessionDuration(Duration sessionDuration) {
      this.sessionDuration = Arguments.wholeMinutes(sessionDuration, "sessionDuration");
      return this;
    }

    /** The options. */
    public SignInOptions build() {
      return new SignInOptions(this);
    }
  }
}
