package dev.keyway.emulator.stytch;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.core.Directory;
import dev.keyway.emulator.http.Front;
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
  static Front front(StytchFront front) {
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
  StytchRoutes unbuilt(UnbuiltRoutes routes);

  /** What is not built yet. */
  @Binds
  @IntoSet
  StytchRoutes unbuiltB2b(UnbuiltB2bRoutes routes);
}
