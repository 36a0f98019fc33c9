package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.http.HttpMethod;
import jakarta.inject.Inject;

/**
 * B2B routes that the service has and the emulator has not: they answer 501. Whoever builds one
 * takes its line away.
 */
public final class NotImplementedB2bRoutes implements StytchRoutes {
  private static final String ROUTES =
      """
      POST   /v1/b2b/discovery/intermediate_sessions/exchange stytch.b2b.discovery.intermediate-sessions-exchange
      POST   /v1/b2b/discovery/organizations/create stytch.b2b.discovery.organizations-create
      POST   /v1/b2b/discovery/organizations stytch.b2b.discovery.organizations-list
      POST   /v1/b2b/idp/oauth/authorize/start stytch.b2b.idp.oauth-authorize-start
      POST   /v1/b2b/idp/oauth/authorize stytch.b2b.idp.oauth-authorize
      POST   /v1/b2b/impersonation/authenticate stytch.b2b.impersonation.authenticate
      POST   /v1/b2b/magic_links/authenticate stytch.b2b.magic-link.authenticate
      POST   /v1/b2b/magic_links/email/login_or_signup stytch.b2b.magic-link.email-login-or-signup
      POST   /v1/b2b/magic_links/email/invite stytch.b2b.magic-link.email-invite
      POST   /v1/b2b/magic_links/email/discovery/send stytch.b2b.magic-link.email-discovery-send
      POST   /v1/b2b/magic_links/discovery/authenticate stytch.b2b.magic-link.discovery-authenticate
      POST   /v1/b2b/oauth/authenticate stytch.b2b.oauth.authenticate
      POST   /v1/b2b/oauth/discovery/authenticate stytch.b2b.oauth.discovery-authenticate
      POST   /v1/b2b/otps/sms/send stytch.b2b.otp.sms-send
      POST   /v1/b2b/otps/sms/authenticate stytch.b2b.otp.sms-authenticate
      POST   /v1/b2b/otps/email/login_or_signup stytch.b2b.otp.email-login-or-signup
      POST   /v1/b2b/otps/email/authenticate stytch.b2b.otp.email-authenticate
      POST   /v1/b2b/otps/email/discovery/send stytch.b2b.otp.email-discovery-send
      POST   /v1/b2b/otps/email/discovery/authenticate stytch.b2b.otp.email-discovery-authenticate
      POST   /v1/b2b/organizations stytch.b2b.organization.create
      GET    /v1/b2b/organizations/{organization_id} stytch.b2b.organization.get
      PUT    /v1/b2b/organizations/{organization_id} stytch.b2b.organization.update
      DELETE /v1/b2b/organizations/{organization_id} stytch.b2b.organization.delete
      POST   /v1/b2b/organizations/search stytch.b2b.organization.search
      GET    /v1/b2b/organizations/{organization_id}/metrics stytch.b2b.organization.metrics
      GET    /v1/b2b/organizations/{organization_id}/connected_apps stytch.b2b.organization.connected-apps
      GET    /v1/b2b/organizations/{organization_id}/connected_apps/{connected_app_id} stytch.b2b.organization.get-connected-app
      DELETE /v1/b2b/organizations/{organization_id}/external_id stytch.b2b.organization.delete-external-id
      PUT    /v1/b2b/organizations/{organization_id}/members/{member_id} stytch.b2b.organization.members-update
      DELETE /v1/b2b/organizations/{organization_id}/members/{member_id} stytch.b2b.organization.members-delete
      PUT    /v1/b2b/organizations/{organization_id}/members/{member_id}/reactivate stytch.b2b.organization.members-reactivate
      DELETE /v1/b2b/organizations/{organization_id}/members/mfa_phone_numbers/{member_id} stytch.b2b.organization.members-delete-mfa-phone-number
      DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/totp stytch.b2b.organization.members-delete-totp
      POST   /v1/b2b/organizations/members/search stytch.b2b.organization.members-search
      DELETE /v1/b2b/organizations/{organization_id}/members/passwords/{member_password_id} stytch.b2b.organization.members-delete-password
      GET    /v1/b2b/organizations/members/dangerously_get/{member_id} stytch.b2b.organization.members-dangerously-get
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/oidc_providers stytch.b2b.organization.members-oidc-providers
      POST   /v1/b2b/organizations/{organization_id}/members/{member_id}/unlink_retired_email stytch.b2b.organization.members-unlink-retired-email
      POST   /v1/b2b/organizations/{organization_id}/members/{member_id}/start_email_update stytch.b2b.organization.members-start-email-update
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps stytch.b2b.organization.members-get-connected-apps
      DELETE /v1/b2b/organizations/{organization_id}/members/{member_id}/external_id stytch.b2b.organization.members-delete-external-id
      POST   /v1/b2b/organizations/{organization_id}/members stytch.b2b.organization.members-create
      GET    /v1/b2b/organizations/{organization_id}/member stytch.b2b.organization.members-get
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/google stytch.b2b.organization.members-oauth-providers-google
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/microsoft stytch.b2b.organization.members-oauth-providers-microsoft
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/slack stytch.b2b.organization.members-oauth-providers-slack
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/hubspot stytch.b2b.organization.members-oauth-providers-hubspot
      GET    /v1/b2b/organizations/{organization_id}/members/{member_id}/oauth_providers/github stytch.b2b.organization.members-oauth-providers-github
      POST   /v1/b2b/organizations/{organization_id}/members/{member_id}/connected_apps/{connected_app_id}/revoke stytch.b2b.organization.members-connected-apps-revoke
      POST   /v1/b2b/passwords/strength_check stytch.b2b.password.strength-check
      POST   /v1/b2b/passwords/migrate stytch.b2b.password.migrate
      POST   /v1/b2b/passwords/authenticate stytch.b2b.password.authenticate
      POST   /v1/b2b/passwords/email/reset/start stytch.b2b.password.email-reset-start
      POST   /v1/b2b/passwords/email/reset stytch.b2b.password.email-reset
      POST   /v1/b2b/passwords/email/require_reset stytch.b2b.password.email-require-reset
      POST   /v1/b2b/passwords/session/reset stytch.b2b.password.session-reset
      POST   /v1/b2b/passwords/existing_password/reset stytch.b2b.password.existing-password-reset
      POST   /v1/b2b/passwords/discovery/authenticate stytch.b2b.password.discovery-authenticate
      POST   /v1/b2b/passwords/discovery/email/reset/start stytch.b2b.password.discovery-email-reset-start
      POST   /v1/b2b/passwords/discovery/email/reset stytch.b2b.password.discovery-email-reset
      GET    /v1/b2b/rbac/policy stytch.b2b.rbac.policy
      GET    /v1/b2b/rbac/organizations/{organization_id} stytch.b2b.rbac.organizations-get-org-policy
      PUT    /v1/b2b/rbac/organizations/{organization_id} stytch.b2b.rbac.organizations-set-org-policy
      POST   /v1/b2b/recovery_codes/recover stytch.b2b.recovery-code.recover
      GET    /v1/b2b/recovery_codes/{organization_id}/{member_id} stytch.b2b.recovery-code.get
      POST   /v1/b2b/recovery_codes/rotate stytch.b2b.recovery-code.rotate
      PUT    /v1/b2b/scim/{organization_id}/connection/{connection_id} stytch.b2b.scim.connection-update
      DELETE /v1/b2b/scim/{organization_id}/connection/{connection_id} stytch.b2b.scim.connection-delete
      POST   /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/start stytch.b2b.scim.connection-rotate-start
      POST   /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/complete stytch.b2b.scim.connection-rotate-complete
      POST   /v1/b2b/scim/{organization_id}/connection/{connection_id}/rotate/cancel stytch.b2b.scim.connection-rotate-cancel
      GET    /v1/b2b/scim/{organization_id}/connection/{connection_id} stytch.b2b.scim.connection-get-groups
      POST   /v1/b2b/scim/{organization_id}/connection stytch.b2b.scim.connection-create
      GET    /v1/b2b/scim/{organization_id}/connection stytch.b2b.scim.connection-get
      GET    /v1/b2b/sso/{organization_id} stytch.b2b.sso.get-connections
      DELETE /v1/b2b/sso/{organization_id}/connections/{connection_id} stytch.b2b.sso.delete-connection
      POST   /v1/b2b/sso/authenticate stytch.b2b.sso.authenticate
      POST   /v1/b2b/sso/oidc/{organization_id} stytch.b2b.sso.oidc-create-connection
      PUT    /v1/b2b/sso/oidc/{organization_id}/connections/{connection_id} stytch.b2b.sso.oidc-update-connection
      POST   /v1/b2b/sso/saml/{organization_id} stytch.b2b.sso.saml-create-connection
      PUT    /v1/b2b/sso/saml/{organization_id}/connections/{connection_id} stytch.b2b.sso.saml-update-connection
      PUT    /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/url stytch.b2b.sso.saml-update-by-url
      DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/verification_certificates/{certificate_id} stytch.b2b.sso.saml-delete-verification-certificate
      DELETE /v1/b2b/sso/saml/{organization_id}/connections/{connection_id}/encryption_private_keys/{private_key_id} stytch.b2b.sso.saml-delete-encryption-private-key
      POST   /v1/b2b/sso/external/{organization_id} stytch.b2b.sso.external-create-connection
      PUT    /v1/b2b/sso/external/{organization_id}/connections/{connection_id} stytch.b2b.sso.external-update-connection
      GET    /v1/b2b/sessions stytch.b2b.session.list
      POST   /v1/b2b/sessions/authenticate stytch.b2b.session.authenticate
      POST   /v1/b2b/sessions/revoke stytch.b2b.session.revoke
      POST   /v1/b2b/sessions/exchange stytch.b2b.session.exchange
      POST   /v1/b2b/sessions/exchange_access_token stytch.b2b.session.exchange-access-token
      POST   /v1/b2b/sessions/attest stytch.b2b.session.attest
      POST   /v1/b2b/sessions/migrate stytch.b2b.session.migrate
      GET    /v1/b2b/sessions/jwks/{project_id} stytch.b2b.session.jwks
      POST   /v1/b2b/totp stytch.b2b.totp.create
      POST   /v1/b2b/totp/authenticate stytch.b2b.totp.authenticate
      POST   /v1/b2b/totp/migrate stytch.b2b.totp.migrate
      GET    /v1/b2b/public/oauth/{provider}/start stytch.b2b.oauth.start
      GET    /v1/b2b/public/oauth/{provider}/discovery/start stytch.b2b.oauth.start-discovery
      GET    /v1/public/sso/start stytch.b2b.sso.start
      """;

  @Inject
  NotImplementedB2bRoutes() {}

  @Override
  public void addTo(StytchRouteTable routes) {
    ROUTES
        .lines()
        .map(line -> line.split(" +"))
        .forEach(column -> routes.unbuilt(HttpMethod.valueOf(column[0]), column[1], column[2]));
  }
}
