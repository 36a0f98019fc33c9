package dev.keyway.providers.stackauth;

import dev.keyway.Capability;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stackauth.views.StackAuthViews;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.NativeCalls;
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
              Capability.METADATA_SERVER_ONLY,
              Capability.WEBHOOK,
              Capability.MACHINE,
              Capability.MACHINE_OWNER,
              Capability.MACHINE_EXPIRY));

  private final Transport transport;
  private final AccessTokens accessTokens;
  private final Areas areas;
  private final StackAuthViews views;

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
      StackAuthUsers users,
      StackAuthWebhooks webhooks,
      StackAuthMachines machines,
      StackAuthViews views) {
    this.transport = transport;
    this.accessTokens = accessTokens;
    this.views = views;
    this.areas =
        Areas.builder()
            .passwords(passwords)
            .otps(otps)
            .magicLinks(magicLinks)
            .oauth(oauth)
            .passkeys(passkeys)
            .totp(totp)
            .secondFactor(secondFactor)
            .sessions(sessions)
            .users(users)
            .webhooks(webhooks)
            .machines(machines)
            .build();
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
  public Areas areas() {
    return areas;
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type, NativeCalls calls) {
    return type == StackAuthServer.class
        ? Optional.of(type.cast(views.server(calls)))
        : Optional.empty();
  }

  @Override
  public void close() {
    accessTokens.close();
    transport.close();
  }
}
