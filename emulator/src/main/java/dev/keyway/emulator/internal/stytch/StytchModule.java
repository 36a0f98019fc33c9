package dev.keyway.emulator.internal.stytch;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.route.LazyArea;
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
import jakarta.inject.Provider;
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
    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> passwords(Provider<PasswordRoutes> routes) {
      return LazyArea.of(routes, "password");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> passwordResets(Provider<PasswordResetRoutes> routes) {
      return LazyArea.of(routes, "password");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> sessions(Provider<SessionRoutes> routes) {
      return LazyArea.of(routes, "session");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> foreignSessions(Provider<ForeignSessionRoutes> routes) {
      return LazyArea.of(routes, "session");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> impersonations(Provider<Impersonations> routes) {
      return LazyArea.of(routes, "impersonation");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> users(Provider<UserRoutes> routes) {
      return LazyArea.of(routes, "user");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> userFactors(Provider<UserFactorRoutes> routes) {
      return LazyArea.of(routes, "user");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> userSearch(Provider<UserSearchRoutes> routes) {
      return LazyArea.of(routes, "user");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> projectRoutes(Provider<ProjectRoutes> routes) {
      return LazyArea.of(routes, "debug", "project", "rbac");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> magicLinks(Provider<MagicLinkRoutes> routes) {
      return LazyArea.of(routes, "magic-link");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> magicLinkMails(Provider<MagicLinkEmailRoutes> routes) {
      return LazyArea.of(routes, "magic-link");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> otps(Provider<OtpRoutes> routes) {
      return LazyArea.of(routes, "otp");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> oauth(Provider<OAuthRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> oauthRedirects(Provider<OAuthRedirectRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> totps(Provider<TotpRoutes> routes) {
      return LazyArea.of(routes, "totp");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> webAuthn(Provider<WebAuthnRoutes> routes) {
      return LazyArea.of(routes, "webauthn");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> wallets(Provider<WalletRoutes> routes) {
      return LazyArea.of(routes, "crypto-wallet");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> m2mClients(Provider<M2mClientRoutes> routes) {
      return LazyArea.of(routes, "m2m");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> m2mSearch(Provider<M2mSearchRoutes> routes) {
      return LazyArea.of(routes, "m2m");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> m2mSecrets(Provider<M2mSecretRoutes> routes) {
      return LazyArea.of(routes, "m2m");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> connectedApps(Provider<ConnectedAppRoutes> routes) {
      return LazyArea.of(routes, "connected-app");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> connectedAppSecrets(
        Provider<ConnectedAppSecretRoutes> routes) {
      return LazyArea.of(routes, "connected-app");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> tokens(Provider<TokenRoutes> routes) {
      return LazyArea.of(routes, "m2m");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> authorize(Provider<AuthorizeRoutes> routes) {
      return LazyArea.of(routes, "idp");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> tokenStates(Provider<TokenStateRoutes> routes) {
      return LazyArea.of(routes, "idp");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> openId(Provider<OpenIdRoutes> routes) {
      return LazyArea.of(routes, "idp");
    }

    @Provides
    @IntoSet
    static LazyArea<StytchRouteBook> userApps(Provider<UserAppRoutes> routes) {
      return LazyArea.of(routes, "user");
    }

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
