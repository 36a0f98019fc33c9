package dev.keyway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a TOTP enrolment. */
public final class TotpOptions extends Options {

  private static final TotpOptions DEFAULTS = builder().build();

  private final @Nullable String issuer;
  private final @Nullable String accountName;

  private TotpOptions(Builder builder) {
    super(builder);
    this.issuer = builder.issuer;
    this.accountName = builder.accountName;
  }

  /** Nothing set. */
  public static TotpOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The issuer that the authenticator app shows. Default: the project's name or the configuration's
   * {@code totp-issuer}.
   */
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  /**
   * The account that the authenticator app shows. Default: the user's e-mail address or phone
   * number.
   */
  public Optional<String> accountName() {
    return Optional.ofNullable(accountName);
  }

  /** Builds {@link TotpOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable String issuer;
    private @Nullable String accountName;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link TotpOptions#issuer()}. */
    public Builder issuer(String issuer) {
      this.issuer = Arguments.text(Arguments.notBlank(issuer, "issuer"), "issuer", 64);
      return this;
    }

    /** Sets {@link TotpOptions#accountName()}. */
    public Builder accountName(String accountName) {
      this.accountName =
          Arguments.text(Arguments.notBlank(accountName, "accountName"), "accountName", 128);
      return this;
    }

    /** The options. */
    public TotpOptions build() {
      return new TotpOptions(this);
    }
  }
}
