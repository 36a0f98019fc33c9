package dev.keyway.emulator.internal.stackauth.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.pipeline.Explanations;
import dev.keyway.emulator.internal.route.VendorError;
import java.util.List;

/**
 * Every error with a code that the service sends: code, status, the keys of its details, and what
 * it says. Details stand in a message as {@code {key}}. Messages are in words of our own, callers
 * match on the code.
 */
public enum KnownError implements VendorError {
  BODY_PARSING_ERROR(400, "The request body cannot be read as what its content type says."),
  SCHEMA_ERROR(400, "{message}", "message"),
  ALL_OVERLOADS_FAILED(400, "The request fits no overload.", "overload_errors"),
  PROJECT_KEY_WITHOUT_ACCESS_TYPE(
      400, "A project key was sent, but the x-stack-access-type header is missing."),
  INVALID_ACCESS_TYPE(400, "The x-stack-access-type header must be 'client', 'server' or 'admin'."),
  ACCESS_TYPE_WITHOUT_PROJECT_ID(
      400,
      "The x-stack-access-type header was '{request_type}', but the x-stack-project-id header is"
          + " missing.",
      "request_type"),
  ACCESS_TYPE_REQUIRED(400, "An access type must be given in the x-stack-access-type header."),
  INSUFFICIENT_ACCESS_TYPE(
      401,
      "The x-stack-access-type header must be one of {allowed_access_types}, but was"
          + " '{actual_access_type}'.",
      "actual_access_type",
      "allowed_access_types"),
  INVALID_PUBLISHABLE_CLIENT_KEY(
      401, "The publishable key is not valid for the project '{project_id}'.", "project_id"),
  INVALID_SECRET_SERVER_KEY(
      401, "The secret server key is not valid for the project '{project_id}'.", "project_id"),
  INVALID_SUPER_SECRET_ADMIN_KEY(
      401, "The admin key is not valid for the project '{project_id}'.", "project_id"),
  PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT(
      401, "The project requires a publishable client key.", "project_id"),
  SERVER_AUTHENTICATION_REQUIRED(401, "The secret server key must be provided."),
  ADMIN_AUTHENTICATION_REQUIRED(401, "The super secret admin key must be provided."),
  UNPARSABLE_ADMIN_ACCESS_TOKEN(401, "The admin access token cannot be parsed."),
  ADMIN_ACCESS_TOKEN_EXPIRED(401, "The admin access token has expired.", "expired_at_millis"),
  ADMIN_ACCESS_TOKEN_IS_NOT_ADMIN(
      401, "The admin access token does not belong to an administrator of this project."),
  EXPECTED_INTERNAL_PROJECT(401, "This endpoint is for the internal project only."),
  CURRENT_PROJECT_NOT_FOUND(
      400,
      "There is no project '{project_id}' in this emulator. Check the x-stack-project-id header;"
          + " keys of a real project do not belong here.",
      "project_id"),
  PROJECT_NOT_FOUND(404, "There is no project '{project_id}'.", "project_id"),
  BRANCH_DOES_NOT_EXIST(400, "There is no branch '{branch_id}'.", "branch_id"),

  UNPARSABLE_ACCESS_TOKEN(401, "The access token cannot be parsed."),
  ACCESS_TOKEN_EXPIRED(
      401,
      "The access token has expired. Refresh it and try again.",
      "expired_at_millis",
      "project_id",
      "user_id",
      "refresh_token_id"),
  INVALID_PROJECT_FOR_ACCESS_TOKEN(
      401,
      "The access token belongs to the project '{actual_project_id}', not to"
          + " '{expected_project_id}'.",
      "expected_project_id",
      "actual_project_id"),
  ANONYMOUS_AUTHENTICATION_NOT_ALLOWED(
      401, "The access token is an anonymous user's, which the request does not allow."),
  RESTRICTED_USER_NOT_ALLOWED(
      403,
      "The access token is a restricted user's, which the request does not allow.",
      "restricted_reason"),
  REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED(401, "The refresh token is unknown or has expired."),
  CANNOT_DELETE_CURRENT_SESSION(400, "The current session cannot be deleted."),
  USER_AUTHENTICATION_REQUIRED(401, "A user must be signed in."),
  CANNOT_GET_OWN_USER_WITHOUT_USER(400, "'me' was asked for, but nobody is signed in."),
  USER_NOT_FOUND(404, "There is no such user."),
  USER_ID_DOES_NOT_EXIST(400, "There is no user '{user_id}'.", "user_id"),

  SIGN_UP_NOT_ENABLED(400, "The project does not allow new accounts."),
  SIGN_UP_REJECTED(403, "{message}", "message"),
  BOT_CHALLENGE_REQUIRED(409, "Solve the visible challenge and try again."),
  BOT_CHALLENGE_FAILED(400, "{message}", "message"),
  PASSWORD_AUTHENTICATION_NOT_ENABLED(400, "The project does not allow passwords."),
  PASSKEY_AUTHENTICATION_NOT_ENABLED(400, "The project does not allow passkeys."),
  EMAIL_PASSWORD_MISMATCH(400, "Wrong e-mail or password."),
  PASSWORD_TOO_SHORT(400, "A password must have at least {min_length} characters.", "min_length"),
  USER_DOES_NOT_HAVE_PASSWORD(400, "The user has no password."),
  PASSWORD_CONFIRMATION_MISMATCH(400, "The old password is wrong."),
  USER_EMAIL_ALREADY_EXISTS(
      409,
      "A user with the e-mail '{email}' already exists.",
      "email",
      "would_work_if_email_was_verified"),
  REDIRECT_URL_NOT_WHITELISTED(
      400, "The redirect URL does not lead to one of the project's trusted domains."),
  VERIFICATION_CODE_NOT_FOUND(404, "There is no such verification code."),
  VERIFICATION_CODE_EXPIRED(400, "The verification code has expired."),
  VERIFICATION_CODE_ALREADY_USED(409, "The verification code was used before."),
  VERIFICATION_CODE_MAX_ATTEMPTS_REACHED(
      400, "The verification code was tried too often; ask for a new one."),
  MULTI_FACTOR_AUTHENTICATION_REQUIRED(400, "A second factor is needed.", "attempt_code"),
  INVALID_TOTP_CODE(400, "The TOTP code is wrong."),
  PASSKEY_REGISTRATION_FAILED(400, "The passkey cannot be registered."),
  PASSKEY_AUTHENTICATION_FAILED(400, "The passkey is not accepted."),
  INVALID_POLLING_CODE(400, "There is no such polling code."),

  INVALID_OAUTH_CLIENT_ID_OR_SECRET(400, "Wrong client id or secret.", "client_id"),
  INVALID_AUTHORIZATION_CODE(400, "The authorization code is not valid."),
  OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED(400, "The provider is unknown or not enabled."),
  OUTER_OAUTH_TIMEOUT(408, "The sign-in took too long."),
  OAUTH_PROVIDER_ACCESS_DENIED(400, "The user denied access at the provider."),
  OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE(503, "The provider is not available now."),
  CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE(
      409,
      "Another user signs in with this contact channel.",
      "type",
      "contact_channel_value",
      "would_work_if_email_was_verified"),
  OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER(
      409, "The social account is connected to another user."),
  OAUTH_CONNECTION_NOT_CONNECTED_TO_USER(400, "The user has no such connection."),
  OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE(
      400, "The connection does not have the scope asked for."),
  OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS(
      400, "Extra scopes need OAuth keys of your own."),
  OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS(
      400, "Access tokens need OAuth keys of your own."),
  OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN(
      400, "Another account signs in with this account id."),
  APPLE_BUNDLE_ID_NOT_CONFIGURED(400, "No Apple bundle id is configured."),
  INVALID_APPLE_CREDENTIALS(400, "The Apple identity token is not valid."),
  INVALID_SHARED_OAUTH_PROVIDER_ID(400, "'{provider_id}' has no shared OAuth keys.", "provider_id"),
  INVALID_STANDARD_OAUTH_PROVIDER_ID(
      400, "'{provider_id}' is not an OAuth provider.", "provider_id"),
  INVALID_SCOPE(400, "The scope is not valid."),

  EMAIL_ALREADY_VERIFIED(409, "The e-mail is verified already."),
  EMAIL_IS_NOT_PRIMARY_EMAIL(
      400, "'{email}' is not the user's primary e-mail.", "email", "primary_email"),
  TEAM_NOT_FOUND(404, "There is no team '{team_id}'.", "team_id"),
  TEAM_MEMBERSHIP_NOT_FOUND(
      404, "The user '{user_id}' is not in the team '{team_id}'.", "team_id", "user_id"),
  TEAM_MEMBERSHIP_ALREADY_EXISTS(409, "The user is in the team already."),
  TEAM_INVITATION_RESTRICTED_USER_NOT_ALLOWED(
      403, "Restricted users cannot accept invitations.", "restricted_reason"),
  TEAM_PERMISSION_REQUIRED(
      401,
      "The user '{user_id}' lacks the permission '{permission_id}' in the team '{team_id}'.",
      "team_id",
      "user_id",
      "permission_id"),
  TEAM_PERMISSION_NOT_FOUND(
      401,
      "The user '{user_id}' does not have the permission '{permission_id}' in the team"
          + " '{team_id}'.",
      "team_id",
      "user_id",
      "permission_id"),
  PERMISSION_NOT_FOUND(404, "There is no permission '{permission_id}'.", "permission_id"),
  WRONG_PERMISSION_SCOPE(
      404,
      "The permission '{permission_id}' has another scope.",
      "permission_id",
      "expected_scope",
      "actual_scope"),
  CONTAINED_PERMISSION_NOT_FOUND(
      400, "There is no permission '{permission_id}' to contain.", "permission_id"),
  PERMISSION_ID_ALREADY_EXISTS(
      400, "There is a permission '{permission_id}' already.", "permission_id"),
  API_KEY_NOT_FOUND(404, "There is no such API key."),
  API_KEY_REVOKED(401, "The API key was revoked."),
  API_KEY_EXPIRED(401, "The API key has expired."),
  WRONG_API_KEY_TYPE(400, "The API key is another type's.", "expected_type", "actual_type"),
  ITEM_QUANTITY_INSUFFICIENT_AMOUNT(
      400, "Not enough of '{item_id}' is left.", "item_id", "customer_id", "quantity"),

  /** The emulator's own: the service has no such limit. */
  EMULATOR_PROJECT_LIMIT_REACHED(
      400,
      "This emulator keeps at most {limit} projects that were made by this route. Delete some, or"
          + " close their worlds.",
      "limit");

  private static final Explanations EXPLANATIONS = Explanations.beside(KnownError.class);

  private final int status;
  private final String message;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, which nobody can change.
  private final List<String> detailKeys;

  KnownError(int status, String message, String... detailKeys) {
    this.status = status;
    this.message = message;
    this.detailKeys = List.of(detailKeys);
  }

  @Override
  public String code() {
    return name();
  }

  /** The whole table is the vendor's own but for one. */
  @Override
  public Provenance provenance() {
    return this == EMULATOR_PROJECT_LIMIT_REACHED ? Provenance.INFERRED : Provenance.VENDOR_SOURCE;
  }

  @Override
  public String explanation() {
    return EXPLANATIONS.of(name());
  }

  @Override
  public int status() {
    return status;
  }

  public List<String> detailKeys() {
    return detailKeys;
  }

  /** The error without details. */
  public StackAuthFailure failure() {
    return failure(Json.object());
  }

  /** The error with one detail. */
  public StackAuthFailure failure(String key, String value) {
    return failure(Json.object().put(key, value));
  }

  /**
   * The error with its details.
   *
   * @throws IllegalArgumentException if {@code details} has other keys than the table says
   */
  public StackAuthFailure failure(ObjectNode details) {
    List<String> given = details.properties().stream().map(field -> field.getKey()).toList();
    if (!given.equals(detailKeys)) {
      throw new IllegalArgumentException(
          name() + " has the details " + detailKeys + ", not " + given);
    }
    String text = message;
    for (String key : detailKeys) {
      JsonNode value = details.get(key);
      text =
          text.replace("{" + key + "}", value.isTextual() ? value.textValue() : value.toString());
    }
    return new StackAuthFailure(status, this, detailKeys.isEmpty() ? null : details, text);
  }
}
