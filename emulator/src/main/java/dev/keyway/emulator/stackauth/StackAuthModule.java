package dev.keyway.emulator.stackauth;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.core.Directory;
import dev.keyway.emulator.http.Front;
import jakarta.inject.Singleton;

/** Wires the Stack Auth front. A new area adds one line. */
@Module
public interface StackAuthModule {
  /** All projects of all worlds. */
  @Provides
  @Singleton
  static Directory<StackAuthProject> projects() {
    return new Directory<>();
  }

  /** The front. */
  @Provides
  @IntoSet
  @Singleton
  static Front front(StackAuthFront front) {
    return front;
  }

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes passwords(PasswordRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes passwordChanges(PasswordChangeRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes passwordResets(PasswordResetRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes userLists(UserListRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes otps(OtpRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes secondFactors(MfaRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes passkeys(PasskeyRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes sessions(SessionRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes users(UserRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes anonymous(AnonymousRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes contactChannels(ContactChannelRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes contactVerifications(ContactVerificationRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes oauthTokens(OAuthTokenRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes oauthAuthorizations(OAuthAuthorizeRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes oauthCallbacks(OAuthCallbackRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes connectedAccounts(ConnectedAccountRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes oauthProviders(OAuthProviderRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes projectRoutes(ProjectRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes projectAdmin(ProjectAdminRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes projectKeys(ProjectKeyRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackRoutes jwks(JwksRoutes routes);

  /** What is not built yet. */
  @Binds
  @IntoSet
  StackRoutes unbuilt(UnbuiltRoutes routes);
}
