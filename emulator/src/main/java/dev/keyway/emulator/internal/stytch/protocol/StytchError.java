package dev.keyway.emulator.internal.stytch.protocol;

import static dev.keyway.emulator.Provenance.DOCUMENTED;
import static dev.keyway.emulator.Provenance.INFERRED;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.pipeline.Explanations;
import dev.keyway.emulator.internal.route.VendorError;
import java.util.Locale;

/**
 * Every error that the emulated routes send. The tag says how its status is known: the names are
 * all the vendor's, but its pages state the status of some only. Messages are in words of our own,
 * callers match on the type.
 */
public enum StytchError implements VendorError {
  BAD_REQUEST(400, DOCUMENTED, "The request is malformed or incomplete."),
  UNAUTHORIZED_CREDENTIALS(401, DOCUMENTED, "The credentials are not valid."),
  LIVE_ID_USED_IN_TEST_ENVIRONMENT(400, INFERRED, "A live project id was sent to a test project."),
  ROUTE_NOT_FOUND(404, INFERRED, "There is no such path."),
  METHOD_NOT_ALLOWED(405, INFERRED, "The path does not have this method."),
  PROJECT_NOT_FOUND(404, INFERRED, "There is no such project."),
  ENTERPRISE_ENDPOINT(401, DOCUMENTED, "The project may not use this endpoint."),
  TOO_MANY_REQUESTS(429, DOCUMENTED, "There were too many requests. Wait and try again."),
  INTERNAL_SERVER_ERROR(500, DOCUMENTED, "Something went wrong."),
  SERVER_UNAVAILABLE(503, INFERRED, "The service is not available."),
  SEARCH_TIMEOUT(504, INFERRED, "The search took too long."),
  UNKNOWN_ERROR(500, INFERRED, "Something went wrong."),

  INVALID_EMAIL(400, DOCUMENTED, "The e-mail address is not valid."),
  INVALID_PHONE_NUMBER(400, INFERRED, "The phone number is not in E.164 form."),
  INVALID_PHONE_NUMBER_COUNTRY_CODE(400, INFERRED, "The project may not write to this country."),
  INVALID_USER_ID(400, DOCUMENTED, "The user id is not valid."),
  INVALID_EMAIL_ID(400, INFERRED, "The email id is not valid."),
  INVALID_PHONE_ID(400, INFERRED, "The phone id is not valid."),
  INVALID_PASSWORD_ID(400, INFERRED, "The password id is not valid."),
  INVALID_TOTP_ID(400, INFERRED, "The TOTP id is not valid."),
  INVALID_WEBAUTHN_REGISTRATION_ID(400, INFERRED, "The WebAuthn registration id is not valid."),
  INVALID_OAUTH_USER_REGISTRATION_ID(400, INFERRED, "The OAuth registration id is not valid."),
  INVALID_SESSION_ID(400, INFERRED, "The session id is not valid."),
  INVALID_METHOD_ID(400, INFERRED, "The method id is neither an email id nor a phone id."),
  INVALID_CODE(400, INFERRED, "A code has six digits."),
  INVALID_TOKEN(400, INFERRED, "The token is malformed."),
  INVALID_IP_ADDRESS(400, INFERRED, "The IP address is not valid."),
  INVALID_USER_AGENT(400, INFERRED, "The user agent is not valid."),
  INVALID_LOCALE(400, INFERRED, "The locale is not supported."),
  INVALID_EXPIRATION(400, INFERRED, "The expiration is out of range."),
  INVALID_EXPIRATION_OTP(400, INFERRED, "A code lives from 1 to 10 minutes."),
  INVALID_EXTERNAL_ID(400, INFERRED, "The external id is not valid."),
  INVALID_TEMPLATE_ID(400, INFERRED, "The template id is not valid."),
  EMAIL_TEMPLATE_NOT_FOUND(404, DOCUMENTED, "There is no such template."),
  METADATA_INVALID_FORMAT(400, INFERRED, "Metadata must be an object."),
  METADATA_TOO_LARGE(400, INFERRED, "Metadata must not exceed 4 KB."),
  METADATA_TOO_MANY_KEYS(400, INFERRED, "Metadata must not have more than 20 keys."),

  USER_NOT_FOUND(404, DOCUMENTED, "The user could not be found."),
  EMAIL_NOT_FOUND(404, DOCUMENTED, "The e-mail address could not be found."),
  PHONE_NUMBER_NOT_FOUND(404, INFERRED, "The phone number could not be found."),
  PASSWORD_NOT_FOUND(404, INFERRED, "The password could not be found."),
  TOTP_NOT_FOUND(404, INFERRED, "The TOTP could not be found."),
  TOTPS_NOT_FOUND_FOR_USER(404, INFERRED, "The user has no TOTP."),
  WEBAUTHN_REGISTRATION_NOT_FOUND(404, DOCUMENTED, "The registration could not be found."),
  BIOMETRIC_REGISTRATION_NOT_FOUND(404, DOCUMENTED, "The registration could not be found."),
  CRYPTO_WALLET_NOT_FOUND(404, DOCUMENTED, "The wallet could not be found."),
  OAUTH_USER_REGISTRATION_NOT_FOUND(404, INFERRED, "The registration could not be found."),
  CONNECTED_APP_NOT_FOUND(404, DOCUMENTED, "The connected app could not be found."),
  INVALID_CREATE_USER_REQUEST(400, INFERRED, "An e-mail address or a phone number is needed."),
  DUPLICATE_EMAIL(400, INFERRED, "A user with this e-mail address exists already."),
  DUPLICATE_EMAIL_FOR_USER(400, INFERRED, "The user has this e-mail address already."),
  DUPLICATE_PHONE_NUMBER(400, INFERRED, "A user with this phone number exists already."),
  DUPLICATE_PHONE_NUMBER_FOR_USER(400, INFERRED, "The user has this phone number already."),
  DUPLICATE_USER_EXTERNAL_ID(400, INFERRED, "A user with this external id exists already."),
  INVALID_RBAC_ROLE_ASSIGNMENT(400, INFERRED, "The role does not exist or cannot be assigned."),
  UPDATE_USER_AUTH_METHOD_NOT_ALLOWED(
      400, INFERRED, "E-mail addresses and phone numbers cannot be changed here."),
  INVALID_EXCHANGE_PRIMARY_FACTOR_FIELDS(
      400, INFERRED, "Exactly one of email_address and phone_number is needed."),
  INVALID_EXCHANGE_PRIMARY_FACTOR_USER(400, INFERRED, "The user must have exactly one factor."),
  NO_USER_SELECTION_ARGUMENTS(400, INFERRED, "A user id or a session is needed."),
  TOO_MANY_USER_SELECTION_ARGUMENTS(400, INFERRED, "More than one way to select a user was sent."),
  EMAIL_IN_DENYLIST(403, DOCUMENTED, "The e-mail address may not sign up."),
  EMAIL_NOT_IN_ALLOWLIST(
      403, DOCUMENTED, "The e-mail address is not among those that may sign up."),
  INACTIVE_EMAIL(400, DOCUMENTED, "Mails to this address came back."),
  INVALID_EMAIL_DOMAIN(400, DOCUMENTED, "The address has a domain that takes no mails."),
  UNSUBSCRIBED_PHONE_NUMBER(400, INFERRED, "The number wants no more messages."),
  DOWNSTREAM_CARRIER_ERROR(400, DOCUMENTED, "The carrier did not take the message. Try again."),
  BILLING_NOT_VERIFIED(400, INFERRED, "Text messages need a verified billing account."),
  TOO_MANY_UNVERIFIED_FACTORS(400, INFERRED, "The user has too many unverified factors."),
  USER_ALREADY_INVITED(400, INFERRED, "The user is invited already."),
  USER_LOCK_LIMIT_REACHED(429, DOCUMENTED, "The user is locked after too many failed attempts."),
  USER_SEARCH_INVALID_LIMIT(400, INFERRED, "The limit must be from 1 to 1000."),
  USER_SEARCH_INVALID_CURSOR(400, INFERRED, "The cursor is not valid."),
  USER_SEARCH_INVALID_OPERATOR(400, INFERRED, "The operator must be AND or OR."),
  USER_SEARCH_MISSING_FILTER_NAME(400, INFERRED, "A filter has no name."),
  USER_SEARCH_FILTER_NAME_MUST_BE_STRING(400, INFERRED, "The name of a filter must be a string."),
  USER_SEARCH_FILTER_NAME_NOT_RECOGNIZED(400, INFERRED, "There is no such filter."),
  USER_SEARCH_MISSING_FILTER_VALUE(400, INFERRED, "A filter has no value."),
  USER_SEARCH_EXPECTED_STRING(400, INFERRED, "The filter's value must be a string."),
  USER_SEARCH_EXPECTED_BOOL(400, INFERRED, "The filter's value must be a boolean."),
  USER_SEARCH_EXPECTED_ARRAY_OF_STRING(400, INFERRED, "The filter's value must be strings."),
  USER_SEARCH_EXPECTED_OBJECT(400, INFERRED, "The filter's value must be an object."),
  USER_SEARCH_EXPECTED_TIMESTAMP(400, INFERRED, "The filter's value must be a timestamp."),
  USER_SEARCH_INVALID_STATUS_FILTER(400, INFERRED, "A status is active or pending."),
  USER_SEARCH_INVALID_OAUTH_PROVIDER_FILTER(400, INFERRED, "There is no such OAuth provider."),
  USER_SEARCH_MAXIMUM_FILTER_VALUE_COUNT_EXCEEDED(400, INFERRED, "Too many values in a filter."),
  USER_SEARCH_CANNOT_MIX_INTERNAL_AND_EXTERNAL_USER_IDS(
      400, INFERRED, "User ids and external ids cannot be mixed."),
  USER_SEARCH_FULL_NAME_FUZZY_TOO_SHORT(400, INFERRED, "The filter needs three characters."),
  USER_SEARCH_PHONE_NUMBER_FUZZY_TOO_SHORT(400, INFERRED, "The filter needs three characters."),
  USER_SEARCH_EMAIL_ADDRESS_FUZZY_TOO_SHORT(400, INFERRED, "The filter needs three characters."),

  SESSION_NOT_FOUND(404, DOCUMENTED, "The session could not be found."),
  NO_SESSION_ARGUMENTS(400, INFERRED, "A session token or a session JWT is needed."),
  TOO_MANY_SESSION_ARGUMENTS(400, INFERRED, "Send a session token or a session JWT, not both."),
  NO_SESSION_REVOKE_ARGUMENTS(400, INFERRED, "A session id, token or JWT is needed."),
  TOO_MANY_SESSION_REVOKE_ARGUMENTS(400, INFERRED, "Send one of session id, token and JWT."),
  INVALID_SESSION_DURATION_MINUTES(400, INFERRED, "A session lasts from 5 to 527040 minutes."),
  INVALID_SESSION_DURATION(400, INFERRED, "The duration is above the project's maximum."),
  UNABLE_TO_PARSE_SESSION_JWT(400, INFERRED, "The session JWT cannot be parsed."),
  JWT_INVALID_ISSUER(400, INFERRED, "The session JWT has another issuer."),
  JWT_INVALID_AUDIENCE(400, INFERRED, "The session JWT has another audience."),
  JWT_INVALID_CLAIMS(400, INFERRED, "The session JWT lacks claims."),
  CUSTOM_CLAIMS_TOO_LARGE(400, INFERRED, "Custom claims must not exceed 4 KB."),
  CONSUMER_SESSION_AUTHORIZATION_ERROR(403, DOCUMENTED, "The session's roles do not allow this."),

  WEAK_PASSWORD(400, INFERRED, "The password is not strong enough."),
  BREACHED_PASSWORD(400, INFERRED, "The password appears in a breach."),
  RESET_PASSWORD(400, INFERRED, "The password must be reset."),
  NO_USER_PASSWORD(400, INFERRED, "The user has no password."),
  PASSWORD_ALREADY_EXISTS(400, INFERRED, "The user has a password already."),
  UNABLE_TO_AUTH_PASSWORD_RESET_TOKEN(401, INFERRED, "The reset token was used or has expired."),
  CANNOT_RESET_PASSWORD_WITH_EXISTING_PASSWORD(
      400, INFERRED, "The new password must differ from the existing one."),
  SESSION_TOO_OLD_TO_RESET_PASSWORD(
      400, INFERRED, "The session has no suitable factor of the last five minutes."),
  INVALID_HASH_TYPE(400, INFERRED, "There is no such type of hash."),
  INVALID_HASH(400, INFERRED, "The hash is not valid."),
  INVALID_BCRYPT_HASH(400, INFERRED, "The bcrypt hash is not valid."),
  INVALID_BCRYPT_COST(400, INFERRED, "The bcrypt cost is not accepted."),
  INVALID_MD_5_HASH(400, INFERRED, "The MD5 hash is not valid."),
  INVALID_SHA_1_HASH(400, INFERRED, "The SHA-1 hash is not valid."),
  INVALID_SHA_512_HASH(400, INFERRED, "The SHA-512 hash is not valid."),
  INVALID_ARGON_2_SALT(400, INFERRED, "The Argon2 salt is missing or not valid."),
  INVALID_ARGON_2_ITERATION_AMOUNT(400, INFERRED, "The Argon2 iteration amount is not valid."),
  INVALID_ARGON_2_MEMORY(400, INFERRED, "The Argon2 memory is not valid."),
  INVALID_ARGON_2_THREADS(400, INFERRED, "The Argon2 threads are not valid."),
  INVALID_ARGON_2_KEY_LENGTH(400, INFERRED, "The Argon2 key length is not valid."),
  ARGON_2_KEY_LENGTH_MISMATCH(400, DOCUMENTED, "The Argon2 hash has another length."),
  INVALID_SCRYPT_N_PARAMETER(400, INFERRED, "The scrypt n parameter is not valid."),
  INVALID_SCRYPT_PARAMETERS(400, INFERRED, "The scrypt parameters are not valid."),
  INVALID_SCRYPT_SALT_LENGTH(400, INFERRED, "The scrypt salt is too short."),
  INVALID_BASE64_SCRYPT_HASH(400, INFERRED, "The scrypt hash is not base 64."),
  INVALID_BASE64_SCRYPT_SALT(400, INFERRED, "The scrypt salt is not base 64."),
  SCRYPT_KEY_LENGTH_MISMATCH(400, INFERRED, "The scrypt hash has another length."),
  INVALID_PBKDF_2_HASH(400, INFERRED, "The PBKDF2 hash is not valid."),
  INVALID_PBKDF_2_SALT(400, INFERRED, "The PBKDF2 salt is not valid."),
  INVALID_PBKDF_2_ITERATION_AMOUNT(400, INFERRED, "The PBKDF2 iteration amount is not valid."),
  INVALID_PBKDF_2_ALGORITHM(400, INFERRED, "The PBKDF2 algorithm is not supported."),
  PBKDF_2_KEY_LENGTH_MISMATCH(400, INFERRED, "The PBKDF2 hash has another length."),
  INVALID_PHPASS_HASH_FORMAT(400, INFERRED, "The phpass hash is not valid."),
  INVALID_PHPASS_HASH_PREFIX(400, INFERRED, "The phpass hash has an unknown prefix."),

  ATTRIBUTE_MISMATCH(401, DOCUMENTED, "The attributes differ from those at the start."),
  MAGIC_LINK_NOT_FOUND(404, DOCUMENTED, "The magic link could not be found."),
  UNABLE_TO_AUTH_MAGIC_LINK(401, DOCUMENTED, "The magic link was used or has expired."),
  OTP_CODE_NOT_FOUND(404, DOCUMENTED, "The code is not correct. Check it and try again."),
  UNABLE_TO_AUTH_OTP_CODE(401, DOCUMENTED, "The code was used or has expired. Ask for a new one."),
  PKCE_MISMATCH(400, INFERRED, "The code verifier does not match the code challenge."),
  PKCE_EXPECTED_CODE_VERIFIER(400, INFERRED, "A code verifier is needed."),
  PKCE_DID_NOT_EXPECT_CODE_VERIFIER(400, INFERRED, "No code verifier was expected."),
  PKCE_REQUIRED_FOR_NATIVE_CALLBACK(400, INFERRED, "A native redirect needs PKCE."),
  INVALID_PKCE_CODE_CHALLENGE(400, INFERRED, "The code challenge is malformed."),
  INVALID_PKCE_CODE_VERIFIER(400, INFERRED, "The code verifier is malformed."),
  NO_MATCH_FOR_PROVIDED_MAGIC_LINK_URL(400, INFERRED, "The URL is not registered."),
  NO_MATCH_FOR_PROVIDED_OAUTH_URL(400, DOCUMENTED, "The URL is not registered."),
  NO_DEFAULT_LOGIN_REDIRECT_URL_SET(400, INFERRED, "There is no default login URL."),
  NO_DEFAULT_SIGNUP_REDIRECT_URL_SET(400, INFERRED, "There is no default sign-up URL."),
  NO_DEFAULT_INVITE_REDIRECT_URL_SET(400, INFERRED, "There is no default invite URL."),
  NO_PASSWORD_RESET_REDIRECT_URL(400, INFERRED, "There is no password reset URL."),
  NO_LOGIN_REDIRECT_URLS_SET(400, INFERRED, "No login URLs are registered."),
  NO_SIGNUP_REDIRECT_URLS_SET(400, INFERRED, "No sign-up URLs are registered."),
  NO_INVITE_REDIRECT_URLS_SET(400, INFERRED, "No invite URLs are registered."),
  INVALID_LOGIN_MAGIC_LINK_URL(400, INFERRED, "The login URL is not valid."),
  INVALID_SIGNUP_MAGIC_LINK_URL(400, INFERRED, "The sign-up URL is not valid."),
  INVALID_INVITE_MAGIC_LINK_URL(400, INFERRED, "The invite URL is not valid."),
  INVALID_PASSWORD_RESET_REDIRECT_URL(400, INFERRED, "The password reset URL is not accepted."),
  INVALID_LOGIN_REDIRECT_URL(400, INFERRED, "The login URL is not valid."),
  INVALID_LOGIN_OAUTH_URL(400, INFERRED, "The login URL is not valid."),
  INVALID_SIGNUP_OAUTH_URL(400, INFERRED, "The sign-up URL is not valid."),

  PUBLIC_TOKEN_REQUIRED(400, INFERRED, "A public token is needed."),
  PUBLIC_TOKEN_NOT_FOUND(404, INFERRED, "The public token could not be found."),
  INVALID_PUBLIC_TOKEN_ID(400, INFERRED, "The public token is malformed."),
  INVALID_OAUTH_PROVIDER(400, INFERRED, "There is no such OAuth provider."),
  APPLE_OAUTH_CONFIG_NOT_FOUND(400, DOCUMENTED, "The project has not configured Apple."),
  OAUTH_CONFIG_NOT_FOUND(404, INFERRED, "The project has not configured this provider."),
  INVALID_OAUTH_ATTACH_TOKEN(400, INFERRED, "The attach token is not valid."),
  OAUTH_TOKEN_NOT_FOUND(400, DOCUMENTED, "The OAuth token was used, has expired or is unknown."),
  OAUTH_INVALID_STATE(400, INFERRED, "The state is not valid."),
  OAUTH_STATE_USED(400, INFERRED, "The state was used already."),
  OAUTH_STATE_MISMATCH(400, DOCUMENTED, "The state does not match."),
  OAUTH_FLOW_CALLBACK_ERROR(400, INFERRED, "The provider answered with an error."),
  OAUTH_AUTH_CODE_ERROR(400, INFERRED, "The provider does not accept the code."),
  OAUTH_UNVERIFIED_EMAIL(400, INFERRED, "The provider did not verify the e-mail address."),

  INVALID_DOMAIN(400, INFERRED, "The domain is not valid."),
  INVALID_WEBAUTHN_REGISTRATION_DOMAIN(400, INFERRED, "The registration has another domain."),
  INVALID_AUTHENTICATOR_TYPE(400, INFERRED, "The type must be platform or cross-platform."),
  CANNOT_USE_WEBAUTHN_WITH_PENDING_USER(400, INFERRED, "The user is pending."),
  NO_ACTIVE_WEBAUTHN_REGISTRATIONS(400, INFERRED, "The user has no registration."),
  NO_PENDING_WEBAUTHN_REGISTRATION(400, INFERRED, "No registration was started."),
  DUPLICATE_WEBAUTHN_REGISTRATION(400, INFERRED, "The authenticator is registered already."),
  EMPTY_WEBAUTHN_REGISTRATION_NAME(400, INFERRED, "The name must not be empty."),
  INVALID_PUBLIC_KEY_CREDENTIAL(400, DOCUMENTED, "The credential is not valid."),
  UNABLE_TO_REGISTER_WEBAUTHN_REGISTRATION(401, INFERRED, "The credential proves nothing."),
  UNABLE_TO_AUTH_WEBAUTHN_REGISTRATION(401, INFERRED, "The assertion proves nothing."),

  ACTIVE_TOTP_EXISTS(400, DOCUMENTED, "The user has a TOTP already."),
  PENDING_TOTP_EXISTS(400, INFERRED, "The user has an unconfirmed TOTP."),
  INVALID_TOTP_CODE(400, INFERRED, "A TOTP code has six digits."),
  UNABLE_TO_AUTHENTICATE_TOTP(401, INFERRED, "The TOTP code is not correct."),
  EXPIRED_TOTP(401, INFERRED, "The TOTP was not confirmed in time."),
  TOTP_CODE_ALREADY_AUTHENTICATED(400, INFERRED, "The TOTP code was used already."),
  RECOVERY_CODE_USED_AS_TOTP_CODE(400, INFERRED, "This is a recovery code."),
  TOTP_CODE_USED_AS_RECOVERY_CODE(400, INFERRED, "This is a TOTP code."),
  INVALID_RECOVERY_CODE(400, INFERRED, "The recovery code is malformed."),
  UNABLE_TO_AUTHENTICATE_RECOVERY_CODE(401, INFERRED, "The recovery code is not correct."),

  INVALID_WALLET_TYPE(400, INFERRED, "The wallet type must be ethereum or solana."),
  INVALID_CRYPTO_WALLET_ADDRESS(400, INFERRED, "The wallet address is not valid."),
  INVALID_ETHEREUM_ADDRESS(400, INFERRED, "The Ethereum address is not valid."),
  INVALID_SOLANA_ADDRESS(400, INFERRED, "The Solana address is not valid."),
  DUPLICATE_WALLET_ADDRESS(400, INFERRED, "Another user has this wallet."),
  CRYPTO_WALLET_TYPE_INCOMPATIBLE_WITH_SIWE(
      400, INFERRED, "Only Ethereum wallets sign in with Ethereum."),
  INVALID_SIWE_DOMAIN(400, INFERRED, "The domain is not valid."),
  INVALID_SIWE_URI(400, INFERRED, "The URI is not valid."),
  INVALID_SIWE_RESOURCE(400, INFERRED, "A resource is not valid."),
  INVALID_SIWE_CHAIN_ID(400, INFERRED, "The chain id is not valid."),
  INVALID_SIWE_STATEMENT(400, INFERRED, "The statement is not valid."),
  INVALID_SIWE_MESSAGE_REQUEST_ID(400, INFERRED, "The request id of the message is not valid."),
  SIWE_MESSAGE_EXPIRED(400, INFERRED, "The message has expired."),
  SIWE_MESSAGE_NOT_VALID_YET(400, INFERRED, "The message is not valid yet."),
  SIGNATURE_MISSING(400, INFERRED, "The signature is missing."),
  SIGNATURE_IS_INCORRECT_SIZE(400, INFERRED, "The signature has another length."),
  INVALID_SIGNATURE(400, INFERRED, "The signature is malformed."),
  UNABLE_TO_AUTHENTICATE_CRYPTO_WALLET(401, INFERRED, "The signature proves nothing."),

  M2M_CLIENT_NOT_FOUND(404, INFERRED, "The M2M client could not be found."),
  DUPLICATE_M2M_CLIENT_ID(400, INFERRED, "An M2M client with this id exists already."),
  M2M_CLIENT_INVALID_CLIENT_ID(400, INFERRED, "The client id is not valid."),
  M2M_CLIENT_INVALID_CLIENT_NAME(400, INFERRED, "The client name is not valid."),
  M2M_CLIENT_INVALID_CLIENT_DESCRIPTION(400, INFERRED, "The client description is not valid."),
  M2M_CLIENT_INVALID_CLIENT_SECRET(400, INFERRED, "A client secret has at least 8 characters."),
  CLIENT_SECRET_TOO_LONG(400, INFERRED, "The client secret is too long."),
  INSECURE_M2M_CLIENT_SECRET(400, INFERRED, "The client secret is too easy to guess."),
  INVALID_M2M_CLIENT_STATUS(400, INFERRED, "A status is active or inactive."),
  INVALID_M2M_CLIENT_SCOPE(400, INFERRED, "A scope is not valid."),
  TOO_MANY_M2M_CLIENT_SCOPES(400, INFERRED, "The M2M client has too many scopes."),
  TOO_MANY_M2M_CLIENTS_FOR_BILLING_TIER(400, INFERRED, "The project has too many M2M clients."),
  M2M_CLIENT_ALREADY_ROTATING_SECRET(400, INFERRED, "The secret is being replaced already."),
  M2M_CLIENT_NOT_ROTATING_SECRET(400, INFERRED, "The secret is not being replaced."),
  M2M_SEARCH_MISSING_FILTER_NAME(400, INFERRED, "A filter has no name."),
  M2M_SEARCH_FILTER_NAME_MUST_BE_STRING(400, INFERRED, "The name of a filter must be a string."),
  M2M_SEARCH_FILTER_NAME_NOT_RECOGNIZED(400, INFERRED, "There is no such filter."),
  M2M_SEARCH_MISSING_FILTER_VALUE(400, INFERRED, "A filter has no value."),
  M2M_SEARCH_EXPECTED_ARRAY_OF_STRINGS(400, INFERRED, "The filter's value must be strings."),
  INVALID_CONNECTED_APP_TYPE(400, INFERRED, "There is no such type of connected app."),
  CONNECTED_APP_INVALID_REDIRECT_URL(400, INFERRED, "A redirect URL is not valid."),
  PUBLIC_CONNECTED_APPS_DO_NOT_HAVE_SECRETS(400, INFERRED, "A public app has no secret."),
  CONNECTED_APP_ALREADY_ROTATING_SECRET(400, INFERRED, "The secret is being replaced already."),
  CONNECTED_APP_NOT_ROTATING_SECRET(400, INFERRED, "The secret is not being replaced."),
  THIRD_PARTY_CLIENTS_CANNOT_USE_FULL_ACCESS(
      400, INFERRED, "An app of a third party cannot have full access."),
  THIRD_PARTY_CLIENTS_REQUIRE_CONSENT_FOR_OFFLINE_ACCESS(
      400, INFERRED, "An app of a third party needs consent for offline access."),
  TOO_MANY_CONNECTED_APPS(400, INFERRED, "The project has too many connected apps."),
  CONNECTED_APP_CONSENT_REVOKED(401, DOCUMENTED, "The user took the consent back."),
  CONNECTED_APP_SUPPLIED_REDIRECT_URL_NOT_FOUND_IN_CLIENT(
      401, DOCUMENTED, "The app has no such redirect URL."),
  AUTHORIZATION_ENDPOINT_NOT_CONFIGURED_FOR_PROJECT(
      400, DOCUMENTED, "The project has no authorization endpoint."),
  NO_OAUTH_AUTHORIZE_USER_SELECTOR(400, INFERRED, "The request does not say who authorizes."),
  PKCE_REQUIRED_FOR_IDP_AUTHORIZATION_FLOW(400, INFERRED, "A public app needs PKCE."),
  IDP_AUTH_CODE_NOT_FOUND(404, DOCUMENTED, "The authorization code could not be found."),
  IDP_AUTH_CODE_EXPIRED(400, INFERRED, "The authorization code has expired."),
  IDP_ACCESS_TOKEN_NOT_FOUND(404, DOCUMENTED, "The access token could not be found."),
  IDP_ACCESS_TOKEN_EXPIRED(400, INFERRED, "The access token has expired."),
  IDP_ACCESS_TOKEN_COULD_NOT_BE_EXCHANGED(
      404, DOCUMENTED, "The access token could not be exchanged."),
  IDP_REFRESH_TOKEN_NOT_FOUND(404, DOCUMENTED, "The refresh token could not be found."),
  IDP_REFRESH_TOKEN_EXPIRED(400, INFERRED, "The refresh token has expired."),
  IDP_REFRESH_TOKEN_ALREADY_USED(400, INFERRED, "The refresh token was used already."),
  SESSION_NOT_MUTABLE(400, INFERRED, "The session cannot be changed."),
  UNABLE_TO_AUTH_IMPERSONATION_TOKEN(401, INFERRED, "The token was used or has expired."),
  USER_IMPERSONATION_NOT_ALLOWED(403, INFERRED, "Users may not be impersonated."),
  TRUSTED_TOKEN_PROFILE_NOT_FOUND(404, INFERRED, "The profile could not be found."),
  INVALID_TRUSTED_AUTH_TOKEN(401, INFERRED, "The token proves nothing."),
  MIGRATE_FROM_EXTERNAL_MISSING_USERINFO(400, INFERRED, "The other system tells no address."),
  MIGRATE_FROM_EXTERNAL_UNEXPECTED_RESPONSE(400, INFERRED, "The other system knows no token."),
  MIGRATE_FROM_EXTERNAL_EMAIL_DOES_NOT_EXIST(400, INFERRED, "No user has the address."),
  OAUTH_ACCESS_TOKEN_EXCHANGE_MISSING_FULL_ACCESS(
      400, INFERRED, "The access token lacks the scope full_access."),
  OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_TOO_OLD(400, INFERRED, "The access token is too old."),
  OAUTH_ACCESS_TOKEN_EXCHANGE_TOKEN_INVALID_GRANT(
      400, INFERRED, "The access token came by another grant."),
  INVALID_GRANT(400, INFERRED, "The grant was given for another redirect URI."),
  INVALID_REQUEST(400, INFERRED, "The request is malformed or incomplete."),
  INVALID_CLIENT(401, INFERRED, "The client could not be authenticated."),
  INVALID_SCOPE(400, INFERRED, "The client does not have the scope."),
  UNSUPPORTED_GRANT_TYPE(400, INFERRED, "The grant type is not supported.");

  private static final Explanations EXPLANATIONS = Explanations.beside(StytchError.class);

  private final int status;
  private final Provenance provenance;
  private final String message;

  StytchError(int status, Provenance provenance, String message) {
    this.status = status;
    this.provenance = provenance;
    this.message = message;
  }

  /** The error that the service sends for trouble that no request asked for. */
  static StytchError forStatus(int status) {
    return switch (status) {
      case 429 -> TOO_MANY_REQUESTS;
      case 500 -> INTERNAL_SERVER_ERROR;
      case 503 -> SERVER_UNAVAILABLE;
      case 504 -> SEARCH_TIMEOUT;
      case 400 -> BAD_REQUEST;
      case 401 -> UNAUTHORIZED_CREDENTIALS;
      case 404 -> ROUTE_NOT_FOUND;
      default -> UNKNOWN_ERROR;
    };
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String explanation() {
    return EXPLANATIONS.of(code());
  }

  public StytchFailure failure() {
    return new StytchFailure(this, message);
  }

  /** The same error in more helpful words; they must not quote a secret. */
  public StytchFailure failure(String words) {
    return new StytchFailure(this, words);
  }
}
