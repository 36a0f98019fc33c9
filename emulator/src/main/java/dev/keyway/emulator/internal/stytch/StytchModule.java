package dev.keyway.emulator.internal.stytch;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.stytch.connectedapp.ConnectedAppRoutes;
import dev.keyway.emulator.internal.stytch.connectedapp.ConnectedAppSecretRoutes;
import dev.keyway.emulator.internal.stytch.idp.AuthorizationCodeGrant;
import dev.keyway.emulator.internal.stytch.idp.AuthorizeRoutes;
import dev.keyway.emulator.internal.stytch.idp.OpenIdRoutes;
import dev.keyway.emulator.internal.stytch.idp.RefreshTokenGrant;
import dev.keyway.emulator.internal.stytch.idp.TokenStateRoutes;
import dev.keyway.emulator.internal.stytch.idp.UserAppRoutes;
import dev.keyway.emulator.internal.stytch.m2m.M2mClientRoutes;
import dev.keyway.emulator.internal.stytch.m2m.M2mSearchRoutes;
import dev.keyway.emulator.internal.stytch.m2m.M2mSecretRoutes;
import dev.keyway.emulator.internal.stytch.m2m.MachineGrant;
import dev.keyway.emulator.internal.stytch.m2m.TokenRoutes;
import dev.keyway.emulator.internal.stytch.magiclink.MagicLinkEmailRoutes;
import dev.keyway.emulator.internal.stytch.magiclink.MagicLinkRoutes;
import dev.keyway.emulator.internal.stytch.oauth.OAuthRedirectRoutes;
import dev.keyway.emulator.internal.stytch.oauth.OAuthRoutes;
import dev.keyway.emulator.internal.stytch.otp.OtpRoutes;
import dev.keyway.emulator.internal.stytch.password.PasswordResetRoutes;
import dev.keyway.emulator.internal.stytch.password.PasswordRoutes;
import dev.keyway.emulator.internal.stytch.project.ProjectRoutes;
import dev.keyway.emulator.internal.stytch.protocol.StytchApi;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.protocol.UserObserver;
import dev.keyway.emulator.internal.stytch.rules.TokenGrant;
import dev.keyway.emulator.internal.stytch.rules.UserEvents;
import dev.keyway.emulator.internal.stytch.session.ForeignSessionRoutes;
import dev.keyway.emulator.internal.stytch.session.Impersonations;
import dev.keyway.emulator.internal.stytch.session.SessionRoutes;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.totp.TotpRoutes;
import dev.keyway.emulator.internal.stytch.user.UserFactorRoutes;
import dev.keyway.emulator.internal.stytch.user.UserRoutes;
import dev.keyway.emulator.internal.stytch.user.UserSearchRoutes;
import dev.keyway.emulator.internal.stytch.wallet.WalletRoutes;
import dev.keyway.emulator.internal.stytch.webauthn.WebAuthnRoutes;
import jakarta.inject.Singleton;

/** Wires the Stytch API. A new area adds one line. */
@Module(includes = StytchModule.Areas.class)
public interface StytchModule {
  /** All projects of all worlds, by id, public token and callback id. */
  @Provides
  @Singleton
  static Directory<StytchProject> projects() {
    return new Directory<>();
  }

  /** The API. */
  @Binds
  @IntoSet
  @Singleton
  VendorApi api(StytchApi api);

  @Binds
  UserObserver observer(UserEvents events);

  /** Its areas, one line each. */
  @Module
  interface Areas {
    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> passwords(PasswordRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> passwordResets(PasswordResetRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> sessions(SessionRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> foreignSessions(ForeignSessionRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> impersonations(Impersonations routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> users(UserRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> userFactors(UserFactorRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> userSearch(UserSearchRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> projectRoutes(ProjectRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> magicLinks(MagicLinkRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> magicLinkMails(MagicLinkEmailRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> otps(OtpRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> oauth(OAuthRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> oauthRedirects(OAuthRedirectRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> totps(TotpRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> webAuthn(WebAuthnRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> wallets(WalletRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> m2mClients(M2mClientRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> m2mSearch(M2mSearchRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> m2mSecrets(M2mSecretRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> connectedApps(ConnectedAppRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> connectedAppSecrets(ConnectedAppSecretRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> tokens(TokenRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> authorize(AuthorizeRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> tokenStates(TokenStateRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> openId(OpenIdRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StytchRouteBook> userApps(UserAppRoutes routes);

    @Binds
    @IntoSet
    TokenGrant machines(MachineGrant grant);

    @Binds
    @IntoSet
    TokenGrant authorizationCodes(AuthorizationCodeGrant grant);

    @Binds
    @IntoSet
    TokenGrant refreshTokens(RefreshTokenGrant grant);
  }
}
