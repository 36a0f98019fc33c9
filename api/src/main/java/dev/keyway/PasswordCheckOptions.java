package dev.keyway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of the check of a password. */
public final class PasswordCheckOptions extends Options {

  private static final PasswordCheckOptions DEFAULTS = builder().build();

  private final @Nullable EmailAddress email;

  private PasswordCheckOptions(Builder builder) {
    super(builder);
    this.email = builder.email;
  }

  /** Nothing set. */
  public static PasswordCheckOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Whose password it is to be. Some providers, Stytch among them, look for breaches only together
   * with an address; those that look for none do not send it. Default: none.
   */
  public Optional<EmailAddress> email() {
    return Optional.ofNullable(email);
  }

  /** Builds {@link PasswordCheckOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable EmailAddress email;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link PasswordCheckOptions#email()}. */
    public Builder email(EmailAddress email) {
      this.email = Arguments.notNull(email, "email");
      return this;
    }

    /** The options. */
    public PasswordCheckOptions build() {
      return new PasswordCheckOptions(this);
    }
  }
}
