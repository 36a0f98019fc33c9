package dev.keyway;

/** Options of calls that have none of their own. */
public final class CallOptions extends Options {

  private static final CallOptions DEFAULTS = builder().build();

  private CallOptions(Builder builder) {
    super(builder);
  }

  /** Nothing set. */
  public static CallOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Builds {@link CallOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** The options. */
    public CallOptions build() {
      return new CallOptions(this);
    }
  }
}
