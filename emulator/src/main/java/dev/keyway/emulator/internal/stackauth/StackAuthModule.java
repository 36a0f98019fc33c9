package dev.keyway.emulator.internal.stackauth;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.route.LazyArea;
import dev.keyway.emulator.internal.stackauth.apikey.ApiKeyRoutes;
import dev.keyway.emulator.internal.stackauth.cli.CliRoutes;
import dev.keyway.emulator.internal.stackauth.contact.ContactChannelRoutes;
import dev.keyway.emulator.internal.stackauth.contact.ContactVerificationRoutes;
import dev.keyway.emulator.internal.stackauth.notice.NotificationPreferenceRoutes;
import dev.keyway.emulator.internal.stackauth.notice.WebhookTokenRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.AppleNativeRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.ConnectedAccountRoutes;
import dev.keyway.emulator.internal.stackauth.oauth.CrossDomainRoutes;
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
import dev.keyway.emulator.internal.stackauth.permission.DefinitionRoutes;
import dev.keyway.emulator.internal.stackauth.permission.ProjectPermissionRoutes;
import dev.keyway.emulator.internal.stackauth.permission.TeamPermissionRoutes;
import dev.keyway.emulator.internal.stackauth.project.ConfigRoutes;
import dev.keyway.emulator.internal.stackauth.project.JwksRoutes;
import dev.keyway.emulator.internal.stackauth.project.ProjectAdminRoutes;
import dev.keyway.emulator.internal.stackauth.project.ProjectKeyRoutes;
import dev.keyway.emulator.internal.stackauth.project.ProjectRoutes;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthApi;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.protocol.UploadedPicturesApi;
import dev.keyway.emulator.internal.stackauth.session.SessionRoutes;
import dev.keyway.emulator.internal.stackauth.state.ProjectHost;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.team.InvitationAcceptRoutes;
import dev.keyway.emulator.internal.stackauth.team.InvitationRoutes;
import dev.keyway.emulator.internal.stackauth.team.MembershipRoutes;
import dev.keyway.emulator.internal.stackauth.team.ProfileRoutes;
import dev.keyway.emulator.internal.stackauth.team.TeamRoutes;
import dev.keyway.emulator.internal.stackauth.user.AnonymousRoutes;
import dev.keyway.emulator.internal.stackauth.user.UserListRoutes;
import dev.keyway.emulator.internal.stackauth.user.UserRoutes;
import dev.keyway.emulator.internal.state.Directory;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;

/** Wires the Stack Auth API. A new area adds one line. */
@Module(includes = StackAuthModule.Areas.class)
public interface StackAuthModule {
  /** All projects of all worlds. */
  @Provides
  @Singleton
  static Directory<StackAuthProject> projects() {
    return new Directory<>();
  }

  /** The API. */
  @Binds
  @IntoSet
  @Singleton
  VendorApi api(StackAuthApi api);

  /** The pictures of its users and teams. */
  @Binds
  @IntoSet
  @Singleton
  VendorApi pictures(UploadedPicturesApi api);

  /** Makes projects for the routes that do. */
  @Binds
  ProjectHost projectHost(WorldProjectHost host);

  /** Its areas, one line each. */
  @Module
  interface Areas {
    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> passwords(Provider<PasswordRoutes> routes) {
      return LazyArea.of(routes, "password");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> passwordChanges(Provider<PasswordChangeRoutes> routes) {
      return LazyArea.of(routes, "password");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> passwordResets(Provider<PasswordResetRoutes> routes) {
      return LazyArea.of(routes, "password");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> userLists(Provider<UserListRoutes> routes) {
      return LazyArea.of(routes, "user");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> otps(Provider<OtpRoutes> routes) {
      return LazyArea.of(routes, "otp");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> secondFactors(Provider<MfaRoutes> routes) {
      return LazyArea.of(routes, "mfa");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> passkeys(Provider<PasskeyRoutes> routes) {
      return LazyArea.of(routes, "passkey");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> sessions(Provider<SessionRoutes> routes) {
      return LazyArea.of(routes, "session");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> users(Provider<UserRoutes> routes) {
      return LazyArea.of(routes, "user");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> anonymous(Provider<AnonymousRoutes> routes) {
      return LazyArea.of(routes, "anonymous");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> contactChannels(Provider<ContactChannelRoutes> routes) {
      return LazyArea.of(routes, "contact-channel");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> contactVerifications(
        Provider<ContactVerificationRoutes> routes) {
      return LazyArea.of(routes, "contact-channel");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> oauthTokens(Provider<OAuthTokenRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> oauthAuthorizations(Provider<OAuthAuthorizeRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> oauthCallbacks(Provider<OAuthCallbackRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> connectedAccounts(Provider<ConnectedAccountRoutes> routes) {
      return LazyArea.of(routes, "connected-account");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> oauthProviders(Provider<OAuthProviderRoutes> routes) {
      return LazyArea.of(routes, "oauth-provider");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> projectRoutes(Provider<ProjectRoutes> routes) {
      return LazyArea.of(routes, "health", "probe", "project");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> projectAdmin(Provider<ProjectAdminRoutes> routes) {
      return LazyArea.of(routes, "project");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> projectKeys(Provider<ProjectKeyRoutes> routes) {
      return LazyArea.of(routes, "project-key");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> jwks(Provider<JwksRoutes> routes) {
      return LazyArea.of(routes, "jwks");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> teams(Provider<TeamRoutes> routes) {
      return LazyArea.of(routes, "team");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> memberships(Provider<MembershipRoutes> routes) {
      return LazyArea.of(routes, "team-membership");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> teamProfiles(Provider<ProfileRoutes> routes) {
      return LazyArea.of(routes, "team-profile");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> invitations(Provider<InvitationRoutes> routes) {
      return LazyArea.of(routes, "team-invitation");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> acceptedInvitations(
        Provider<InvitationAcceptRoutes> routes) {
      return LazyArea.of(routes, "team-invitation");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> teamPermissions(Provider<TeamPermissionRoutes> routes) {
      return LazyArea.of(routes, "team-permission");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> projectPermissions(
        Provider<ProjectPermissionRoutes> routes) {
      return LazyArea.of(routes, "project-permission");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> permissionDefinitions(Provider<DefinitionRoutes> routes) {
      return LazyArea.of(routes, "team-permission-definition", "project-permission-definition");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> apiKeys(Provider<ApiKeyRoutes> routes) {
      return LazyArea.of(routes, "user-api-key", "team-api-key");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> cliLogins(Provider<CliRoutes> routes) {
      return LazyArea.of(routes, "cli");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> crossDomain(Provider<CrossDomainRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> appleNative(Provider<AppleNativeRoutes> routes) {
      return LazyArea.of(routes, "oauth");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> notificationPreferences(
        Provider<NotificationPreferenceRoutes> routes) {
      return LazyArea.of(routes, "notification-preference");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> webhookTokens(Provider<WebhookTokenRoutes> routes) {
      return LazyArea.of(routes, "webhook");
    }

    @Provides
    @IntoSet
    static LazyArea<StackAuthRouteBook> configurations(Provider<ConfigRoutes> routes) {
      return LazyArea.of(routes, "config");
    }
  }
}
