package dev.keyway;

/**
 * What a provider may or may not offer. What it declares works; what it does not declare fails with
 * {@link ErrorCode#UNSUPPORTED} before a byte is sent.
 *
 * @see AuthClient#supports
 * @see AuthClient.Builder#require
 */
public enum Capability {
  /** {@link Passwords#signUp}. */
  PASSWORD_SIGN_UP,
  /** {@link Passwords#signIn}. */
  PASSWORD_SIGN_IN,
  /** {@link Passwords#change}. */
  PASSWORD_CHANGE,
  /** {@link Passwords#set}. */
  PASSWORD_SET,
  /** {@link Passwords#startReset} and {@link Passwords#finishReset}. */
  PASSWORD_RESET,
  /** {@link Passwords#check}. */
  PASSWORD_CHECK,
  /** {@link Passwords#importHash} of bcrypt hashes. */
  PASSWORD_IMPORT_BCRYPT,
  /** {@link Passwords#importHash} of all other formats. */
  PASSWORD_IMPORT_OTHER,

  /** {@link Otps#sendEmail} and {@link Otps#verify}. */
  OTP_EMAIL,
  /** {@link Otps#sendSms} and {@link Otps#verify}. */
  OTP_SMS,
  /** {@link Otps#sendWhatsApp} and {@link Otps#verify}. */
  OTP_WHATSAPP,

  /** {@link MagicLinks#send} and {@link MagicLinks#authenticate}. */
  MAGIC_LINK,

  /** {@link DeliveryOptions#attachTo()}: adding an address or number to a signed-in user. */
  DELIVERY_ATTACH,
  /** {@link DeliveryOptions#expiresIn()}. */
  DELIVERY_EXPIRY,
  /**
   * {@link DeliveryOptions#signUpCallback()} apart from the callback for those who have an account.
   */
  DELIVERY_SIGN_UP_CALLBACK,
  /** {@link DeliveryOptions#boundToBrowser()}. */
  DELIVERY_BOUND_TO_BROWSER,
  /** {@link DeliveryOptions#locale()}. */
  DELIVERY_LOCALE,
  /** {@link DeliveryOptions#template()}: mails by the id of a template. */
  DELIVERY_TEMPLATE,
  /** {@link CallbackOptions#sameIpAddress()} and {@link CallbackOptions#sameUserAgent()}. */
  DELIVERY_DEVICE_MATCH,

  /** {@link OAuth#authorize} and {@link OAuth#exchange}. */
  OAUTH,
  /** {@link OAuthOptions#linkTo()}. */
  OAUTH_LINK,
  /** {@link OAuthSignIn#tokens()}: the identity provider's own tokens at sign-in. */
  OAUTH_TOKENS_AT_SIGN_IN,
  /** {@link OAuth#accessToken}: the identity provider's token at any time. */
  OAUTH_STORED_TOKENS,

  /** Registering a passkey, signing in with it, listing and deleting. */
  PASSKEY,
  /** More than one passkey for a user. */
  PASSKEY_MULTIPLE,
  /** {@link Passkeys#rename}. */
  PASSKEY_RENAME,

  /** Enrolling and disabling an authenticator app. */
  TOTP,
  /** {@link Totp#recoveryCodes}, and codes at enrolment. */
  TOTP_RECOVERY_CODES,

  /** {@link SecondFactor#completeWithTotp}. */
  SECOND_FACTOR_TOTP,
  /** {@link SecondFactor#completeWithRecoveryCode}. */
  SECOND_FACTOR_RECOVERY_CODE,
  /** {@link SecondFactor#sendOtp} and {@link SecondFactor#completeWithOtp}. */
  SECOND_FACTOR_OTP,

  /** {@link Sessions#verify}. */
  SESSION_VERIFY,
  /** {@link Sessions#authenticate}. */
  SESSION_AUTHENTICATE,
  /** {@link Sessions#refresh}. */
  SESSION_REFRESH,
  /** {@link Sessions#extend}. */
  SESSION_EXTEND,
  /** {@link Sessions#list}. */
  SESSION_LIST,
  /** {@link Sessions#revoke} and {@link Sessions#revokeAll}. */
  SESSION_REVOKE,
  /** {@link Sessions#signOut}. */
  SESSION_SIGN_OUT,
  /** {@link SignInOptions#sessionDuration()}: choosing how long a session lasts. */
  SESSION_DURATION,
  /**
   * {@link SignInOptions#sessionClaims()} and {@link ExtendOptions#sessionClaims()}: what the
   * application puts into a session.
   */
  SESSION_CLAIMS,

  /** {@link Users#create}. */
  USER_CREATE,
  /** {@link Users#find} and {@link Users#findByEmail}. */
  USER_FIND,
  /** {@link Users#search}. */
  USER_SEARCH,
  /** {@link Users#update}. */
  USER_UPDATE,
  /** {@link Users#delete}. */
  USER_DELETE,
  /** Users without an e-mail address but with a phone number. */
  USER_PHONE_NUMBERS,
  /** {@link NewUser#externalId()}: the application's own id on a user. */
  USER_EXTERNAL_ID,
  /** {@link MetadataScope#USER_WRITABLE}. */
  METADATA_USER_WRITABLE,
  /** {@link MetadataScope#USER_READABLE}. */
  METADATA_USER_READABLE,
  /** {@link MetadataScope#SERVER_ONLY}. */
  METADATA_SERVER_ONLY,

  /** {@link Webhooks#receive}. */
  WEBHOOK,

  /**
   * {@link Machines#create}, {@link Machines#find}, {@link Machines#list}, {@link Machines#revoke}
   * and {@link Machines#verify}.
   */
  MACHINE,
  /** {@link NewMachine#owner()}: a machine acts for a user, who must be named. */
  MACHINE_OWNER,
  /** {@link NewMachine#scopes()} and {@link MachineVerifyOptions#requiredScopes()}. */
  MACHINE_SCOPES,
  /** {@link NewMachine#expiresAt()}. */
  MACHINE_EXPIRY,
  /** {@link Machines#token}: what is presented is a token in place of the secret. */
  MACHINE_TOKEN,
  /**
   * {@link Machines#startRotation}, {@link Machines#finishRotation}, {@link
   * Machines#cancelRotation}.
   */
  MACHINE_ROTATE
}
