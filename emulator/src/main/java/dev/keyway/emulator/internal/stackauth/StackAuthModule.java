package dev.keyway.emulator.internal.stackauth;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.pipeline.VendorApi;
import dev.keyway.emulator.internal.route.RouteArea;
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

  /** Makes projects for the routes that do. */
  @Binds
  ProjectHost projectHost(WorldProjectHost host);

  /** Its areas, one line each. */
  @Module
  interface Areas {
    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> passwords(PasswordRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> passwordChanges(PasswordChangeRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> passwordResets(PasswordResetRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> userLists(UserListRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> otps(OtpRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> secondFactors(MfaRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> passkeys(PasskeyRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> sessions(SessionRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> users(UserRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> anonymous(AnonymousRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> contactChannels(ContactChannelRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> contactVerifications(ContactVerificationRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> oauthTokens(OAuthTokenRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> oauthAuthorizations(OAuthAuthorizeRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> oauthCallbacks(OAuthCallbackRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> connectedAccounts(ConnectedAccountRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> oauthProviders(OAuthProviderRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> projectRoutes(ProjectRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> projectAdmin(ProjectAdminRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> projectKeys(ProjectKeyRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> jwks(JwksRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> teams(TeamRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> memberships(MembershipRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> teamProfiles(ProfileRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> invitations(InvitationRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> acceptedInvitations(InvitationAcceptRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> teamPermissions(TeamPermissionRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> projectPermissions(ProjectPermissionRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> permissionDefinitions(DefinitionRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> apiKeys(ApiKeyRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> cliLogins(CliRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> crossDomain(CrossDomainRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> appleNative(AppleNativeRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> notificationPreferences(NotificationPreferenceRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> webhookTokens(WebhookTokenRoutes routes);

    @Binds
    @IntoSet
    RouteArea<StackAuthRouteBook> configurations(ConfigRoutes routes);
  }
}
