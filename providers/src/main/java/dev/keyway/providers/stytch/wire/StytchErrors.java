package dev.keyway.providers.stytch.wire;

import dev.keyway.ErrorCode;
import dev.keyway.providers.http.ErrorTable;
import java.util.Map;

/**
 * What Stytch's {@code error_type}s mean here. The HTTP status decides nothing: several are not
 * documented, and one type comes with more than one. A type that is not listed is {@link
 * ErrorCode#UNKNOWN}.
 *
 * @see <a href="https://stytch.com/docs/api/errors/400">Stytch's error types</a>
 */
public final class StytchErrors {

  /** All of them. */
  public static final ErrorTable TABLE =
      new ErrorTable(
          Map.ofEntries(
              Map.entry(
                  ErrorCode.TOKEN_EXPIRED,
                  """
                  oauth_access_token_exchange_token_too_old
                  idp_access_token_expired
                  """),
              Map.entry(
                  ErrorCode.SIGNATURE_REFUSED,
                  """
                  unable_to_authenticate_crypto_wallet invalid_signature
                  signature_missing signature_is_incorrect_size
                  siwe_message_expired siwe_message_not_valid_yet
                  """),
              Map.entry(
                  ErrorCode.INVALID_ARGUMENT,
                  """
                  bad_request invalid_email invalid_email_domain
                  invalid_phone_number invalid_user_id invalid_email_id
                  invalid_session_id invalid_session_duration
                  invalid_session_duration_minutes invalid_session_fields
                  invalid_expiration invalid_expiration_otp invalid_locale
                  invalid_ip_address invalid_user_agent invalid_email_sandbox
                  invalid_phone_number_sandbox invalid_create_user_request
                  invalid_pkce_code_challenge
                  pkce_required_for_native_callback metadata_invalid_format
                  metadata_too_large metadata_too_many_keys invalid_hash
                  invalid_hash_type invalid_bcrypt_hash invalid_bcrypt_cost
                  invalid_md_5_hash invalid_sha_1_hash invalid_sha_512_hash
                  invalid_prepend_salt invalid_append_salt
                  invalid_argon_2_salt invalid_argon_2_iteration_amount
                  invalid_argon_2_memory invalid_argon_2_threads
                  invalid_argon_2_key_length argon_2_key_length_mismatch
                  invalid_scrypt_n_parameter invalid_scrypt_parameters
                  invalid_scrypt_salt_length invalid_base64_scrypt_hash
                  invalid_base64_scrypt_salt scrypt_key_length_mismatch
                  invalid_pbkdf_2_hash invalid_pbkdf_2_salt
                  invalid_pbkdf_2_iteration_amount invalid_pbkdf_2_algorithm
                  pbkdf_2_key_length_mismatch invalid_phpass_hash_format
                  invalid_phpass_hash_prefix user_search_invalid_limit
                  user_search_invalid_cursor
                  user_search_email_address_fuzzy_too_short invalid_domain
                  invalid_webauthn_registration_domain
                  empty_webauthn_registration_name invalid_authenticator_type
                  invalid_totp_id invalid_phone_id invalid_password_id
                  invalid_external_id invalid_oauth_user_registration_id
                  user_search_phone_number_fuzzy_too_short
                  user_search_full_name_fuzzy_too_short m2m_client_invalid_*
                  invalid_m2m_client_scope invalid_m2m_client_status
                  insecure_m2m_client_secret client_secret_too_long
                  too_many_m2m_client_scopes duplicate_m2m_client_id
                  m2m_search_* invalid_template_id custom_claims_too_large
                  reserved_claims_in_custom_claims
                  stytch_claims_in_custom_claims
                  unable_to_represent_custom_claims_json
                  invalid_connected_app_type
                  connected_app_invalid_redirect_url
                  third_party_clients_cannot_use_full_access
                  third_party_clients_require_consent_for_offline_access
                  invalid_wallet_type invalid_crypto_wallet_address
                  invalid_ethereum_address invalid_solana_address
                  crypto_wallet_type_incompatible_with_siwe
                  invalid_siwe_domain invalid_siwe_uri invalid_siwe_resource
                  invalid_siwe_chain_id invalid_siwe_statement
                  invalid_siwe_message_request_id
                  pkce_required_for_idp_authorization_flow
                  no_oauth_authorize_user_selector
                  invalid_exchange_primary_factor_fields
                  """),
              Map.entry(
                  ErrorCode.CODE_INCORRECT,
                  """
                  otp_code_not_found invalid_code invalid_totp_code unable_to_authenticate_totp
                  recovery_code_used_as_totp_code totp_code_used_as_recovery_code
                  invalid_recovery_code unable_to_authenticate_recovery_code
                  """),
              Map.entry(ErrorCode.CODE_EXPIRED, "expired_totp"),
              Map.entry(ErrorCode.CODE_ALREADY_USED, "totp_code_already_authenticated"),
              Map.entry(ErrorCode.CODE_REFUSED, "unable_to_auth_otp_code invalid_method_id"),
              Map.entry(ErrorCode.LINK_UNKNOWN, "magic_link_not_found invalid_token"),
              Map.entry(
                  ErrorCode.LINK_REFUSED,
                  """
                  unable_to_auth_magic_link unable_to_auth_password_reset_token
                  """),
              Map.entry(ErrorCode.DEVICE_MISMATCH, "attribute_mismatch"),
              Map.entry(
                  ErrorCode.RESOURCE_NOT_FOUND,
                  """
                  email_template_not_found connected_app_not_found
                  trusted_token_profile_not_found crypto_wallet_not_found
                  """),
              Map.entry(
                  ErrorCode.PKCE_MISMATCH,
                  """
                  pkce_mismatch pkce_expected_code_verifier pkce_did_not_expect_code_verifier
                  invalid_pkce_code_verifier
                  """),
              Map.entry(
                  ErrorCode.OAUTH_PROVIDER_FAILED,
                  """
                  oauth_auth_code_error oauth_flow_callback_error oauth_unverified_email
                  unable_to_authorize_oauth_provider oauth_invalid_state oauth_state_used
                  oauth_state_mismatch twitter_401 twitter_403
                  """),
              Map.entry(
                  ErrorCode.OAUTH_CODE_REFUSED, "oauth_token_not_found invalid_oauth_attach_token"),
              Map.entry(
                  ErrorCode.OAUTH_PROVIDER_NOT_ENABLED,
                  "invalid_oauth_provider oauth_config_not_found apple_oauth_config_not_found"),
              Map.entry(
                  ErrorCode.PASSKEY_REFUSED,
                  """
                  invalid_public_key_credential invalid_public_key_credential_*
                  unable_to_register_webauthn_registration unable_to_auth_webauthn_registration
                  no_pending_webauthn_registration invalid_webauthn_registration_id
                  cannot_use_webauthn_with_pending_user
                  """),
              Map.entry(
                  ErrorCode.TOKEN_INVALID,
                  """
                  unable_to_parse_session_jwt jwt_invalid_issuer
                  jwt_invalid_audience jwt_invalid_claims
                  invalid_trusted_auth_token
                  unable_to_auth_impersonation_token
                  migrate_from_external_unexpected_response
                  idp_access_token_not_found
                  idp_access_token_could_not_be_exchanged
                  oauth_access_token_exchange_token_invalid_grant
                  """),
              Map.entry(ErrorCode.SESSION_NOT_FOUND, "session_not_found invalid_session_token"),
              Map.entry(
                  ErrorCode.SESSION_TOO_OLD, "session_too_old_to_reset_password stale_factors"),
              Map.entry(
                  ErrorCode.USER_NOT_FOUND,
                  """
                  user_not_found email_not_found phone_number_not_found
                  migrate_from_external_email_does_not_exist
                  """),
              Map.entry(
                  ErrorCode.ACCOUNT_ALREADY_EXISTS,
                  """
                  duplicate_email duplicate_phone_number duplicate_user_external_id
                  user_already_invited
                  """),
              Map.entry(
                  ErrorCode.ALREADY_VERIFIED,
                  "duplicate_email_for_user duplicate_phone_number_for_user"),
              Map.entry(ErrorCode.PASSWORD_TOO_WEAK, "weak_password"),
              Map.entry(ErrorCode.PASSWORD_BREACHED, "breached_password"),
              Map.entry(
                  ErrorCode.PASSWORD_NOT_SET,
                  "no_user_password password_not_found cannot_reset_password_with_existing_password"),
              Map.entry(ErrorCode.PASSWORD_ALREADY_SET, "password_already_exists"),
              Map.entry(ErrorCode.PASSWORD_RESET_REQUIRED, "reset_password"),
              Map.entry(
                  ErrorCode.FACTOR_ALREADY_ENROLLED,
                  """
                  active_totp_exists pending_totp_exists duplicate_webauthn_registration
                  too_many_user_registrations_for_domain
                  invalid_exchange_primary_factor_user
                  """),
              Map.entry(
                  ErrorCode.FACTOR_NOT_ENROLLED,
                  """
                  totp_not_found totps_not_found_for_user recovery_codes_not_found
                  webauthn_registration_not_found no_active_webauthn_registrations
                  biometric_registration_not_found
                  """),
              Map.entry(ErrorCode.IDENTITY_NOT_CONNECTED, "oauth_user_registration_not_found"),
              Map.entry(ErrorCode.INVALID_CREDENTIALS, "invalid_client"),
              Map.entry(
                  ErrorCode.SCOPE_MISSING,
                  """
                  invalid_scope
                  oauth_access_token_exchange_missing_full_access
                  """),
              Map.entry(ErrorCode.MACHINE_NOT_FOUND, "m2m_client_not_found"),
              Map.entry(
                  ErrorCode.MACHINE_ROTATION_REFUSED,
                  """
                  m2m_client_already_rotating_secret
                  m2m_client_not_rotating_secret
                  connected_app_already_rotating_secret
                  connected_app_not_rotating_secret
                  public_connected_apps_do_not_have_secrets
                  """),
              Map.entry(ErrorCode.ACCOUNT_LOCKED, "user_lock_limit_reached"),
              Map.entry(
                  ErrorCode.DELIVERY_REFUSED,
                  """
                  inactive_email unsubscribed_phone_number invalid_phone_number_country_code
                  downstream_carrier_error too_many_unverified_factors
                  """),
              Map.entry(ErrorCode.SIGN_UP_REFUSED, "email_in_denylist email_not_in_allowlist"),
              Map.entry(
                  ErrorCode.METHOD_DISABLED,
                  """
                  enterprise_endpoint billing_not_verified
                  invalid_consumer_endpoint
                  migrate_from_external_missing_userinfo
                  user_impersonation_not_allowed
                  authorization_endpoint_not_configured_for_project
                  """),
              Map.entry(
                  ErrorCode.REDIRECT_NOT_ALLOWED,
                  """
                  no_match_for_provided_magic_link_url no_match_for_provided_oauth_url
                  invalid_magic_link_url invalid_login_magic_link_url invalid_signup_magic_link_url
                  invalid_invite_magic_link_url invalid_password_reset_redirect_url
                  no_password_reset_redirect_url invalid_login_redirect_url
                  invalid_signup_redirect_url invalid_invite_redirect_url invalid_login_oauth_url
                  invalid_signup_oauth_url no_login_redirect_url no_signup_redirect_url
                  no_invite_redirect_url no_login_redirect_urls_set no_signup_redirect_urls_set
                  no_invite_redirect_urls_set no_default_login_redirect_url_set
                  no_default_signup_redirect_url_set no_default_invite_redirect_url_set
                  redirect_url_not_found redirect_url_must_use_https redirect_url_cannot_use_protocol
                  connected_app_supplied_redirect_url_not_found_in_client
                  """),
              Map.entry(
                  ErrorCode.PROJECT_CREDENTIALS_REFUSED,
                  """
                  unauthorized_credentials unauthorized_credentials_homepage
                  unauthorized_project_id_live unauthorized_project_id_test wrong_stack_live
                  wrong_stack_test test_id_used_in_live_environment live_id_used_in_test_environment
                  project_not_found secret_not_found public_token_not_found public_token_required
                  invalid_public_token_id
                  """),
              Map.entry(
                  ErrorCode.PERMISSION_DENIED,
                  """
                  organization_suspended unauthorized_action session_not_mutable use_https
                  consumer_session_authorization_error endpoint_not_authorized_for_sdk
                  cannot_delete_last_primary_factor cannot_delete_email
                  cannot_remove_primary_auth_mechanism
                  """),
              Map.entry(ErrorCode.RATE_LIMITED, "too_many_requests too_few_tokens_authenticated"),
              Map.entry(
                  ErrorCode.SERVICE_UNAVAILABLE,
                  """
                  internal_server_error unknown_error server_unavailable search_timeout
                  client_closed_request password_validation_timeout
                  """)));

  private StytchErrors() {}
}
