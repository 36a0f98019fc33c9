package dev.keyway.emulator.internal.stytch;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.state.Directory;
import dev.keyway.emulator.internal.stytch.magiclink.MagicLinkEmailRoutes;
import dev.keyway.emulator.internal.stytch.magiclink.MagicLinkRoutes;
import dev.keyway.emulator.internal.stytch.oauth.OAuthRedirectRoutes;
import dev.keyway.emulator.internal.stytch.oauth.OAuthRoutes;
import dev.keyway.emulator.internal.stytch.otp.OtpRoutes;
import dev.keyway.emulator.internal.stytch.password.PasswordResetRoutes;
import dev.keyway.emulator.internal.stytch.password.PasswordRoutes;
import dev.keyway.emulator.internal.stytch.project.ProjectRoutes;
import dev.keyway.emulator.internal.stytch.protocol.NotImplementedB2bRoutes;
import dev.keyway.emulator.internal.stytch.protocol.NotImplementedRoutes;
import dev.keyway.emulator.internal.stytch.protocol.StytchApi;
import dev.keyway.emulator.internal.stytch.protocol.StytchRoutes;
import dev.keyway.emulator.internal.stytch.session.SessionRoutes;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.totp.TotpRoutes;
import dev.keyway.emulator.internal.stytch.user.UserFactorRoutes;
import dev.keyway.emulator.internal.stytch.user.UserRoutes;
import dev.keyway.emulator.internal.stytch.user.UserSearchRoutes;
import dev.keyway.emulator.internal.stytch.webauthn.WebAuthnRoutes;
import jakarta.inject.Singleton;

/** Wires the Stytch front. A new area adds one line. */
@Module
public interface StytchModule {
  /** All projects of all worlds, by id, public token and callback id. */
  @Provides
  @Singleton
  static Directory<StytchProject> projects() {
    return new Directory<>();
  }

  /** The front. */
  @Provides
  @IntoSet
  @Singleton
  static VendorApi front(StytchApi front) {
    return front;
  }

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes passwords(PasswordRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes passwordResets(PasswordResetRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes sessions(SessionRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes users(UserRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes userFactors(UserFactorRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes userSearch(UserSearchRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes projectRoutes(ProjectRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes magicLinks(MagicLinkRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes magicLinkMails(MagicLinkEmailRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes otps(OtpRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes oauth(OAuthRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes oauthRedirects(OAuthRedirectRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes totps(TotpRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StytchRoutes webAuthn(WebAuthnRoutes routes);

  /** What is not built yet. */
  @Binds
  @IntoSet
  StytchRoutes unbuilt(NotImplementedRoutes routes);

  /** What is not built yet. */
  @Binds
  @IntoSet
  StytchRoutes unbuiltB2b(NotImplementedB2bRoutes routes);
}
