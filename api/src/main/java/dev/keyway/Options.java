package dev.keyway;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every call's options share. */
public abstract sealed class Options
    permits CallOptions,
        SignUpOptions,
        SignInOptions,
        CallbackOptions,
        ExtendOptions,
        PasswordCheckOptions,
        DeliveryOptions,
        OAuthOptions,
        PasskeyOptions,
        TotpOptions,
        VerifyOptions,
        MachineVerifyOptions {

  private final @Nullable Duration timeout;
  private final @Nullable ClientContext clientContext;

  Options(Builder<?> builder) {
    this.timeout = builder.timeout;
    this.clientContext = builder.clientContext;
  }

  /**
   * How long the whole call may take, with all that it sends; at most an hour. Default: the
   * client's, 10 seconds unless configured.
   */
  public final Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /**
   * The end user's device, for providers that record or compare it; others leave it out. Default:
   * none.
   */
  public final Optional<ClientContext> clientContext() {
    return Optional.ofNullable(clientContext);
  }

  /**
   * What every builder of options shares.
   *
   * @param <B> the builder's own type
   */
  public abstract static sealed class Builder<B extends Builder<B>>
      permits CallOptions.Builder,
          SignUpOptions.Builder,
          SignInOptions.Builder,
          CallbackOptions.Builder,
          ExtendOptions.Builder,
          PasswordCheckOptions.Builder,
          DeliveryOptions.Builder,
          OAuthOptions.Builder,
          PasskeyOptions.Builder,
          TotpOptions.Builder,
          VerifyOptions.Builder,
          MachineVerifyOptions.Builder {

    private @Nullable Duration timeout;
    private @Nullable ClientContext clientContext;

    Builder() {}

    abstract B self();

    /** What is to be compared must be there. */
    final void requireDevice(boolean ipAddress, boolean userAgent) {
      Optional<ClientContext> context = Optional.ofNullable(clientContext);
      if ((ipAddress && context.flatMap(ClientContext::ipAddress).isEmpty())
          || (userAgent && context.flatMap(ClientContext::userAgent).isEmpty())) {
        throw Arguments.invalid("clientContext", "lacks what shall be the same");
      }
    }

    /** Sets {@link Options#timeout()}: positive, at most an hour. */
    public final B timeout(Duration timeout) {
      this.timeout = Arguments.timeout(timeout, "timeout");
      return self();
    }

    /** Sets {@link Options#clientContext()}. */
    public final B clientContext(ClientContext clientContext) {
      this.clientContext = Arguments.notNull(clientContext, "clientContext");
      return self();
    }
  }
}
