package dev.keyway.emulator.internal.stackauth;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.stackauth.contact.ContactChannelRoutes;
import dev.keyway.emulator.internal.stackauth.contact.ContactVerificationRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.ConnectedAccountRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.OAuthAuthorizeRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.OAuthCallbackRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.OAuthProviderRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.OAuthTokenRoutes;
import dev.keyway.emulator.internal.stackauth.otp.MfaRoutes;
import dev.keyway.emulator.internal.stackauth.otp.OtpRoutes;
import dev.keyway.emulator.internal.stackauth.passkey.PasskeyRoutes;
import dev.keyway.emulator.internal.stackauth.password.PasswordChangeRoutes;
import dev.keyway.emulator.internal.stackauth.password.PasswordResetRoutes;
import dev.keyway.emulator.internal.stackauth.password.PasswordRoutes;
import dev.keyway.emulator.internal.stackauth.project.JwksRoutes;
import dev.keyway.emulator.internal.stackauth.project.ProjectAdminRoutes;
import dev.keyway.emulator.internal.stackauth.project.ProjectKeyRoutes;
import dev.keyway.emulator.internal.stackauth.project.ProjectRoutes;
import dev.keyway.emulator.internal.stackauth.protocol.NotImplementedRoutes;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthApi;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRoutes;
import dev.keyway.emulator.internal.stackauth.session.SessionRoutes;
import dev.keyway.emulator.internal.stackauth.state.ProjectHost;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.user.AnonymousRoutes;
import dev.keyway.emulator.internal.stackauth.user.UserListRoutes;
import dev.keyway.emulator.internal.stackauth.user.UserRoutes;
import dev.keyway.emulator.internal.state.Directory;
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
  static VendorApi front(StackAuthApi front) {
    return front;
  }

  /** Makes projects for the routes that do. */
  @Binds
  ProjectHost projectHost(WorldProjectHost host);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes passwords(PasswordRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes passwordChanges(PasswordChangeRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes passwordResets(PasswordResetRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes userLists(UserListRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes otps(OtpRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes secondFactors(MfaRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes passkeys(PasskeyRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes sessions(SessionRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes users(UserRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes anonymous(AnonymousRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes contactChannels(ContactChannelRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes contactVerifications(ContactVerificationRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes oauthTokens(OAuthTokenRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes oauthAuthorizations(OAuthAuthorizeRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes oauthCallbacks(OAuthCallbackRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes connectedAccounts(ConnectedAccountRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes oauthProviders(OAuthProviderRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes projectRoutes(ProjectRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes projectAdmin(ProjectAdminRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes projectKeys(ProjectKeyRoutes routes);

  /** The area of that name. */
  @Binds
  @IntoSet
  StackAuthRoutes jwks(JwksRoutes routes);

  /** What is not built yet. */
  @Binds
  @IntoSet
  StackAuthRoutes unbuilt(NotImplementedRoutes routes);
}
