package dev.keyway.providers.stackauth;

import dev.keyway.Capability;
import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.Otps;
import dev.keyway.Passkeys;
import dev.keyway.Passwords;
import dev.keyway.SecondFactor;
import dev.keyway.Sessions;
import dev.keyway.Totp;
import dev.keyway.Users;
import dev.keyway.providers.http.Transport;
import dev.keyway.spi.AuthProvider;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Stack Auth's areas and what they can do. */
final class StackAuthProvider implements AuthProvider {

  static final Set<Capability> CAPABILITIES =
      Collections.unmodifiableSet(
          EnumSet.of(
              Capability.PASSWORD_SIGN_UP,
              Capability.PASSWORD_SIGN_IN,
              Capability.PASSWORD_CHANGE,
              Capability.PASSWORD_SET,
              Capability.PASSWORD_RESET,
              Capability.PASSWORD_CHECK,
              Capability.PASSWORD_IMPORT_BCRYPT,
              Capability.OTP_EMAIL,
              Capability.MAGIC_LINK,
              Capability.OAUTH,
              Capability.OAUTH_LINK,
              Capability.OAUTH_STORED_TOKENS,
              Capability.PASSKEY,
              Capability.TOTP,
              Capability.SECOND_FACTOR_TOTP,
              Capability.SESSION_VERIFY,
              Capability.SESSION_AUTHENTICATE,
              Capability.SESSION_REFRESH,
              Capability.SESSION_LIST,
              Capability.SESSION_REVOKE,
              Capability.SESSION_SIGN_OUT,
              Capability.USER_CREATE,
              Capability.USER_FIND,
              Capability.USER_SEARCH,
              Capability.USER_UPDATE,
              Capability.USER_DELETE,
              Capability.METADATA_USER_WRITABLE,
              Capability.METADATA_USER_READABLE,
              Capability.METADATA_SERVER_ONLY));

  private final Transport transport;
  private final AccessTokens accessTokens;
  private final StackAuthPasswords passwords;
  private final StackAuthOtps otps;
  private final StackAuthMagicLinks magicLinks;
  private final StackAuthOAuth oauth;
  private final StackAuthPasskeys passkeys;
  private final StackAuthTotp totp;
  private final StackAuthSecondFactor secondFactor;
  private final StackAuthSessions sessions;
  private final StackAuthUsers users;

  @Inject
  StackAuthProvider(
      Transport transport,
      AccessTokens accessTokens,
      StackAuthPasswords passwords,
      StackAuthOtps otps,
      StackAuthMagicLinks magicLinks,
      StackAuthOAuth oauth,
      StackAuthPasskeys passkeys,
      StackAuthTotp totp,
      StackAuthSecondFactor secondFactor,
      StackAuthSessions sessions,
      StackAuthUsers users) {
    this.transport = transport;
    this.accessTokens = accessTokens;
    this.passwords = passwords;
    this.otps = otps;
    this.magicLinks = magicLinks;
    this.oauth = oauth;
    this.passkeys = passkeys;
    this.totp = totp;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.users = users;
  }

  @Override
  public String id() {
    return StackAuth.ID;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Optional<Passwords> passwords() {
    return Optional.of(passwords);
  }

  @Override
  public Optional<Otps> otps() {
    return Optional.of(otps);
  }

  @Override
  public Optional<MagicLinks> magicLinks() {
    return Optional.of(magicLinks);
  }

  @Override
  public Optional<OAuth> oauth() {
    return Optional.of(oauth);
  }

  @Override
  public Optional<Passkeys> passkeys() {
    return Optional.of(passkeys);
  }

  @Override
  public Optional<Totp> totp() {
    return Optional.of(totp);
  }

  @Override
  public Optional<SecondFactor> secondFactor() {
    return Optional.of(secondFactor);
  }

  @Override
  public Optional<Sessions> sessions() {
    return Optional.of(sessions);
  }

  @Override
  public Optional<Users> users() {
    return Optional.of(users);
  }

  @Override
  public void close() {
    accessTokens.close();
    transport.close();
  }
}
