package dev.keyway.providers.stackauth.wire;

import dev.keyway.ErrorCode;
import dev.keyway.providers.http.ErrorTable;
import java.util.Map;

/**
 * What Stack Auth's error codes mean here. A code that is not listed is {@link ErrorCode#UNKNOWN}.
 */
public final class StackAuthErrors {

  /** The demand for a second factor, which is an error there and none here. */
  static final String SECOND_FACTOR = "MULTI_FACTOR_AUTHENTICATION_REQUIRED";

  /** A request of the wrong form; also what becomes of a token whose user is gone. */
  static final String SCHEMA = "SCHEMA_ERROR";

  /** All of them, by the very names of the wire. */
  public static final ErrorTable TABLE =
      new ErrorTable(
          Map.ofEntries(
              Map.entry(
                  ErrorCode.CHALLENGE_INVALID,
                  """
                  INVALID_POLLING_CODE
                  """),
              Map.entry(
                  ErrorCode.RESOURCE_ALREADY_EXISTS,
                  """
                  PERMISSION_ID_ALREADY_EXISTS
                  """),
              Map.entry(
                  ErrorCode.RESOURCE_NOT_FOUND,
                  """
                  TEAM_PERMISSION_NOT_FOUND PERMISSION_NOT_FOUND
                  CONTAINED_PERMISSION_NOT_FOUND TEAM_MEMBERSHIP_NOT_FOUND
                  TEAM_NOT_FOUND
                  """),
              Map.entry(
                  ErrorCode.PROJECT_CREDENTIALS_REFUSED,
                  """
                  PROJECT_KEY_WITHOUT_ACCESS_TYPE INVALID_ACCESS_TYPE
                  ACCESS_TYPE_WITHOUT_PROJECT_ID ACCESS_TYPE_REQUIRED
                  INVALID_PUBLISHABLE_CLIENT_KEY INVALID_SECRET_SERVER_KEY
                  PUBLISHABLE_CLIENT_KEY_REQUIRED_FOR_PROJECT SERVER_AUTHENTICATION_REQUIRED
                  CURRENT_PROJECT_NOT_FOUND BRANCH_DOES_NOT_EXIST
                  INVALID_OAUTH_CLIENT_ID_OR_SECRET
                  """),
              Map.entry(
                  ErrorCode.PERMISSION_DENIED,
                  """
                  INSUFFICIENT_ACCESS_TYPE OAUTH_EXTRA_SCOPE_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS
                  OAUTH_ACCESS_TOKEN_NOT_AVAILABLE_WITH_SHARED_OAUTH_KEYS
                  """),
              Map.entry(
                  ErrorCode.INVALID_ARGUMENT,
                  """
                  SCHEMA_ERROR CANNOT_DELETE_CURRENT_SESSION
                  WRONG_PERMISSION_SCOPE
                  """),
              Map.entry(
                  ErrorCode.TOKEN_INVALID,
                  """
                  UNPARSABLE_ACCESS_TOKEN INVALID_PROJECT_FOR_ACCESS_TOKEN API_KEY_REVOKED
                  WRONG_API_KEY_TYPE
                  """),
              Map.entry(ErrorCode.TOKEN_EXPIRED, "ACCESS_TOKEN_EXPIRED API_KEY_EXPIRED"),
              Map.entry(
                  ErrorCode.ACCOUNT_RESTRICTED,
                  "ANONYMOUS_AUTHENTICATION_NOT_ALLOWED RESTRICTED_USER_NOT_ALLOWED"),
              Map.entry(
                  ErrorCode.SESSION_NOT_FOUND,
                  """
                  REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED USER_AUTHENTICATION_REQUIRED
                  CANNOT_GET_OWN_USER_WITHOUT_USER
                  """),
              Map.entry(ErrorCode.USER_NOT_FOUND, "USER_NOT_FOUND USER_ID_DOES_NOT_EXIST"),
              Map.entry(ErrorCode.MACHINE_NOT_FOUND, "API_KEY_NOT_FOUND"),
              Map.entry(ErrorCode.SIGN_UP_DISABLED, "SIGN_UP_NOT_ENABLED"),
              Map.entry(
                  ErrorCode.SIGN_UP_REFUSED,
                  """
                  SIGN_UP_REJECTED BOT_CHALLENGE_REQUIRED BOT_CHALLENGE_FAILED
                  """),
              Map.entry(
                  ErrorCode.METHOD_DISABLED,
                  """
                  PASSWORD_AUTHENTICATION_NOT_ENABLED PASSKEY_AUTHENTICATION_NOT_ENABLED
                  """),
              Map.entry(
                  ErrorCode.INVALID_CREDENTIALS,
                  "EMAIL_PASSWORD_MISMATCH PASSWORD_CONFIRMATION_MISMATCH"),
              Map.entry(ErrorCode.PASSWORD_TOO_WEAK, "PASSWORD_TOO_SHORT PASSWORD_TOO_LONG"),
              Map.entry(ErrorCode.PASSWORD_NOT_SET, "USER_DOES_NOT_HAVE_PASSWORD"),
              Map.entry(
                  ErrorCode.ACCOUNT_ALREADY_EXISTS,
                  """
                  USER_EMAIL_ALREADY_EXISTS CONTACT_CHANNEL_ALREADY_USED_FOR_AUTH_BY_SOMEONE_ELSE
                  """),
              Map.entry(ErrorCode.ALREADY_VERIFIED, "EMAIL_ALREADY_VERIFIED"),
              Map.entry(ErrorCode.REDIRECT_NOT_ALLOWED, "REDIRECT_URL_NOT_WHITELISTED"),
              // One machine makes codes, links and challenges there; VerificationCode tells which
              // is
              // meant.
              Map.entry(ErrorCode.CODE_INCORRECT, "VERIFICATION_CODE_NOT_FOUND INVALID_TOTP_CODE"),
              Map.entry(ErrorCode.CODE_EXPIRED, "VERIFICATION_CODE_EXPIRED"),
              Map.entry(ErrorCode.CODE_ALREADY_USED, "VERIFICATION_CODE_ALREADY_USED"),
              Map.entry(ErrorCode.TOO_MANY_ATTEMPTS, "VERIFICATION_CODE_MAX_ATTEMPTS_REACHED"),
              Map.entry(ErrorCode.SECOND_FACTOR_REQUIRED, "MULTI_FACTOR_AUTHENTICATION_REQUIRED"),
              Map.entry(
                  ErrorCode.PASSKEY_REFUSED,
                  "PASSKEY_REGISTRATION_FAILED PASSKEY_AUTHENTICATION_FAILED"),
              Map.entry(ErrorCode.OAUTH_CODE_REFUSED, "INVALID_AUTHORIZATION_CODE"),
              Map.entry(
                  ErrorCode.OAUTH_PROVIDER_NOT_ENABLED, "OAUTH_PROVIDER_NOT_FOUND_OR_NOT_ENABLED"),
              Map.entry(ErrorCode.CHALLENGE_EXPIRED, "OUTER_OAUTH_TIMEOUT"),
              Map.entry(ErrorCode.OAUTH_DENIED, "OAUTH_PROVIDER_ACCESS_DENIED"),
              Map.entry(ErrorCode.OAUTH_PROVIDER_FAILED, "OAUTH_PROVIDER_TEMPORARILY_UNAVAILABLE"),
              Map.entry(
                  ErrorCode.IDENTITY_LINKED_ELSEWHERE,
                  """
                  OAUTH_CONNECTION_ALREADY_CONNECTED_TO_ANOTHER_USER
                  OAUTH_PROVIDER_ACCOUNT_ID_ALREADY_USED_FOR_SIGN_IN
                  """),
              Map.entry(
                  ErrorCode.IDENTITY_NOT_CONNECTED,
                  """
                  OAUTH_CONNECTION_NOT_CONNECTED_TO_USER
                  OAUTH_CONNECTION_DOES_NOT_HAVE_REQUIRED_SCOPE
                  """)));

  private StackAuthErrors() {}
}
