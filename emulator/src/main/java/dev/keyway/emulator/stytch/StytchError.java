package dev.keyway.emulator.stytch;

import static dev.keyway.emulator.Provenance.DOCUMENTED;
import static dev.keyway.emulator.Provenance.INFERRED;

import dev.keyway.emulator.Provenance;
import java.util.Locale;

/**
 * The consumer errors: type, HTTP status, how the status is known, what it says. Names are the
 * vendor's; messages are in words of our own, callers match on the type.
 *
 * @see <a href="https://stytch.com/docs/api/errors/400">Stytch's error reference</a>
 */
enum StytchError {
  // Requests and credentials
  BAD_REQUEST(400, DOCUMENTED, "The request cannot be read or lacks something."),
  UNAUTHORIZED_CREDENTIALS(401, DOCUMENTED, "The credentials are wrong."),
  UNAUTHORIZED_CREDENTIALS_HOMEPAGE(
      401, DOCUMENTED, "The credentials are the sample ones of the documentation."),
  USE_HTTPS(403, DOCUMENTED, "Requests must be made over HTTPS."),
  ORGANIZATION_SUSPENDED(403, DOCUMENTED, "The workspace is suspended."),
  ROUTE_NOT_FOUND(404, INFERRED, "There is no such path."),
  METHOD_NOT_ALLOWED(405, INFERRED, "The path has no such method."),
  TOO_MANY_REQUESTS(429, DOCUMENTED, "Too many requests were made."),
  USER_LOCK_LIMIT_REACHED(429, DOCUMENTED, "The user is locked after too many failed attempts."),
  INTERNAL_SERVER_ERROR(500, DOCUMENTED, "Something went wrong in the service."),
  SERVER_UNAVAILABLE(503, INFERRED, "The service is not available now."),
  SEARCH_TIMEOUT(504, INFERRED, "The search took too long."),
  CLIENT_CLOSED_REQUEST(499, INFERRED, "The client closed the request."),
  UNKNOWN_ERROR(500, INFERRED, "Something went wrong."),
  ENTERPRISE_ENDPOINT(401, DOCUMENTED, "The product is not enabled for the project."),
  ENDPOINT_NOT_AUTHORIZED_FOR_SDK(401, DOCUMENTED, "The product is not enabled for frontends."),
  WRONG_STACK_LIVE(400, INFERRED, "The live environment was asked for a test project."),
  WRONG_STACK_TEST(400, INFERRED, "The test environment was asked for a live project."),
  LIVE_ID_USED_IN_TEST_ENVIRONMENT(400, INFERRED, "A live id was used in the test environment."),
  TEST_ID_USED_IN_LIVE_ENVIRONMENT(400, INFERRED, "A test id was used in the live environment."),
  INVALID_B2B_ENDPOINT(400, INFERRED, "The endpoint is not for B2B projects."),
  INVALID_CONSUMER_ENDPOINT(400, INFERRED, "The endpoint is not for consumer projects."),
  PROJECT_NOT_FOUND(404, INFERRED, "There is no such project."),
  PUBLIC_TOKEN_NOT_FOUND(404, INFERRED, "There is no such public token."),
  BILLING_NOT_VERIFIED(400, INFERRED, "Billing is not verified."),

  // Sessions
  SESSION_NOT_FOUND(404, DOCUMENTED, "Session could not be found."),
  NO_SESSION_ARGUMENTS(400, INFERRED, "A session token or a session JWT is needed."),
  TOO_MANY_SESSION_ARGUMENTS(
      400, INFERRED, "Only one of session token and session JWT may be given."),
  NO_SESSION_REVOKE_ARGUMENTS(400, INFERRED, "A session id, token or JWT is needed."),
  TOO_MANY_SESSION_REVOKE_ARGUMENTS(
      400, INFERRED, "Only one of session id, token and JWT may be given."),
  INVALID_SESSION_ID(400, INFERRED, "The session id is malformed."),
  INVALID_SESSION_TOKEN(400, DOCUMENTED, "The session token is malformed."),
  INVALID_SESSION_DURATION(400, INFERRED, "The session would last longer than the project allows."),
  INVALID_SESSION_DURATION_MINUTES(400, INFERRED, "Sessions last from 5 to 527040 minutes."),
  UNABLE_TO_PARSE_SESSION_JWT(400, INFERRED, "The session JWT cannot be parsed."),
  JWT_INVALID_AUDIENCE(400, INFERRED, "The JWT is for another project."),
  JWT_INVALID_CLAIMS(400, INFERRED, "The claims of the JWT are not valid."),
  JWT_INVALID_ISSUER(400, INFERRED, "The JWT has another issuer."),
  SESSION_NOT_MUTABLE(400, INFERRED, "The session cannot be changed."),
  SESSION_MUST_HAVE_AT_LEAST_ONE_ACTIVE_FACTOR(400, INFERRED, "A session needs a live factor."),
  CUSTOM_CLAIMS_TOO_LARGE(400, INFERRED, "The custom claims take more than 4 KB."),
  RESERVED_CLAIMS_IN_CUSTOM_CLAIMS(400, INFERRED, "The custom claims have a reserved name."),
  STYTCH_CLAIMS_IN_CUSTOM_CLAIMS(
      400, INFERRED, "The custom claims have one of the service's names."),
  UNABLE_TO_REPRESENT_CUSTOM_CLAIMS_JSON(400, INFERRED, "The custom claims cannot be represented."),
  CONSUMER_SESSION_AUTHORIZATION_ERROR(403, DOCUMENTED, "The session may not do that."),
  STALE_FACTORS(400, INFERRED, "A factor must have been proved within the last hour."),
  MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST(400, INFERRED, "No user has the e-mail."),
  MIGRATE_FROM_EXTERNAL_MISSING_USERINFO(400, INFERRED, "No UserInfo URL is configured."),
  MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE(
      400, INFERRED, "The UserInfo endpoint gave an unexpected answer."),
  TRUSTED_TOKEN_PROFILE_NOT_FOUND(404, INFERRED, "There is no such trusted token profile."),
  INVALID_TRUSTED_AUTH_TOKEN(401, INFERRED, "The trusted auth token is not valid."),

  // Users
  USER_NOT_FOUND(404, DOCUMENTED, "User could not be found."),
  EMAIL_NOT_FOUND(404, DOCUMENTED, "Email could not be found."),
  PHONE_NUMBER_NOT_FOUND(404, INFERRED, "Phone number could not be found."),
  INVALID_USER_ID(400, DOCUMENTED, "The user id is malformed."),
  INVALID_EMAIL(400, INFERRED, "The e-mail address is malformed."),
  INVALID_EMAIL_DOMAIN(400, INFERRED, "The domain of the e-mail address is not valid."),
  INVALID_EMAIL_ID(400, INFERRED, "The e-mail id is malformed."),
  INACTIVE_EMAIL(400, INFERRED, "Mails to the address came back."),
  INVALID_EMAIL_SANDBOX(400, INFERRED, "The sandbox address cannot be used here."),
  EMAIL_IN_DENYLIST(403, DOCUMENTED, "The address is on the deny list."),
  EMAIL_NOT_IN_ALLOWLIST(403, DOCUMENTED, "The address is not on the allow list."),
  INVALID_PHONE_NUMBER(400, INFERRED, "The phone number is malformed."),
  INVALID_PHONE_NUMBER_COUNTRY_CODE(400, INFERRED, "Messages to that country are not allowed."),
  INVALID_PHONE_NUMBER_SANDBOX(400, INFERRED, "The sandbox number cannot be used here."),
  UNSUBSCRIBED_PHONE_NUMBER(400, INFERRED, "The owner of the number wants no messages."),
  DOWNSTREAM_CARRIER_ERROR(400, INFERRED, "The carrier did not take the message."),
  DUPLICATE_EMAIL(400, INFERRED, "A user with that e-mail exists."),
  DUPLICATE_EMAIL_FOR_USER(400, INFERRED, "The user has that e-mail already."),
  DUPLICATE_PHONE_NUMBER(400, INFERRED, "A user with that phone number exists."),
  DUPLICATE_PHONE_NUMBER_FOR_USER(400, INFERRED, "The user has that phone number already."),
  DUPLICATE_USER_EXTERNAL_ID(400, INFERRED, "A user with that external id exists."),
  INVALID_CREATE_USER_REQUEST(400, INFERRED, "An e-mail or a phone number is needed."),
  INVALID_RBAC_ROLE_ASSIGNMENT(400, INFERRED, "There is no such role."),
  TOO_MANY_USER_SELECTION_ARGUMENTS(
      400, INFERRED, "Only one of user id, session token and session JWT may be given."),
  NO_USER_SELECTION_ARGUMENTS(400, INFERRED, "A user id, session token or session JWT is needed."),
  TOO_MANY_UNVERIFIED_FACTORS(400, INFERRED, "The user has too many unverified factors."),
  CANNOT_DELETE_LAST_PRIMARY_FACTOR(400, INFERRED, "The last primary factor cannot be deleted."),
  UPDATE_USER_AUTH_METHOD_NOT_ALLOWED(400, INFERRED, "Addresses cannot be changed here."),
  INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS(
      400, INFERRED, "Exactly one of e-mail and phone number is needed."),
  INVALID_EXCHANGE_PRIMARY_FACTOR_USER(400, INFERRED, "The user must have exactly one factor."),
  METADATA_INVALID_FORMAT(400, INFERRED, "Metadata must be an object."),
  METADATA_TOO_LARGE(400, INFERRED, "The metadata take more than 4 KB."),
  METADATA_TOO_MANY_KEYS(400, INFERRED, "The metadata have more than 20 keys."),
  USER_ALREADY_INVITED(400, INFERRED, "The user was invited already."),
  INVALID_IP_ADDRESS(400, INFERRED, "The IP address is malformed."),
  INVALID_USER_AGENT(400, INFERRED, "The user agent is malformed."),
  ATTRIBUTE_MISMATCH(401, DOCUMENTED, "The attributes differ from those of the start."),
  USER_SEARCH_FILTER_NAME_NOT_RECOGNIZED(400, INFERRED, "There is no such filter."),
  USER_SEARCH_FILTER_NAME_MUST_BE_STRING(400, INFERRED, "A filter name must be a string."),
  USER_SEARCH_MISSING_FILTER_NAME(400, INFERRED, "A filter name is missing."),
  USER_SEARCH_MISSING_FILTER_VALUE(400, INFERRED, "A filter value is missing."),
  USER_SEARCH_EXPECTED_STRING(400, INFERRED, "The filter takes a string."),
  USER_SEARCH_EXPECTED_BOOL(400, INFERRED, "The filter takes a boolean."),
  USER_SEARCH_EXPECTED_ARRAY_OF_STRING(400, INFERRED, "The filter takes an array of strings."),
  USER_SEARCH_EXPECTED_OBJECT(400, INFERRED, "The filter takes an object."),
  USER_SEARCH_EXPECTED_TIMESTAMP(400, INFERRED, "The filter takes a timestamp."),
  USER_SEARCH_INVALID_OPERATOR(400, INFERRED, "The operator must be AND or OR."),
  USER_SEARCH_INVALID_STATUS_FILTER(400, INFERRED, "The status must be active or pending."),
  USER_SEARCH_INVALID_OAUTH_PROVIDER_FILTER(400, INFERRED, "There is no such provider."),
  USER_SEARCH_INVALID_LIMIT(400, INFERRED, "The limit must be from 1 to 1000."),
  USER_SEARCH_INVALID_CURSOR(400, INFERRED, "The cursor is not valid."),
  USER_SEARCH_MAXIMUM_FILTER_VALUE_COUNT_EXCEEDED(400, INFERRED, "The filter has too many values."),
  USER_SEARCH_CANNOT_MIX_INTERNAL_AND_EXTERNAL_USER_IDS(
      400, INFERRED, "User ids and external ids cannot be mixed."),
  USER_SEARCH_FULL_NAME_FUZZY_TOO_SHORT(
      400, INFERRED, "A fuzzy filter takes three characters or more."),
  USER_SEARCH_PHONE_NUMBER_FUZZY_TOO_SHORT(
      400, INFERRED, "A fuzzy filter takes three characters or more."),
  USER_SEARCH_EMAIL_ADDRESS_FUZZY_TOO_SHORT(
      400, INFERRED, "A fuzzy filter takes three characters or more."),

  // Redirects, PKCE, messages
  INVALID_MAGIC_LINK_URL(400, DOCUMENTED, "The redirect URL is malformed."),
  INVALID_LOGIN_MAGIC_LINK_URL(400, INFERRED, "The login redirect URL is malformed."),
  INVALID_SIGNUP_MAGIC_LINK_URL(400, INFERRED, "The sign-up redirect URL is malformed."),
  INVALID_INVITE_MAGIC_LINK_URL(400, INFERRED, "The invite redirect URL is malformed."),
  INVALID_LOGIN_REDIRECT_URL(400, INFERRED, "The login redirect URL is malformed."),
  INVALID_PASSWORD_RESET_REDIRECT_URL(400, INFERRED, "The reset redirect URL is malformed."),
  NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL(400, INFERRED, "The redirect URL is not registered."),
  NO_MATCH_FOR_PROVIDED_OAUTH_URL(400, DOCUMENTED, "The redirect URL is not registered."),
  NO_DEFAULT_LOGIN_REDIRECT_URL_SET(400, INFERRED, "No default login redirect URL is set."),
  NO_DEFAULT_SIGNUP_REDIRECT_URL_SET(400, INFERRED, "No default sign-up redirect URL is set."),
  NO_DEFAULT_INVITE_REDIRECT_URL_SET(400, INFERRED, "No default invite redirect URL is set."),
  NO_LOGIN_REDIRECT_URLS_SET(400, INFERRED, "No login redirect URL is registered."),
  NO_SIGNUP_REDIRECT_URLS_SET(400, INFERRED, "No sign-up redirect URL is registered."),
  NO_INVITE_REDIRECT_URLS_SET(400, INFERRED, "No invite redirect URL is registered."),
  NO_PASSWORD_RESET_REDIRECT_URL(400, INFERRED, "No reset redirect URL is registered."),
  REDIRECT_URL_MUST_USE_HTTPS(400, INFERRED, "The redirect URL must use HTTPS."),
  PKCE_MISMATCH(400, INFERRED, "The code verifier does not fit the challenge."),
  PKCE_EXPECTED_CODE_VERIFIER(400, INFERRED, "A code verifier is needed."),
  PKCE_DID_NOT_EXPECT_CODE_VERIFIER(400, INFERRED, "No code verifier is expected."),
  PKCE_REQUIRED_FOR_NATIVE_CALLBACK(400, INFERRED, "Native callbacks need PKCE."),
  INVALID_PKCE_CODE_CHALLENGE(400, INFERRED, "The code challenge is malformed."),
  INVALID_PKCE_CODE_VERIFIER(400, INFERRED, "The code verifier is malformed."),
  INVALID_LOCALE(400, INFERRED, "There is no such locale."),
  EMAIL_TEMPLATE_NOT_FOUND(404, DOCUMENTED, "There is no such template."),
  INVALID_TEMPLATE_ID(400, INFERRED, "The template id is malformed."),

  // Magic links, one-time passcodes, TOTP
  MAGIC_LINK_NOT_FOUND(404, DOCUMENTED, "The magic link could not be found."),
  UNABLE_TO_AUTH_MAGIC_LINK(401, DOCUMENTED, "The magic link was used or has expired."),
  INVALID_TOKEN(400, INFERRED, "The token is malformed."),
  INVALID_EXPIRATION(400, INFERRED, "Links last from 5 to 10080 minutes."),
  OTP_CODE_NOT_FOUND(404, INFERRED, "The code is not correct."),
  UNABLE_TO_AUTH_OTP_CODE(401, INFERRED, "The code was used or has expired; ask for a new one."),
  INVALID_METHOD_ID(400, INFERRED, "The method id is malformed."),
  INVALID_CODE(400, INFERRED, "The code is malformed."),
  INVALID_EXPIRATION_OTP(400, INFERRED, "Codes last from 1 to 10 minutes."),
  ACTIVE_TOTP_EXISTS(400, DOCUMENTED, "The user has a TOTP registration."),
  PENDING_TOTP_EXISTS(400, INFERRED, "The user has a TOTP registration that is not confirmed."),
  TOTP_NOT_FOUND(404, INFERRED, "The TOTP registration could not be found."),
  TOTPS_NOT_FOUND_FOR_USER(404, INFERRED, "The user has no TOTP registration."),
  INVALID_TOTP_CODE(400, INFERRED, "The TOTP code is malformed."),
  INVALID_TOTP_ID(400, INFERRED, "The TOTP id is malformed."),
  UNABLE_TO_AUTHENTICATE_TOTP(401, INFERRED, "The TOTP code is not correct."),
  EXPIRED_TOTP(401, INFERRED, "The TOTP registration has expired."),
  TOTP_CODE_ALREADY_AUTHENTICATED(400, INFERRED, "The TOTP code was used already."),
  TOTP_CODE_USED_AS_RECOVERY_CODE(400, INFERRED, "That is a TOTP code."),
  RECOVERY_CODE_USED_AS_TOTP_CODE(400, INFERRED, "That is a recovery code."),
  INVALID_RECOVERY_CODE(400, INFERRED, "The recovery code is malformed."),
  UNABLE_TO_AUTHENTICATE_RECOVERY_CODE(401, INFERRED, "The recovery code is not correct."),

  // Passwords
  WEAK_PASSWORD(400, INFERRED, "The password is not strong enough."),
  BREACHED_PASSWORD(400, INFERRED, "The password is known from a breach."),
  RESET_PASSWORD(400, INFERRED, "The password must be reset."),
  NO_USER_PASSWORD(400, INFERRED, "The user has no password."),
  PASSWORD_NOT_FOUND(404, INFERRED, "The password could not be found."),
  INVALID_PASSWORD_ID(400, INFERRED, "The password id is malformed."),
  PASSWORD_ALREADY_EXISTS(400, INFERRED, "The user has a password."),
  PASSWORD_VALIDATION_TIMEOUT(400, INFERRED, "Checking the password took too long."),
  UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN(
      401, INFERRED, "The reset token is unknown, was used or has expired."),
  CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD(
      400, INFERRED, "The password cannot be reset with the existing one."),
  SESSION_TOO_OLD_TO_RESET_PASSWORD(
      400, INFERRED, "No factor of the session was proved within the last five minutes."),
  INVALID_HASH(400, INFERRED, "The hash is malformed."),
  INVALID_HASH_TYPE(400, INFERRED, "There is no such hash type."),
  INVALID_BCRYPT_HASH(400, INFERRED, "The bcrypt hash is malformed."),
  INVALID_BCRYPT_COST(400, INFERRED, "The bcrypt cost is out of range."),
  INVALID_MD_5_HASH(400, INFERRED, "The MD5 hash is malformed."),
  INVALID_SHA_1_HASH(400, INFERRED, "The SHA-1 hash is malformed."),
  INVALID_PREPEND_SALT(400, INFERRED, "The salt in front is malformed."),
  INVALID_APPEND_SALT(400, INFERRED, "The salt behind is malformed."),
  INVALID_ARGON_2_SALT(400, INFERRED, "The Argon2 salt is malformed."),
  INVALID_ARGON_2_ITERATION_AMOUNT(400, INFERRED, "The Argon2 iterations are out of range."),
  INVALID_ARGON_2_MEMORY(400, INFERRED, "The Argon2 memory is out of range."),
  INVALID_ARGON_2_THREADS(400, INFERRED, "The Argon2 threads are out of range."),
  INVALID_ARGON_2_KEY_LENGTH(400, INFERRED, "The Argon2 key length is out of range."),
  ARGON_2_KEY_LENGTH_MISMATCH(400, DOCUMENTED, "The Argon2 hash has another length."),
  INVALID_SCRYPT_N_PARAMETER(
      400, INFERRED, "The scrypt N must be a power of two above 1 and below 262145."),
  INVALID_SCRYPT_PARAMETERS(400, INFERRED, "The scrypt parameters are out of range."),
  INVALID_SCRYPT_SALT_LENGTH(400, INFERRED, "The scrypt salt has a wrong length."),
  INVALID_BASE64_SCRYPT_HASH(400, INFERRED, "The scrypt hash is not base64."),
  INVALID_BASE64_SCRYPT_SALT(400, INFERRED, "The scrypt salt is not base64."),
  SCRYPT_KEY_LENGTH_MISMATCH(400, INFERRED, "The scrypt hash has another length."),
  INVALID_PBKDF_2_HASH(400, INFERRED, "The PBKDF2 hash is malformed."),
  INVALID_PBKDF_2_SALT(400, INFERRED, "The PBKDF2 salt is malformed."),
  INVALID_PBKDF_2_ITERATION_AMOUNT(400, INFERRED, "The PBKDF2 iterations are out of range."),
  INVALID_PBKDF_2_ALGORITHM(400, INFERRED, "There is no such PBKDF2 algorithm."),
  PBKDF_2_KEY_LENGTH_MISMATCH(400, INFERRED, "The PBKDF2 hash has another length."),
  INVALID_PHPASS_HASH_FORMAT(400, INFERRED, "The phpass hash is malformed."),
  INVALID_PHPASS_HASH_PREFIX(400, INFERRED, "The phpass hash has another prefix."),

  // OAuth
  OAUTH_TOKEN_NOT_FOUND(400, DOCUMENTED, "The OAuth token could not be found."),
  OAUTH_STATE_MISMATCH(400, DOCUMENTED, "The OAuth state does not fit."),
  OAUTH_CONFIG_NOT_FOUND(404, INFERRED, "The provider is not configured."),
  APPLE_OAUTH_CONFIG_NOT_FOUND(400, DOCUMENTED, "Apple is not configured."),
  INVALID_OAUTH_PROVIDER(400, INFERRED, "There is no such provider."),
  INVALID_OAUTH_ATTACH_TOKEN(400, INFERRED, "The attach token is not valid."),
  OAUTH_AUTH_CODE_ERROR(400, INFERRED, "The provider's code is not valid."),
  OAUTH_FLOW_CALLBACK_ERROR(400, INFERRED, "The provider answered with an error."),
  OAUTH_INVALID_STATE(400, INFERRED, "The OAuth state is not valid."),
  OAUTH_STATE_USED(400, INFERRED, "The OAuth state was used."),
  OAUTH_INVALID_SCOPE_REQUESTED(400, INFERRED, "The provider has no such scope."),
  OAUTH_UNVERIFIED_EMAIL(400, INFERRED, "The provider's e-mail is not verified."),
  OAUTH_USER_REGISTRATION_NOT_FOUND(404, INFERRED, "The OAuth registration could not be found."),
  INVALID_OAUTH_USER_REGISTRATION_ID(400, INFERRED, "The OAuth registration id is malformed."),

  // WebAuthn, wallets, biometrics
  WEBAUTHN_REGISTRATION_NOT_FOUND(404, DOCUMENTED, "The WebAuthn registration could not be found."),
  INVALID_WEBAUTHN_REGISTRATION_ID(400, INFERRED, "The WebAuthn registration id is malformed."),
  INVALID_WEBAUTHN_REGISTRATION_DOMAIN(400, INFERRED, "The registration is for another domain."),
  EMPTY_WEBAUTHN_REGISTRATION_NAME(400, INFERRED, "The name is empty."),
  CANNOT_USE_WEBAUTHN_WITH_PENDING_USER(400, INFERRED, "The user is pending."),
  INVALID_DOMAIN(400, INFERRED, "The domain is malformed."),
  INVALID_AUTHENTICATOR_TYPE(400, INFERRED, "There is no such authenticator type."),
  INVALID_PUBLIC_KEY_CREDENTIAL(400, DOCUMENTED, "The credential is not valid."),
  UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION(401, INFERRED, "The credential cannot be registered."),
  UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION(401, INFERRED, "The credential is not accepted."),
  BIOMETRIC_REGISTRATION_NOT_FOUND(
      404, DOCUMENTED, "The biometric registration could not be found."),
  CRYPTO_WALLET_NOT_FOUND(404, DOCUMENTED, "The wallet could not be found."),
  UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET(401, INFERRED, "The signature is not accepted.");

  private final int status;
  private final Provenance provenance;
  private final String message;

  StytchError(int status, Provenance provenance, String message) {
    this.status = status;
    this.provenance = provenance;
    this.message = message;
  }

  /** The name on the wire. */
  String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  int status() {
    return status;
  }

  /** How the status is known. */
  Provenance provenance() {
    return provenance;
  }

  String message() {
    return message;
  }

  /** The error as it stands in the table. */
  StytchFailure failure() {
    return new StytchFailure(this, message);
  }

  /** The error with words for this request; they must quote no secret. */
  StytchFailure failure(String words) {
    return new StytchFailure(this, words);
  }
}
