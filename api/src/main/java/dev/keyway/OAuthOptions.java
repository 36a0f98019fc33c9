package dev.keyway;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Options of an OAuth sign-in's start. */
public final class OAuthOptions extends Options {

  private static final OAuthOptions DEFAULTS = builder().build();

  private final Set<String> scopes;
  private final @Nullable String loginHint;
  private final Map<String, String> parameters;
  private final @Nullable SessionTokens linkTo;

  private OAuthOptions(Builder builder) {
    super(builder);
    this.scopes = builder.scopes;
    this.loginHint = builder.loginHint;
    this.parameters = Map.copyOf(builder.parameters);
    this.linkTo = builder.linkTo;
  }

  /** Nothing set. */
  public static OAuthOptions defaults() {
    return DEFAULTS;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** Scopes beyond the ones that the project asks for anyway. Default: none. */
  public Set<String> scopes() {
    return scopes;
  }

  /**
   * The account that the identity provider should propose, usually an e-mail address. Default:
   * none.
   */
  public Optional<String> loginHint() {
    return Optional.ofNullable(loginHint);
  }

  /** Further parameters for the identity provider, such as {@code prompt}. Default: none. */
  public Map<String, String> parameters() {
    return parameters;
  }

  /**
   * The signed-in user to whom the identity is added. Default: none, a sign-in. Needs {@link
   * Capability#OAUTH_LINK}. A provider that keeps the session in the handle refuses a renewal token
   * that is too long for it, with {@link ErrorCode#INVALID_ARGUMENT} before anything is sent;
   * Stytch's own are far shorter than the limit of 400 bytes.
   */
  public Optional<SessionTokens> linkTo() {
    return Optional.ofNullable(linkTo);
  }

  /** Builds {@link OAuthOptions}. */
  public static final class Builder extends Options.Builder<Builder> {

    private Set<String> scopes = Set.of();
    private @Nullable String loginHint;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private @Nullable SessionTokens linkTo;

    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /** Sets {@link OAuthOptions#scopes()}: words without blanks. */
    public Builder scopes(Set<String> scopes) {
      this.scopes = Arguments.scopes(scopes);
      return this;
    }

    /** Sets {@link OAuthOptions#loginHint()}. */
    public Builder loginHint(String loginHint) {
      this.loginHint = Arguments.text(Arguments.notBlank(loginHint, "loginHint"), "loginHint", 256);
      return this;
    }

    /** Adds one of {@link OAuthOptions#parameters()}. */
    public Builder parameter(String name, String value) {
      parameters.put(Arguments.id(name, "name"), Arguments.notNull(value, "value"));
      return this;
    }

    /** Sets {@link OAuthOptions#linkTo()}. */
    public Builder linkTo(SessionTokens linkTo) {
      this.linkTo = Arguments.notNull(linkTo, "linkTo");
      return this;
    }

    /** The options. */
    public OAuthOptions build() {
      return new OAuthOptions(this);
    }
  }
}
