package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.route.VendorError;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.rules.Pkce;
import dev.keyway.emulator.internal.stytch.rules.TokenGrant;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code authorization_code}: an app redeems the code that the user's browser brought it. */
public final class AuthorizationCodeGrant implements TokenGrant {
  private static final Field<String> CODE = Field.text("code");
  private static final Field<String> REDIRECT_URI = Field.text("redirect_uri");

  @Inject
  AuthorizationCodeGrant() {}

  @Override
  public String type() {
    return "authorization_code";
  }

  @Override
  public List<Field<String>> parameters() {
    return List.of(CODE, REDIRECT_URI, Pkce.CODE_VERIFIER);
  }

  @Override
  public Set<StytchError> errors() {
    return VendorError.union(
        Pkce.VERIFIER_ERRORS,
        Set.of(
            StytchError.INVALID_CLIENT,
            StytchError.INVALID_GRANT,
            StytchError.IDP_AUTH_CODE_NOT_FOUND,
            StytchError.IDP_AUTH_CODE_EXPIRED,
            StytchError.CONNECTED_APP_CONSENT_REVOKED));
  }

  /** The code stays usable where another redirect URI or verifier came (inferred). */
  @Override
  public ObjectNode answer(StytchCall call, Optional<ClientCredentials> client) {
    StytchProject project = call.project();
    ConnectedApp app = AppClients.require(project, client);
    String value =
        call.find(CODE)
            .orElseThrow(() -> StytchError.BAD_REQUEST.failure("The field code is required."));
    OneTimeCode<AppCodes.Authorized> code =
        AppCodes.findCode(project, value)
            .filter(found -> found.facts().grant().appId().equals(app.id()))
            .orElseThrow(() -> notFound("The code is not one that this app was sent."));
    if (code.spent()) {
      throw notFound(code.whyUnusable(project.now()));
    }
    if (code.expiredAt(project.now())) {
      throw StytchError.IDP_AUTH_CODE_EXPIRED.failure();
    }
    if (!call.find(REDIRECT_URI).filter(code.facts().redirectUri()::equals).isPresent()) {
      throw StytchError.INVALID_GRANT.failure();
    }
    Pkce.require(code.facts().challenge(), Pkce.verifier(call.body()));
    AppTokens.Grant grant = code.facts().grant();
    StytchUser user =
        grant.user(project).orElseThrow(StytchError.CONNECTED_APP_CONSENT_REVOKED::failure);
    if (!code.spend()) {
      throw notFound("Another request used it at the same time.");
    }
    AppTokens.Issued access =
        AppTokens.issue(project, app, user, new AppTokens.Facts(grant, false));
    ObjectNode json = AppAnswers.tokens(project, app, user, grant, access);
    if (grant.scopes().contains(AppScopes.OFFLINE_ACCESS)) {
      json.put(
          "refresh_token",
          AppCodes.refreshToken(project, new AppCodes.Refresh(grant, access.id())));
    }
    return json;
  }

  private static StytchFailure notFound(String cause) {
    return StytchError.IDP_AUTH_CODE_NOT_FOUND.failure().because(cause);
  }
}
