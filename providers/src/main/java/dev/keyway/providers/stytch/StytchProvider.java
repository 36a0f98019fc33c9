package dev.keyway.providers.stytch;

import dev.keyway.Capability;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.jwt.JwtVerifier;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.providers.stytch.views.StytchViews;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.NativeCalls;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
  private final StytchViews views;

  @Inject
  StytchProvider(
      Transport transport,
      JwtVerifier verifier,
      StytchPasswords passwords,
      StytchOtps otps,
      StytchMagicLinks magicLinks,
      StytchOAuth oauth,
      StytchPasskeys passkeys,
      StytchTotp totp,
      StytchSecondFactor secondFactor,
      StytchViews views,
      StytchSessions sessions,
      StytchUsers users,
      StytchWebhooks webhooks,
      StytchMachines machines) {
    this.transport = transport;
    this.verifier = verifier;
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
        ? Optional.of(type.cast(views.consumer(calls)))
        : Optional.empty();
  }

  @Override
  public void close() {
    verifier.close();
    transport.close();
  }
}
