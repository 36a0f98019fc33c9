package dev.keyway.emulator.internal.stackauth.protocol;

import dev.keyway.emulator.internal.http.HttpMethod;
import jakarta.inject.Inject;

/**
 * Routes that the service has and the emulator has not: they answer 501. Whoever builds one takes
 * its line away.
 */
public final class NotImplementedRoutes implements StackAuthRoutes {
  private static final String ROUTES =
      """
      POST   /auth/oauth/callback/apple/native stackauth.oauth.apple-native
      POST   /auth/oauth/cross-domain/authorize stackauth.oauth.cross-domain-authorize
      POST   /auth/cli stackauth.cli.start
      POST   /auth/cli/poll stackauth.cli.poll
      POST   /auth/cli/complete stackauth.cli.complete
      GET    /teams stackauth.team.list
      POST   /teams stackauth.team.create
      GET    /teams/{team_id} stackauth.team.get
      PATCH  /teams/{team_id} stackauth.team.update
      DELETE /teams/{team_id} stackauth.team.delete
      POST   /team-memberships/{team_id}/{user_id} stackauth.team-membership.create
      DELETE /team-memberships/{team_id}/{user_id} stackauth.team-membership.delete
      GET    /team-member-profiles stackauth.team-profile.list
      GET    /team-member-profiles/{team_id}/{user_id} stackauth.team-profile.get
      PATCH  /team-member-profiles/{team_id}/{user_id} stackauth.team-profile.update
      POST   /team-invitations/send-code stackauth.team-invitation.send
      POST   /team-invitations/accept stackauth.team-invitation.accept
      POST   /team-invitations/accept/check-code stackauth.team-invitation.check-code
      POST   /team-invitations/accept/details stackauth.team-invitation.details
      GET    /team-invitations stackauth.team-invitation.list
      DELETE /team-invitations/{id} stackauth.team-invitation.delete
      POST   /team-invitations/{id}/accept stackauth.team-invitation.accept-by-id
      GET    /team-permissions stackauth.team-permission.list
      POST   /team-permissions/{team_id}/{user_id}/{permission_id} stackauth.team-permission.grant
      DELETE /team-permissions/{team_id}/{user_id}/{permission_id} stackauth.team-permission.revoke
      GET    /project-permissions stackauth.project-permission.list
      POST   /project-permissions/{user_id}/{permission_id} stackauth.project-permission.grant
      DELETE /project-permissions/{user_id}/{permission_id} stackauth.project-permission.revoke
      GET    /team-permission-definitions stackauth.team-permission-definition.list
      POST   /team-permission-definitions stackauth.team-permission-definition.create
      PATCH  /team-permission-definitions/{permission_id} stackauth.team-permission-definition.update
      DELETE /team-permission-definitions/{permission_id} stackauth.team-permission-definition.delete
      GET    /project-permission-definitions stackauth.project-permission-definition.list
      POST   /project-permission-definitions stackauth.project-permission-definition.create
      PATCH  /project-permission-definitions/{permission_id} stackauth.project-permission-definition.update
      DELETE /project-permission-definitions/{permission_id} stackauth.project-permission-definition.delete
      POST   /user-api-keys stackauth.user-api-key.create
      GET    /user-api-keys stackauth.user-api-key.list
      GET    /user-api-keys/{id} stackauth.user-api-key.get
      PATCH  /user-api-keys/{id} stackauth.user-api-key.update
      POST   /user-api-keys/check stackauth.user-api-key.check
      POST   /team-api-keys stackauth.team-api-key.create
      GET    /team-api-keys stackauth.team-api-key.list
      GET    /team-api-keys/{id} stackauth.team-api-key.get
      PATCH  /team-api-keys/{id} stackauth.team-api-key.update
      POST   /team-api-keys/check stackauth.team-api-key.check
      GET    /emails/notification-preference/{user_id} stackauth.notification-preference.list
      POST   /webhooks/svix-token stackauth.webhook.portal-token
      """;

  @Inject
  NotImplementedRoutes() {}

  @Override
  public void addTo(StackAuthRouteTable routes) {
    ROUTES
        .lines()
        .map(line -> line.split(" +"))
        .forEach(column -> routes.unbuilt(HttpMethod.valueOf(column[0]), column[1], column[2]));
  }
}
