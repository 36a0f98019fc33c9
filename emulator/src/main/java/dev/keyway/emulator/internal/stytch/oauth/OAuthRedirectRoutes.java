package dev.keyway.emulator.internal.stytch.oauth;

import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.idp.AuthorizationRequest;
import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Links;
import dev.keyway.emulator.internal.stytch.rules.OAuthRules;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.RedirectRules;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.OAuthRegistration;
import dev.keyway.emulator.internal.stytch.state.PersonName;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two places that a browser passes on its way through a social sign-in. */
public final class OAuthRedirectRoutes implements RouteArea<StytchRouteBook> {
  private static final List<String> DEFAULT_SCOPES = List.of("openid", "email", "profile");

  @Inject
  OAuthRedirectRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.oauth.start")
        .open()
        .fails(
            StytchError.INVALID_PKCE_CODE_CHALLENGE,
            StytchError.PUBLIC_TOKEN_REQUIRED,
            StytchError.PUBLIC_TOKEN_NOT_FOUND,
            StytchError.INVALID_PUBLIC_TOKEN_ID,
            StytchError.INVALID_OAUTH_ATTACH_TOKEN)
        .fails(RedirectRules.OAUTH_LOGIN.errors())
        .fails(RedirectRules.OAUTH_SIGNUP.errors())
        .fails(OAuthRules.ERRORS)
        .answers(this::start);
    book.on("stytch.oauth.callback")
        .open()
        .fails(
            StytchError.INVALID_OAUTH_ATTACH_TOKEN,
            StytchError.OAUTH_INVALID_STATE,
            StytchError.OAUTH_STATE_USED,
            StytchError.OAUTH_FLOW_CALLBACK_ERROR,
            StytchError.OAUTH_AUTH_CODE_ERROR,
            StytchError.OAUTH_UNVERIFIED_EMAIL)
        .answers(this::callback);
  }

  private Response start(StytchCall call) {
    StytchProject project = projectOfPublicToken(call);
    String provider = OAuthRules.requireConfigured(project, call.path("provider"));
    String challenge = Pkce.challenge(call.query("code_challenge"));
    String loginUrl =
        RedirectRules.OAUTH_LOGIN.accept(project, call.query("login_redirect_url"), challenge);
    String signupUrl =
        RedirectRules.OAUTH_SIGNUP.accept(project, call.query("signup_redirect_url"), challenge);
    Optional<StytchUser> attachTo =
        call.query("oauth_attach_token")
            .map(token -> OAuthTokens.useAttach(project, provider, token));
    OAuthTokens.Start start =
        new OAuthTokens.Start(loginUrl, signupUrl, challenge, attachTo.map(StytchUser::id));

    List<String> scopes = new ArrayList<>(DEFAULT_SCOPES);
    call.query("custom_scopes")
        .ifPresent(
            custom -> {
              for (String scope : custom.strip().split("\\s+", -1)) {
                if (!scopes.contains(scope)) {
                  scopes.add(scope);
                }
              }
            });
    String target =
        project
            .identityProvider()
            .authorizeUrl(
                new AuthorizationRequest(
                    provider,
                    project.settings().displayName(),
                    callbackUrl(project),
                    OAuthTokens.state(project, start),
                    scopes,
                    call.query("provider_login_hint").orElse("")))
            .toString();
    return call.response(302, Json.object().put("redirect_url", target)).withLocation(target);
  }

  private static StytchProject projectOfPublicToken(StytchCall call) {
    String token =
        call.query("public_token").orElseThrow(StytchError.PUBLIC_TOKEN_REQUIRED::failure);
    Formats.id("public-token", token, StytchError.INVALID_PUBLIC_TOKEN_ID);
    return call.namedProject()
        .filter(project -> project.publicToken().equals(token))
        .orElseThrow(StytchError.PUBLIC_TOKEN_NOT_FOUND::failure);
  }

  /** Failures end here, on the service's own page: the application is not told. */
  private Response callback(StytchCall call) {
    StytchProject project =
        call.namedProject()
            .filter(named -> named.callbackId().equals(call.path("callback_id")))
            .orElseThrow(StytchError.OAUTH_INVALID_STATE::failure);
    OAuthTokens.Start start =
        OAuthTokens.useState(
            project, call.query("state").orElseThrow(StytchError.OAUTH_INVALID_STATE::failure));
    if (call.query("error").isPresent()) {
      throw StytchError.OAUTH_FLOW_CALLBACK_ERROR.failure();
    }
    Grant grant =
        call.query("code")
            .flatMap(code -> project.identityProvider().redeem(code, callbackUrl(project)))
            .orElseThrow(StytchError.OAUTH_AUTH_CODE_ERROR::failure);
    // Inferred: an address that nobody vouches for must not lead into an account.
    if (!grant.account().emailVerified()) {
      throw StytchError.OAUTH_UNVERIFIED_EMAIL.failure();
    }
    Optional<StytchUser> known = known(project, grant, start.attachTo());
    StytchUser user = known.orElseGet(() -> signUp(project, grant.account()));
    OAuthRegistration registration = registration(project, user, grant);
    String token = OAuthTokens.token(project, user, registration, grant, start.challenge());
    String url = known.isPresent() ? start.loginUrl() : start.signupUrl();
    return Response.empty(302).withLocation(Links.withToken(url, "oauth", token).toString());
  }

  /** By what the flow was begun for, else by the account, else by its address. */
  private static Optional<StytchUser> known(
      StytchProject project, Grant grant, Optional<String> attachTo) {
    Optional<StytchUser> owner =
        project
            .handles()
            .owner(
                UserIndex.Kind.OAUTH_SUBJECT,
                OAuthRegistration.handle(grant.provider(), grant.account().subject()));
    if (attachTo.isEmpty()) {
      return owner.or(() -> UserLookup.byEmail(project, grant.account().email()));
    }
    StytchUser user =
        project
            .users()
            .byId(attachTo.get())
            .orElseThrow(StytchError.INVALID_OAUTH_ATTACH_TOKEN::failure);
    if (owner.filter(other -> other != user).isPresent()) {
      throw StytchError.OAUTH_FLOW_CALLBACK_ERROR.failure("The account belongs to another user.");
    }
    return Optional.of(user);
  }

  private static StytchUser signUp(StytchProject project, SocialAccount account) {
    StytchUser user = project.newUser();
    int blank = account.name().lastIndexOf(' ');
    user.name =
        blank < 0
            ? new PersonName(account.name(), "", "")
            : new PersonName(
                account.name().substring(0, blank), "", account.name().substring(blank + 1));
    Address address = project.newAddress(Address.Kind.EMAIL, account.email(), false);
    if (!project.users().add(user, List.of(address))) {
      throw StytchError.DUPLICATE_EMAIL.failure();
    }
    return user;
  }

  private static OAuthRegistration registration(
      StytchProject project, StytchUser user, Grant grant) {
    SocialAccount account = grant.account();
    String handle = OAuthRegistration.handle(grant.provider(), account.subject());
    Optional<OAuthRegistration> known =
        user.oauthRegistrations.stream().filter(r -> r.handle().equals(handle)).findFirst();
    if (known.isPresent()) {
      return known.get();
    }
    OAuthRegistration made =
        new OAuthRegistration(
            "oauth-user-test-" + project.context().random().uuid(),
            grant.provider(),
            account.subject(),
            account.pictureUrl(),
            account.locale());
    user.oauthRegistrations.add(made);
    project.handles().claim(UserIndex.Kind.OAUTH_SUBJECT, handle, user);
    project.handles().claim(UserIndex.Kind.OAUTH_REGISTRATION, made.id(), user);
    return made;
  }

  private static String callbackUrl(StytchProject project) {
    return project.baseUrl() + "/v1/oauth/callback/" + project.callbackId();
  }
}
