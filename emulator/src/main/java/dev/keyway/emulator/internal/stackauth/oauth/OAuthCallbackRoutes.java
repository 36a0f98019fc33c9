package dev.keyway.emulator.internal.stackauth.oauth;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.protocol.Wording;
import dev.keyway.emulator.internal.stackauth.rules.RedirectRules;
import dev.keyway.emulator.internal.stackauth.state.OAuthFlow;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.state.OneTimeCode;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code /auth/oauth/callback}: where a social provider sends the browser back to. */
public final class OAuthCallbackRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> STATE = Field.text("state");
  private static final Field<String> CODE = Field.text("code");
  private static final Field<String> ERROR = Field.text("error");

  private static final Pattern STATE_FORM = Pattern.compile("[\\w.-]{1,200}");
  private static final Set<String> METHODS = Set.of("S256", "plain");
  private static final String BREAKS_ON =
      "a flow that was begun with another response type or challenge method than there is";

  private final Wording wording;
  private final OutsideProvider outside;

  @Inject
  OAuthCallbackRoutes(Wording wording, OutsideProvider outside) {
    this.wording = wording;
    this.outside = outside;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.oauth.callback")
        .open()
        .fails(
            KnownError.SIGN_UP_NOT_ENABLED,
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OUTER_OAUTH_TIMEOUT,
            KnownError.OAUTH_PROVIDER_ACCESS_DENIED,
            KnownError.OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE,
            KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE,
            KnownError.OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER)
        .breaksOn(BREAKS_ON)
        .breaksOn("an account that is to be linked to a user who is gone")
        .answers(this::callback);
    book.on("stackauth.oauth.callback-form")
        .open()
        .takes(ObjectType.of(STATE, CODE, ERROR).ignoringUnknown())
        .fails(
            KnownError.SIGN_UP_NOT_ENABLED,
            KnownError.REDIRECT_URL_NOT_WHITELISTED,
            KnownError.OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED,
            KnownError.OUTER_OAUTH_TIMEOUT,
            KnownError.OAUTH_PROVIDER_ACCESS_DENIED,
            KnownError.OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE,
            KnownError.CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE,
            KnownError.OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER)
        .breaksOn(BREAKS_ON)
        .breaksOn("an account that is to be linked to a user who is gone")
        .answers(this::callback);
  }

  private Response callback(StackAuthCall call) {
    Optional<String> state = sent(call, STATE);
    Optional<StackAuthProject> named = call.namedProject();
    Optional<OneTimeCode<OAuthFlow>> kept =
        named.flatMap(known -> state.flatMap(sent -> OAuthFlow.find(known, sent)));
    if (named.isEmpty() || kept.isEmpty()) {
      Response refusal = invalidState().response(call.headers());
      // Only of characters of which the service makes states is a cookie's name made.
      return state
          .filter(sent -> STATE_FORM.matcher(sent).matches())
          .map(sent -> withoutCookie(refusal, sent))
          .orElse(refusal);
    }
    StackAuthProject project = named.get();
    OneTimeCode<OAuthFlow> flow = kept.get();
    if (!flow.facts().cookieBound()) {
      return told(call, project, flow);
    }
    if (!hasCookie(call, OAuthFlow.cookie(flow.value()))) {
      return withoutCookie(
          StackAuthFailure.text(
                  400,
                  "Inner OAuth cookie not found. Please begin the sign-in anew in this browser.")
              .response(call.headers()),
          flow.value());
    }
    return withoutCookie(told(call, project, flow), flow.value());
  }

  /** Deletes the cookie of a state, whether the browser has it or not. */
  private static Response withoutCookie(Response response, String state) {
    return response.withHeader(
        "set-cookie",
        OAuthFlow.cookie(state) + "=; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0");
  }

  /** The outcome, with errors sent to the application where it has a trusted place for them. */
  private Response told(StackAuthCall call, StackAuthProject project, OneTimeCode<OAuthFlow> flow) {
    try {
      return redirect(303, finished(call, project, flow));
    } catch (StackAuthFailure failure) {
      return OAuthErrors.target(project, flow.facts())
          .flatMap(target -> OAuthErrors.withError(target, failure, wording))
          .map(target -> redirect(307, target))
          .orElseGet(() -> failure.response(call.headers()));
    }
  }

  private URI finished(StackAuthCall call, StackAuthProject project, OneTimeCode<OAuthFlow> kept) {
    if (kept.expiredAt(project.now())) {
      throw KnownError.OUTER_OAUTH_TIMEOUT.failure();
    }
    OAuthFlow flow = kept.facts();
    String provider = SocialProviders.require(project, call.path("provider_id"));
    if (!provider.equals(flow.provider())) {
      throw StackAuthFailure.text(400, "Invalid grant: the sign-in was begun at another provider.");
    }
    sent(call, ERROR).ifPresent(OAuthErrors::refuse);
    Grant grant =
        sent(call, CODE)
            .flatMap(
                code ->
                    flow.outsideVerifier().isPresent()
                        ? outside.redeem(project, provider, code, flow.outsideVerifier().get())
                        : project
                            .identityProvider()
                            .redeem(code, SocialProviders.callbackUrl(project, provider)))
            .orElseThrow(() -> StackAuthFailure.text(400, "The provider does not know this code."));
    if (!RedirectRules.trustedForOAuth(project.settings(), flow.redirectUri())) {
      throw KnownError.REDIRECT_URL_NOT_WHITELISTED.failure();
    }
    if (!flow.scope().equals(OAuthTokenRoutes.ONLY_SCOPE)) {
      throw StackAuthFailure.text(
              400, "Invalid scope requested. Please check the scopes you are requesting.")
          .meaning("INVALID_ARGUMENT");
    }
    if (!flow.responseType().equals("code") || !METHODS.contains(flow.challenge().method())) {
      throw StackAuthFailure.uncaught("The flow asks for what the OAuth library does not know.");
    }
    OAuthUsers.Found found = OAuthUsers.find(project, flow, grant);
    String code = OAuthCodes.issue(project, flow, found.user(), found.isNew());
    String target = Urls.withParameter(flow.redirectUri(), "code", code).toString();
    return Urls.withParameter(target, "state", flow.outerState());
  }

  private static Response redirect(int status, URI target) {
    Response response =
        status == 303
            ? StackAuthResponses.ok(Json.object()).withStatus(303)
            : Response.empty(status);
    return response.withLocation(target.toString());
  }

  /** A provider that posts a form leaves the query empty. */
  private static Optional<String> sent(StackAuthCall call, Field<String> field) {
    Optional<String> posted =
        call.request().method().equals("POST") ? call.find(field) : Optional.empty();
    return posted.or(() -> call.request().query(field.name()));
  }

  private static boolean hasCookie(StackAuthCall call, String name) {
    return Arrays.stream(call.request().header("cookie").orElse("").split(";", -1))
        .anyMatch(pair -> pair.strip().startsWith(name + "="));
  }

  private static StackAuthFailure invalidState() {
    return StackAuthFailure.text(400, "Invalid OAuth state. Please try signing in again.");
  }
}
