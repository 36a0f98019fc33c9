package dev.keyway;

/**
 * Why a call failed, the same for every provider. Codes are stable: new ones may be added, so a
 * {@code switch} needs a default.
 *
 * <p>Where a provider can't tell two causes apart, its code is the wider one: {@link #CODE_REFUSED}
 * is wrong, expired or used; {@link #LINK_REFUSED} likewise.
 */
public enum ErrorCode {
  // ---- the caller's mistake: fix the program or its configuration
  /**
   * An argument is null, blank, malformed or out of range. Nothing was sent unless the provider
   * alone could tell.
   */
  INVALID_ARGUMENT(Kind.CALLER),
  /**
   * The provider does not offer what was asked; see {@link AuthClient#supports}. Nothing was sent.
   */
  UNSUPPORTED(Kind.CALLER),
  /** A configuration key is missing or has an impossible value; the message names the key. */
  CONFIGURATION_INVALID(Kind.CALLER),
  /** The client was closed. Nothing was sent. */
  CLIENT_CLOSED(Kind.CALLER),

  // ---- the evidence was refused: ask the person again
  /** Unknown address, no password or wrong password. Never says which. */
  INVALID_CREDENTIALS(Kind.EVIDENCE),
  /** The one-time code is wrong. */
  CODE_INCORRECT(Kind.EVIDENCE),
  /** The one-time code was right once and has expired. */
  CODE_EXPIRED(Kind.EVIDENCE),
  /** The one-time code was used before. */
  CODE_ALREADY_USED(Kind.EVIDENCE),
  /** The one-time code is wrong, expired or used, and the provider does not say which. */
  CODE_REFUSED(Kind.EVIDENCE),
  /** Too many wrong tries: the code or attempt is spent. Start over. */
  TOO_MANY_ATTEMPTS(Kind.EVIDENCE),
  /** The link was never issued, or not by this project. */
  LINK_UNKNOWN(Kind.EVIDENCE),
  /** The link has expired. */
  LINK_EXPIRED(Kind.EVIDENCE),
  /** The link was used before. */
  LINK_ALREADY_USED(Kind.EVIDENCE),
  /** The link is expired, used or superseded, and the provider does not say which. */
  LINK_REFUSED(Kind.EVIDENCE),
  /**
   * The callback URI lacks what the flow needs, has it twice, or belongs to another flow. Nothing
   * was sent.
   */
  CALLBACK_INVALID(Kind.EVIDENCE),
  /** The handle is not genuine, or of another flow, provider or project. Nothing was sent. */
  CHALLENGE_INVALID(Kind.EVIDENCE),
  /** The handle is genuine and too old. Start the flow again. */
  CHALLENGE_EXPIRED(Kind.EVIDENCE),
  /** The OAuth state came back different: not the browser that began the flow. Nothing was sent. */
  STATE_MISMATCH(Kind.EVIDENCE),
  /** The flow is bound to the browser that began it, and this is another one (PKCE, RFC 7636). */
  PKCE_MISMATCH(Kind.EVIDENCE),
  /**
   * The code or link was sent for a device of another address or browser than it came back from.
   */
  DEVICE_MISMATCH(Kind.EVIDENCE),
  /** The person declined at the identity provider. */
  OAUTH_DENIED(Kind.EVIDENCE),
  /** The identity provider failed or answered with an error. */
  OAUTH_PROVIDER_FAILED(Kind.EVIDENCE),
  /** The OAuth code is unknown, expired or used. */
  OAUTH_CODE_REFUSED(Kind.EVIDENCE),
  /** The passkey's registration or assertion did not verify. */
  PASSKEY_REFUSED(Kind.EVIDENCE),
  /** The wallet's signature did not verify, or the message was never issued, is old or was used. */
  SIGNATURE_REFUSED(Kind.EVIDENCE),
  /** The access token is malformed, forged, of another project or not of the kind asked for. */
  TOKEN_INVALID(Kind.EVIDENCE),
  /** The access token has expired: refresh. */
  TOKEN_EXPIRED(Kind.EVIDENCE),
  /** The session is unknown, expired or revoked: sign in again. */
  SESSION_NOT_FOUND(Kind.EVIDENCE),
  /** The session's sign-in is too long ago for this call: ask for a fresh sign-in. */
  SESSION_TOO_OLD(Kind.EVIDENCE),
  /**
   * The webhook was not signed by the provider for this project, or too long ago. Answer a 4xx and
   * forget it.
   */
  WEBHOOK_REFUSED(Kind.EVIDENCE),
  /** The machine's credential is good and does not allow what was asked. Answer a 403. */
  SCOPE_MISSING(Kind.EVIDENCE),

  // ---- the state of the account
  /** No such user. */
  USER_NOT_FOUND(Kind.ACCOUNT),
  /** The address, number or external id already belongs to an account. */
  ACCOUNT_ALREADY_EXISTS(Kind.ACCOUNT),
  /** The account's e-mail address has to be verified first. */
  EMAIL_NOT_VERIFIED(Kind.ACCOUNT),
  /** The e-mail address or phone number is verified already. */
  ALREADY_VERIFIED(Kind.ACCOUNT),
  /** The password does not meet the project's policy. */
  PASSWORD_TOO_WEAK(Kind.ACCOUNT),
  /** The password is known from a breach. */
  PASSWORD_BREACHED(Kind.ACCOUNT),
  /** The account has no password. */
  PASSWORD_NOT_SET(Kind.ACCOUNT),
  /** The account has a password already; change it instead. */
  PASSWORD_ALREADY_SET(Kind.ACCOUNT),
  /** The password must be reset before it can be used again. */
  PASSWORD_RESET_REQUIRED(Kind.ACCOUNT),
  /**
   * The account needs a second factor: {@link SignInResult.SecondFactorRequired} taken for success.
   */
  SECOND_FACTOR_REQUIRED(Kind.ACCOUNT),
  /** The factor is enrolled already. */
  FACTOR_ALREADY_ENROLLED(Kind.ACCOUNT),
  /** The factor is not enrolled. */
  FACTOR_NOT_ENROLLED(Kind.ACCOUNT),
  /** The identity at the OAuth provider is linked to another account. */
  IDENTITY_LINKED_ELSEWHERE(Kind.ACCOUNT),
  /** The OAuth identity is not connected, or lacks the scopes asked for. */
  IDENTITY_NOT_CONNECTED(Kind.ACCOUNT),
  /** Too many failed attempts: the account is locked for a time. */
  ACCOUNT_LOCKED(Kind.ACCOUNT),
  /** The account is anonymous or restricted, and the call did not allow such users. */
  ACCOUNT_RESTRICTED(Kind.ACCOUNT),
  /** The address or number can't receive messages, or its kind or country is refused. */
  DELIVERY_REFUSED(Kind.ACCOUNT),
  /** No such machine. */
  MACHINE_NOT_FOUND(Kind.ACCOUNT),
  /** The machine or app has two secrets already, or has none to give up. */
  MACHINE_ROTATION_REFUSED(Kind.ACCOUNT),

  // ---- the project's settings at the provider
  /** The way of signing in is switched off. */
  METHOD_DISABLED(Kind.PROJECT),
  /** New accounts are switched off. */
  SIGN_UP_DISABLED(Kind.PROJECT),
  /** A rule of the project refuses this sign-up. */
  SIGN_UP_REFUSED(Kind.PROJECT),
  /** The redirect or callback URL is not on the project's list. */
  REDIRECT_NOT_ALLOWED(Kind.PROJECT),
  /** The OAuth provider is unknown or not configured. */
  OAUTH_PROVIDER_NOT_ENABLED(Kind.PROJECT),
  /** The provider refuses the project's id or key. */
  PROJECT_CREDENTIALS_REFUSED(Kind.PROJECT),
  /** The project's credentials may not do this. */
  PERMISSION_DENIED(Kind.PROJECT),
  /** What is named is not there: a template, an app, a permission. */
  RESOURCE_NOT_FOUND(Kind.PROJECT),
  /** What was to be made is there already, or is there in another form. */
  RESOURCE_ALREADY_EXISTS(Kind.PROJECT),

  // ---- the service
  /**
   * Too many requests; {@link ProviderError#retryAfter()} has the provider's wish, if it said one.
   */
  RATE_LIMITED(Kind.SERVICE),
  /** The provider answered with a server error. */
  SERVICE_UNAVAILABLE(Kind.SERVICE),
  /** No connection could be made. Nothing was processed. */
  CONNECTION_FAILED(Kind.SERVICE),
  /**
   * No whole answer came in time, or the connection broke underway. Whether the call took effect is
   * not known.
   */
  NO_RESPONSE(Kind.SERVICE),
  /**
   * An answer came that is not the provider's: not JSON, cut off, or without what the call needs.
   */
  INVALID_RESPONSE(Kind.SERVICE),
  /**
   * The provider refused with a code that this version does not know; see {@link
   * ProviderError#nativeCode()}.
   */
  UNKNOWN(Kind.SERVICE);

  /** Who can do something about an error. */
  public enum Kind {
    /** The calling program. */
    CALLER,
    /** The person: what was presented is not good enough. */
    EVIDENCE,
    /** The person or the application: the account is not in the right state. */
    ACCOUNT,
    /** The project's administrator. */
    PROJECT,
    /** Nobody here: the provider or the network. */
    SERVICE
  }

  private final Kind kind;

  ErrorCode(Kind kind) {
    this.kind = kind;
  }

  /** The group that the code belongs to. */
  public Kind kind() {
    return kind;
  }
}
