package dev.keyway;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a call that sends a code or link. */
public final class DeliveryOptions extends Options {

  private static final DeliveryOptions DEFAULTS = builder().build();

  private final @Nullable URI callback;
  private final @Nullable URI signUpCallback;
  private final boolean existingUsersOnly;
  private final @Nullable Duration expiresIn;
  private final @Nullable SessionTokens attachTo;
  private final boolean boundToBrowser;
  private final @Nullable Locale locale;
  private final @Nullable String template;
  private final @Nullable String signUpTemplate;

  private DeliveryOptions(Builder builder) {
    super(builder);
    this.callback = builder.callback;
    this.signUpCallback = builder.signUpCallback;
    this.existingUsersOnly = builder.existingUsersOnly;
    this.expiresIn = builder.expiresIn;
    this.attachTo = builder.attachTo;
    this.boundToBrowser = builder.boundToBrowser;
    this.locale = builder.locale;
    this.template = builder.template;
    this.signUpTemplate = builder.signUpTemplate;
  }

  /** Nothing set. */
  public static DeliveryOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Where the mail's link leads, for sendings whose mail may hold a link beside the code. Default:
   * the configuration's {@code callback-url}.
   */
  public Optional<URI> callback() {
    return Optional.ofNullable(callback);
  }

  /**
   * Where the link leads for those who have no account yet. Default: the same as for all. Needs
   * {@link Capability#DELIVERY_SIGN_UP_CALLBACK}.
   */
  public Optional<URI> signUpCallback() {
    return Optional.ofNullable(signUpCallback);
  }

  /**
   * Whether nothing is sent, and {@link ErrorCode#USER_NOT_FOUND} thrown, where there is no
   * account. Tells the caller who has an account: don't show the difference to strangers. Default:
   * an account is made at the first sign-in.
   */
  public boolean existingUsersOnly() {
    return existingUsersOnly;
  }

  /**
   * How long the code or link works: whole minutes, within the provider's limits. Default: the
   * provider's. Needs {@link Capability#DELIVERY_EXPIRY}.
   */
  public Optional<Duration> expiresIn() {
    return Optional.ofNullable(expiresIn);
  }

  /**
   * The signed-in user to whom the address or number is added. Default: none. Needs {@link
   * Capability#DELIVERY_ATTACH}. A provider that keeps the session in the handle refuses a renewal
   * token that is too long for it, with {@link ErrorCode#INVALID_ARGUMENT} before anything is sent;
   * Stytch's own are far shorter than the limit of 400 bytes.
   */
  public Optional<SessionTokens> attachTo() {
    return Optional.ofNullable(attachTo);
  }

  /**
   * Whether only the browser that holds the handle can finish (PKCE): a mail read on another device
   * then leads nowhere. Default: false. Needs {@link Capability#DELIVERY_BOUND_TO_BROWSER}.
   */
  public boolean boundToBrowser() {
    return boundToBrowser;
  }

  /** The message's language. Default: the project's. Needs {@link Capability#DELIVERY_LOCALE}. */
  public Optional<Locale> locale() {
    return Optional.ofNullable(locale);
  }

  /**
   * Which of the project's own mails is sent, by its id at the provider; fails with {@link
   * ErrorCode#RESOURCE_NOT_FOUND} where there is none. Text messages have none. Default: the
   * project's usual mail. Needs {@link Capability#DELIVERY_TEMPLATE}.
   */
  public Optional<String> template() {
    return Optional.ofNullable(template);
  }

  /**
   * The same for those who have no account yet. Default: the project's usual mail. Needs {@link
   * Capability#DELIVERY_TEMPLATE}.
   */
  public Optional<String> signUpTemplate() {
    return Optional.ofNullable(signUpTemplate);
  }

  /** Builds {@link DeliveryOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private @Nullable URI callback;
    private @Nullable URI signUpCallback;
    private boolean existingUsersOnly;
    private @Nullable Duration expiresIn;
    private @Nullable SessionTokens attachTo;
    private boolean boundToBrowser;
    private @Nullable Locale locale;
    private @Nullable String template;
    private @Nullable String signUpTemplate;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link DeliveryOptions#callback()}. */
    public Builder callback(URI callback) {
      this.callback = Arguments.absolute(callback, "callback");
      return this;
    }

    /** Sets {@link DeliveryOptions#signUpCallback()}. */
    public Builder signUpCallback(URI signUpCallback) {
      this.signUpCallback = Arguments.absolute(signUpCallback, "signUpCallback");
      return this;
    }

    /** Sets {@link DeliveryOptions#existingUsersOnly()}. */
    public Builder existingUsersOnly(boolean existingUsersOnly) {
      this.existingUsersOnly = existingUsersOnly;
      return this;
    }

    /** Sets {@link DeliveryOptions#expiresIn()}. */
    public Builder expiresIn(Duration expiresIn) {
      this.expiresIn = Arguments.wholeMinutes(expiresIn, "expiresIn");
      return this;
    }

    /** Sets {@link DeliveryOptions#attachTo()}. */
    public Builder attachTo(SessionTokens attachTo) {
      this.attachTo = Arguments.notNull(attachTo, "attachTo");
      return this;
    }

    /** Sets {@link DeliveryOptions#boundToBrowser()}. */
    public Builder boundToBrowser(boolean boundToBrowser) {
      this.boundToBrowser = boundToBrowser;
      return this;
    }

    /** Sets {@link DeliveryOptions#locale()}: one with a language. */
    public Builder locale(Locale locale) {
      if (Arguments.notNull(locale, "locale").getLanguage().isEmpty()) {
        throw Arguments.invalid("locale", "has no language");
      }
      this.locale = locale;
      return this;
    }

    /** Sets {@link DeliveryOptions#template()}: one word. */
    public Builder template(String template) {
      this.template = Arguments.id(template, "template");
      return this;
    }

    /** Sets {@link DeliveryOptions#signUpTemplate()}: one word. */
    public Builder signUpTemplate(String signUpTemplate) {
      this.signUpTemplate = Arguments.id(signUpTemplate, "signUpTemplate");
      return this;
    }

    /** The options. */
    public DeliveryOptions build() {
      return new DeliveryOptions(this);
    }
  }
}
