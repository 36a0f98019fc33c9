package dev.keyway;

import java.util.Collection;
import java.util.Set;

/** Options of the check of a machine's credential. */
public final class MachineVerifyOptions extends Options {

  private static final MachineVerifyOptions DEFAULTS = builder().build();

  private final Set<String> requiredScopes;

  private MachineVerifyOptions(Builder builder) {
    super(builder);
    this.requiredScopes = builder.requiredScopes;
  }

  /** Nothing set. */
  public static MachineVerifyOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * What the credential must allow, all of it; else {@link ErrorCode#SCOPE_MISSING}. A scope {@code
   * read:*} allows {@code read:documents}. Default: nothing. Needs {@link
   * Capability#MACHINE_SCOPES}.
   */
  public Set<String> requiredScopes() {
    return requiredScopes;
  }

  /** Builds {@link MachineVerifyOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private Set<String> requiredScopes = Set.of();

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link MachineVerifyOptions#requiredScopes()}. */
    public Builder requiredScopes(Collection<String> scopes) {
      this.requiredScopes = Arguments.scopes(scopes);
      return this;
    }

    /** The options. */
    public MachineVerifyOptions build() {
      return new MachineVerifyOptions(this);
    }
  }
}
