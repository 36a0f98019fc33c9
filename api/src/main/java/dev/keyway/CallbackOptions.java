package dev.keyway;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a call that finishes a flow with the URI that the browser came back to. */
public final class CallbackOptions extends Options {

  private static final CallbackOptions DEFAULTS = builder().build();

  private final @Nullable ChallengeHandle handle;
  private final @Nullable Duration sessionDuration;

  private CallbackOptions(Builder builder) {
    super(builder);
    this.handle = builder.handle;
    this.sessionDuration = builder.sessionDuration;
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

  /** Builds {@link CallbackOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable ChallengeHandle handle;
    private @Nullable Duration sessionDuration;

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

    /** The options. */
    public CallbackOptions build() {
      return new CallbackOptions(this);
    }
  }
}
