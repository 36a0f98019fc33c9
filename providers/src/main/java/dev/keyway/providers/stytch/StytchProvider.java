package dev.keyway.providers.stytch;

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
import dev.keyway.providers.jwt.JwtVerifier;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.providers.stytch.views.StytchViews;
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

/** Stytch's areas and what they can do. */
final class StytchProvider implements AuthProvider {

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
              Capability.PASSWORD_IMPORT_OTHER,
              Capability.OTP_EMAIL,
              Capability.OTP_SMS,
              Capability.OTP_WHATSAPP,
              Capability.MAGIC_LINK,
              Capability.OAUTH,
              Capability.OAUTH_LINK,
              Capability.OAUTH_TOKENS_AT_SIGN_IN,
              Capability.DELIVERY_ATTACH,
              Capability.DELIVERY_SIGN_UP_CALLBACK,
              Capability.DELIVERY_EXPIRY,
              Capability.DELIVERY_BOUND_TO_BROWSER,
              Capability.DELIVERY_LOCALE,
              Capability.DELIVERY_TEMPLATE,
              Capability.DELIVERY_DEVICE_MATCH,
              Capability.PASSKEY,
              Capability.PASSKEY_MULTIPLE,
              Capability.PASSKEY_RENAME,
              Capability.TOTP,
              Capability.TOTP_RECOVERY_CODES,
              Capability.SECOND_FACTOR_TOTP,
              Capability.SECOND_FACTOR_RECOVERY_CODE,
              Capability.SECOND_FACTOR_OTP,
              Capability.SESSION_VERIFY,
              Capability.SESSION_AUTHENTICATE,
              Capability.SESSION_REFRESH,
              Capability.SESSION_EXTEND,
              Capability.SESSION_LIST,
              Capability.SESSION_REVOKE,
              Capability.SESSION_SIGN_OUT,
              Capability.SESSION_DURATION,
              Capability.SESSION_CLAIMS,
              Capability.USER_CREATE,
              Capability.USER_FIND,
              Capability.USER_SEARCH,
              Capability.USER_UPDATE,
              Capability.USER_DELETE,
              Capability.USER_PHONE_NUMBERS,
              Capability.USER_EXTERNAL_ID,
              Capability.METADATA_USER_WRITABLE,
              Capability.METADATA_USER_READABLE,
              Capability.WEBHOOK,
              Capability.MACHINE,
              Capability.MACHINE_SCOPES,
              Capability.MACHINE_TOKEN,
              Capability.MACHINE_ROTATE));

  private final Transport transport;
  private final JwtVerifier verifier;
  private final Areas areas;
  private final Provider<StytchViews> views;

  @Inject
  StytchProvider(
      Transport transport,
      JwtVerifier verifier,
      Provider<StytchPasswords> passwords,
      Provider<StytchOtps> otps,
      Provider<StytchMagicLinks> magicLinks,
      Provider<StytchOAuth> oauth,
      Provider<StytchPasskeys> passkeys,
      Provider<StytchTotp> totp,
      Provider<StytchSecondFactor> secondFactor,
      Provider<StytchViews> views,
      Provider<StytchSessions> sessions,
      Provider<StytchUsers> users,
      Provider<StytchWebhooks> webhooks,
      Provider<StytchMachines> machines) {
    this.transport = transport;
    this.verifier = verifier;
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
    return Stytch.ID;
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
    return type == StytchConsumer.class
        ? Optional.of(type.cast(views.get().consumer(calls)))
        : Optional.empty();
  }

  @Override
  public void close() {
    verifier.close();
    transport.close();
  }
}
