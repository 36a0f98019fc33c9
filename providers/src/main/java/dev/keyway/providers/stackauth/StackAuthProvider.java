package dev.keyway.providers.stackauth;

import dev.keyway.Capability;
import dev.keyway.Machines;
import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.Otps;
import dev.keyway.Passkeys;
import dev.keyway.Passwords;
import dev.keyway.SecondFactor;
import dev.keyway.Sessions;
import dev.keyway.Totp;
import dev.keyway.Users;
import dev.keyway.Webhooks;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stackauth.views.StackAuthViews;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.NativeCalls;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
  private final Provider<StackAuthViews> views;

  @Inject
  StackAuthProvider(
      Transport transport,
      AccessTokens accessTokens,
      Provider<StackAuthPasswords> passwords,
      Provider<StackAuthOtps> otps,
      Provider<StackAuthMagicLinks> magicLinks,
      Provider<StackAuthOAuth> oauth,
      Provider<StackAuthPasskeys> passkeys,
      Provider<StackAuthTotp> totp,
      Provider<StackAuthSecondFactor> secondFactor,
      Provider<StackAuthSessions> sessions,
      Provider<StackAuthUsers> users,
      Provider<StackAuthWebhooks> webhooks,
      Provider<StackAuthMachines> machines,
      Provider<StackAuthViews> views) {
    this.transport = transport;
    this.accessTokens = accessTokens;
    this.views = views;
    this.areas =
        Areas.builder()
            .lazily(Passwords.class, made(passwords))
            .lazily(Otps.class, made(otps))
            .lazily(MagicLinks.class, made(magicLinks))
            .lazily(OAuth.class, made(oauth))
            .lazily(Passkeys.class, made(passkeys))
            .lazily(Totp.class, made(totp))
            .lazily(SecondFactor.class, made(secondFactor))
            .lazily(Sessions.class, made(sessions))
            .lazily(Users.class, made(users))
            .lazily(Webhooks.class, made(webhooks))
            .lazily(Machines.class, made(machines))
            .build();
  }

  private static <A> Supplier<A> made(Provider<? extends A> area) {
    return area::get;
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
        ? Optional.of(type.cast(views.get().server(calls)))
        : Optional.empty();
  }

  @Override
  public void close() {
    accessTokens.close();
    transport.close();
  }
}
