package dev.keyway.emulator.internal.stytch.oauth;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.protocol.Timestamps;
import dev.keyway.emulator.internal.stytch.rules.OAuthRules;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.Recipients;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.OAuthRegistration;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code /v1/oauth}: what a backend does. A browser's part is in {@link OAuthRedirectRoutes}. */
public final class OAuthRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> PROVIDER = Field.text("provider");
  private static final Field<String> TOKEN = Field.text("token");

  @Inject
  OAuthRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.oauth.attach")
        .takes(ObjectType.of(PROVIDER.required()).and(UserLookup.SELECTION_FIELDS))
        .fails(StytchError.NO_USER_SELECTION_ARGUMENTS)
        .fails(OAuthRules.ERRORS)
        .fails(UserLookup.SELECTION_ERRORS)
        .answers(this::attach);
    book.on("stytch.oauth.authenticate")
        .takes(ObjectType.of(TOKEN.required(), Pkce.CODE_VERIFIER).and(SessionInput.FIELDS))
        .fails(StytchError.USER_LOCK_LIMIT_REACHED, StytchError.OAUTH_TOKEN_NOT_FOUND)
        .fails(Pkce.VERIFIER_ERRORS)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
  }

  private Response attach(StytchCall call) {
    String provider = OAuthRules.requireConfigured(call.project(), call.get(PROVIDER));
    StytchUser user =
        UserLookup.selected(call).orElseThrow(StytchError.NO_USER_SELECTION_ARGUMENTS::failure);
    String token = OAuthTokens.attach(call.project(), provider, user);
    return call.ok(Json.object().put("oauth_attach_token", token));
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    String token = call.get(TOKEN);
    if (token.equals(Sandbox.OAUTH)) {
      return sandbox(call);
    }
    Optional<String> verifier = Pkce.verifier(call.body());
    SessionInput input = SessionInput.of(call);
    OAuthTokens.Proof proof =
        OAuthTokens.find(project, token)
            .orElseThrow(
                () ->
                    StytchError.OAUTH_TOKEN_NOT_FOUND
                        .failure()
                        .because("This project never gave out such a token."));
    UserLocks.requireUnlocked(project, proof.user());
    if (proof.code().spent() || proof.code().expiredAt(call.now())) {
      throw StytchError.OAUTH_TOKEN_NOT_FOUND
          .failure()
          .about(proof.user())
          .because(proof.code().whyUnusable(call.now()));
    }
    Pkce.require(proof.code().facts().challenge(), verifier);
    if (!proof.code().spend()) {
      throw StytchError.OAUTH_TOKEN_NOT_FOUND.failure();
    }
    Optional<Address> address =
        proof.user().address(Address.Kind.EMAIL, proof.grant().account().email());
    boolean resetSessions =
        address.isPresent() && Recipients.proved(project, proof.user(), address.get(), input);
    Factor factor =
        Factor.oauth(proof.registration(), address.map(Address::id).orElse(""), call.now());
    ObjectNode json = SignIns.complete(project, proof.user(), factor, input, Attributes.NONE);
    return call.ok(
        describe(json, proof.registration(), proof.grant()).put("reset_sessions", resetSessions));
  }

  private static Response sandbox(StytchCall call) {
    OAuthRegistration registration =
        new OAuthRegistration(Sandbox.OAUTH_REGISTRATION_ID, "google", "sandbox", "", "en");
    Grant grant =
        new Grant(
            "google",
            SocialAccount.of(Sandbox.EMAIL),
            List.of("openid", "email", "profile"),
            call.random().base64Url(32),
            call.random().base64Url(32),
            call.now().plus(Duration.ofHours(1)));
    Factor factor = Factor.oauth(registration, Sandbox.EMAIL_ID, call.now());
    ObjectNode json = Sandbox.signIn(call, factor);
    return call.ok(describe(json, registration, grant).put("reset_sessions", false));
  }

  /** Adds what only this call tells. Here alone the session has another name. */
  private static ObjectNode describe(ObjectNode json, OAuthRegistration registration, Grant grant) {
    json.set("user_session", json.remove("session"));
    json.put("provider_subject", registration.subject())
        .put("provider_type", registration.spelling().type())
        .put("oauth_user_registration_id", registration.id());
    ObjectNode values =
        json.putObject("provider_values")
            .put("access_token", grant.accessToken())
            .put("refresh_token", grant.refreshToken())
            // The emulated providers are no OpenID providers.
            .put("id_token", "")
            .put("expires_at", Timestamps.text(grant.expiresAt()));
    ArrayNode scopes = values.putArray("scopes");
    grant.scopes().forEach(scopes::add);
    return json;
  }
}
