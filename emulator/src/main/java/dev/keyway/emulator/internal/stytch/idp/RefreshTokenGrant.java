package dev.keyway.emulator.internal.stytch.idp;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.rules.AppTokens;
import dev.keyway.emulator.internal.stytch.rules.TokenGrant;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code refresh_token}. A public app gets a new one for each that it uses; a confidential app
 * keeps its own, which lives on from each use.
 */
public final class RefreshTokenGrant implements TokenGrant {
  private static final Field<String> REFRESH_TOKEN = Field.text("refresh_token");

  @Inject
  RefreshTokenGrant() {}

  @Override
  public String type() {
    return "refresh_token";
  }

  @Override
  public List<Field<String>> parameters() {
    return List.of(REFRESH_TOKEN);
  }

  @Override
  public Set<StytchError> errors() {
    return Set.of(
        StytchError.INVALID_CLIENT,
        StytchError.IDP_REFRESH_TOKEN_NOT_FOUND,
        StytchError.IDP_REFRESH_TOKEN_EXPIRED,
        StytchError.IDP_REFRESH_TOKEN_ALREADY_USED,
        StytchError.CONNECTED_APP_CONSENT_REVOKED);
  }

  @Override
  public ObjectNode answer(StytchCall call, Optional<ClientCredentials> client) {
    StytchProject project = call.project();
    ConnectedApp app = AppClients.require(project, client);
    String value =
        call.find(REFRESH_TOKEN)
            .orElseThrow(
                () -> StytchError.BAD_REQUEST.failure("The field refresh_token is required."));
    OneTimeCode<AppCodes.Refresh> token =
        AppCodes.findRefresh(project, value)
            .filter(found -> found.facts().grant().appId().equals(app.id()))
            .orElseThrow(StytchError.IDP_REFRESH_TOKEN_NOT_FOUND::failure);
    if (token.spent()) {
      throw StytchError.IDP_REFRESH_TOKEN_ALREADY_USED.failure();
    }
    if (token.expiredAt(project.now())) {
      throw StytchError.IDP_REFRESH_TOKEN_EXPIRED.failure();
    }
    AppTokens.Grant grant = token.facts().grant();
    StytchUser user =
        grant.user(project).orElseThrow(StytchError.CONNECTED_APP_CONSENT_REVOKED::failure);
    if (app.type().isPublic() && !token.spend()) {
      throw StytchError.IDP_REFRESH_TOKEN_ALREADY_USED.failure();
    }
    AppTokens.Issued access = AppTokens.issue(project, app, user, new AppTokens.Facts(grant, true));
    ObjectNode json = AppAnswers.tokens(project, app, user, grant, access);
    if (app.type().isPublic()) {
      json.put(
          "refresh_token",
          AppCodes.refreshToken(project, new AppCodes.Refresh(grant, access.id())));
    } else {
      AppCodes.prolong(project, token, access.id());
    }
    return json;
  }
}
