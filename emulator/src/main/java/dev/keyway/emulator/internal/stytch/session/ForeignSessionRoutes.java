package dev.keyway.emulator.internal.stytch.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.stytch.TrustedTokenProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Sessions that begin with something that another system gave the user. */
public final class ForeignSessionRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> ACCESS_TOKEN = Field.text("access_token");
  private static final Field<String> PROFILE_ID = Field.text("profile_id");
  private static final Field<String> TOKEN = Field.text("token");
  private static final Duration EXCHANGEABLE = Duration.ofMinutes(5);

  @Inject
  ForeignSessionRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.session.migrate")
        .takes(
            ObjectType.of(SessionInput.SESSION_TOKEN.required()).and(SessionInput.STARTING_FIELDS))
        .fails(
            StytchError.MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST,
            StytchError.MIGRATE_FROM_EXTERNAL_MISSING_USERINFO,
            StytchError.MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE)
        .fails(SessionInput.STARTING_ERRORS)
        .answers(this::migrate);
    book.on("stytch.session.exchange-access-token")
        .takes(ObjectType.of(ACCESS_TOKEN.required()).and(SessionInput.STARTING_FIELDS))
        .fails(
            StytchError.OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS,
            StytchError.OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD,
            StytchError.OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT,
            StytchError.IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED,
            StytchError.IDP_ACCESS_TOKEN_NOT_FOUND)
        .fails(SessionInput.STARTING_ERRORS)
        .answers(this::exchange);
    book.on("stytch.session.attest")
        .takes(ObjectType.of(PROFILE_ID.required(), TOKEN.required()).and(SessionInput.FIELDS))
        .fails(
            StytchError.TRUSTED_TOKEN_PROFILE_NOT_FOUND,
            StytchError.INVALID_TRUSTED_AUTH_TOKEN,
            StytchError.JWT_INVALID_ISSUER,
            StytchError.JWT_INVALID_AUDIENCE,
            StytchError.JWT_INVALID_CLAIMS,
            StytchError.USER_NOT_FOUND)
        .fails(SessionInput.ERRORS)
        .answers(this::attest);
  }

  /** The other system's userinfo endpoint is a setting here. */
  private Response migrate(StytchCall call) {
    StytchProject project = call.project();
    SessionInput input = SessionInput.starting(call);
    var told = project.settings().externalSessions();
    if (told.isEmpty()) {
      throw StytchError.MIGRATE_FROM_EXTERNAL_MISSING_USERINFO.failure();
    }
    String email = told.get(call.get(SessionInput.SESSION_TOKEN));
    if (email == null) {
      throw StytchError.MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE.failure();
    }
    if (email.isEmpty()) {
      throw StytchError.MIGRATE_FROM_EXTERNAL_MISSING_USERINFO.failure();
    }
    StytchUser user =
        UserLookup.byEmail(project, email)
            .orElseThrow(StytchError.MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST::failure);
    return call.ok(
        SignIns.complete(project, user, Factor.imported(call.now()), input, Attributes.NONE));
  }

  /** What each of the names of errors means is inferred, and the order of the checks. */
  private Response exchange(StytchCall call) {
    StytchProject project = call.project();
    SessionInput input = SessionInput.starting(call);
    AppTokens.Known token =
        AppTokens.find(project, call.get(ACCESS_TOKEN))
            .orElseThrow(StytchError.IDP_ACCESS_TOKEN_NOT_FOUND::failure);
    if (!token.grant().scopes().contains(AppTokens.FULL_ACCESS)) {
      throw StytchError.OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS.failure();
    }
    if (token.code().facts().refreshed()) {
      throw StytchError.OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT.failure();
    }
    if (call.now().isAfter(token.code().createdAt().plus(EXCHANGEABLE))) {
      throw StytchError.OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD.failure();
    }
    StytchUser user =
        token
            .grant()
            .user(project)
            .orElseThrow(StytchError.IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED::failure);
    if (!token.code().spend()) {
      throw StytchError.IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED.failure();
    }
    return call.ok(
        SignIns.complete(
            project,
            user,
            Factor.appToken(token.grant().appId(), call.now()),
            input,
            Attributes.NONE));
  }

  /** The user has to exist (inferred: the vendor's profiles may also make users). */
  private Response attest(StytchCall call) {
    StytchProject project = call.project();
    Instant now = call.now();
    SessionInput input = SessionInput.of(call);
    TrustedTokenProfile profile =
        project.settings().trustedTokenProfiles().stream()
            .filter(known -> known.id().equals(call.get(PROFILE_ID)))
            .findFirst()
            .orElseThrow(StytchError.TRUSTED_TOKEN_PROFILE_NOT_FOUND::failure);
    JsonNode claims = TrustedTokens.verify(profile, call.get(TOKEN), now);
    String email = claims.path(profile.emailClaim()).textValue();
    if (email == null) {
      throw StytchError.JWT_INVALID_CLAIMS.failure();
    }
    StytchUser user =
        UserLookup.byEmail(project, email).orElseThrow(StytchError.USER_NOT_FOUND::failure);
    return call.ok(
        SignIns.complete(
            project,
            user,
            Factor.trustedToken(claims.path("jti").asText(""), now),
            input,
            Attributes.NONE));
  }
}
