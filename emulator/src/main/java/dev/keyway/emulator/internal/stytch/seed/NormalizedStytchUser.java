package dev.keyway.emulator.internal.stytch.seed;

import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.seed.StableIds;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.internal.webauthn.Octets;
import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.stytch.StytchUserSeed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A seed's user on Stytch with nothing left open. */
public final class NormalizedStytchUser {
  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration CONFIRMATION = Duration.ofDays(1);
  private static final String SPACE = " ";
  private static final StytchUserSeed NOTHING =
      new StytchUserSeed(null, Map.of(), null, null, List.of(), List.of(), List.of(), List.of());

  private final UserSeed user;
  private final StytchUserSeed own;
  private final StableIds derived;
  private final String id;
  private final Instant createdAt;
  private final Instant now;
  private final List<UserSeed.Email> emails;
  private final List<UserSeed.Phone> phones;

  private NormalizedStytchUser(UserSeed user, int at, Instant now) {
    this.user = user;
    this.own = Defaults.or(user.stytch(), NOTHING);
    Optional<String> other =
        user.phones().stream().map(UserSeed.Phone::number).findFirst().or(own::externalId);
    this.derived = Defaults.derived("stytch", user, own.id(), other, at);
    this.id = Defaults.or(own.id(), "user-test-" + derived.uuid("user"));
    this.createdAt = Defaults.or(user.createdAt(), now);
    this.now = now;
    this.emails = user.emails().stream().map(this::email).toList();
    this.phones = user.phones().stream().map(this::phone).toList();
  }

  public static UserSeed of(UserSeed user, int at, Instant now) {
    return new NormalizedStytchUser(user, at, now).explicit();
  }

  private UserSeed explicit() {
    UserSeed.Metadata metadata = user.metadata();
    boolean parts =
        user.firstName() != null || user.middleName() != null || user.lastName() != null;
    String name = Defaults.or(user.name(), "").strip();
    int space = name.indexOf(SPACE);
    return new UserSeed(
        List.of(ProviderName.STYTCH),
        null,
        Defaults.unless("", parts ? user.firstName() : space < 0 ? name : name.substring(0, space)),
        Defaults.unless("", parts ? user.middleName() : null),
        Defaults.unless(
            "", parts ? user.lastName() : space < 0 ? "" : name.substring(space).strip()),
        createdAt,
        emails,
        phones,
        Defaults.password(user, derived, "password-test-", true),
        totp(),
        user.passkeys().stream().map(this::passkey).toList(),
        user.socialAccounts().stream().map(this::account).toList(),
        metadata == null
            ? null
            : Defaults.metadata(
                Defaults.unless(Map.of(), metadata.userWritable()),
                Defaults.unless(Map.of(), metadata.userReadable()),
                null),
        null,
        null,
        own());
  }

  private UserSeed.Email email(UserSeed.Email email) {
    return new UserSeed.Email(
        email.address(),
        Defaults.unless(true, email.verified()),
        null,
        null,
        Defaults.or(email.id(), "email-test-" + derived.uuid("email/" + email.address())),
        Defaults.unless(createdAt, email.addedAt()));
  }

  private UserSeed.Phone phone(UserSeed.Phone phone) {
    return new UserSeed.Phone(
        phone.number(),
        Defaults.unless(true, phone.verified()),
        Defaults.or(phone.id(), "phone-number-test-" + derived.uuid("phone/" + phone.number())),
        Defaults.unless(createdAt, phone.addedAt()));
  }

  private UserSeed.@Nullable Totp totp() {
    UserSeed.Totp totp = user.totp();
    if (totp == null) {
      return null;
    }
    boolean verified = Defaults.or(totp.verified(), true);
    return new UserSeed.Totp(
        TotpKey.ofBase32(totp.secret()).base32(),
        Defaults.unless(true, totp.verified()),
        verified ? null : Defaults.or(totp.confirmBy(), createdAt.plus(CONFIRMATION)),
        totp.recoveryCodes(),
        Defaults.or(totp.id(), "totp-test-" + derived.uuid("totp")),
        Defaults.or(totp.recoveryId(), "totp-recovery-code-test-" + derived.uuid("recovery")));
  }

  private UserSeed.Passkey passkey(UserSeed.Passkey passkey) {
    String usualHandle = Octets.of(id.getBytes(StandardCharsets.UTF_8)).base64Url();
    return new UserSeed.Passkey(
        passkey.credentialId(),
        passkey.publicKey(),
        Defaults.unless(0L, passkey.signCount()),
        Defaults.unless(usualHandle, passkey.userHandle()),
        Defaults.model(passkey.aaguid()),
        Defaults.transports(passkey),
        Defaults.unless(false, passkey.backupEligible()),
        Defaults.unless(false, passkey.backedUp()),
        passkey.domain(),
        Defaults.unless("", passkey.name()),
        Defaults.unless("", passkey.userAgent()),
        Defaults.unless("", passkey.authenticatorType()),
        Defaults.or(
            passkey.id(),
            "webauthn-registration-test-" + derived.uuid("passkey/" + passkey.credentialId())));
  }

  private UserSeed.SocialAccount account(UserSeed.SocialAccount account) {
    String handle = account.provider() + "/" + account.subject();
    return new UserSeed.SocialAccount(
        account.provider(),
        account.subject(),
        null,
        null,
        null,
        null,
        Defaults.unless("", account.pictureUrl()),
        Defaults.unless("", account.locale()),
        Defaults.or(account.id(), "oauth-user-test-" + derived.uuid("social/" + handle)));
  }

  private StytchUserSeed own() {
    boolean locked = Boolean.TRUE.equals(user.locked()) && own.lockedUntil() == null;
    return new StytchUserSeed(
        id,
        own.attributes(),
        locked ? now : own.lockedAt(),
        locked ? now.plus(YEAR) : own.lockedUntil(),
        IntStream.range(0, own.sessions().size()).mapToObj(this::session).toList(),
        own.cryptoWallets().stream().map(this::wallet).toList(),
        IntStream.range(0, own.biometricRegistrations().size()).mapToObj(this::biometric).toList(),
        own.connectedApps().stream()
            .map(
                consent ->
                    new StytchUserSeed.Consent(
                        consent.app(), consent.scopes().stream().distinct().toList()))
            .toList());
  }

  private StytchUserSeed.Wallet wallet(StytchUserSeed.Wallet wallet) {
    return new StytchUserSeed.Wallet(
        wallet.type(),
        wallet.address(),
        Defaults.unless(true, wallet.verified()),
        Defaults.or(
            wallet.id(), "crypto-wallet-test-" + derived.uuid("wallet/" + wallet.address())));
  }

  private StytchUserSeed.Biometric biometric(int at) {
    StytchUserSeed.Biometric biometric = own.biometricRegistrations().get(at);
    return new StytchUserSeed.Biometric(
        Defaults.unless(true, biometric.verified()),
        Defaults.or(
            biometric.id(), "biometric-registration-test-" + derived.uuid("biometric/" + at)));
  }

  private StytchUserSeed.Session session(int at) {
    StytchUserSeed.Session session = own.sessions().get(at);
    Instant began = Defaults.or(session.createdAt(), now);
    List<StytchUserSeed.Factor> factors =
        session.factors() == null ? firstFactor() : session.factors();
    return new StytchUserSeed.Session(
        Defaults.or(session.token(), derived.base64Url("session/" + at)),
        Defaults.or(session.id(), "session-test-" + derived.uuid("session/" + at)),
        began,
        Defaults.unless(began, session.lastUsedAt()),
        Defaults.or(session.expiresAt(), began.plus(YEAR)),
        Defaults.unless("", session.ipAddress()),
        Defaults.unless("", session.userAgent()),
        Defaults.unless(Map.of(), session.customClaims()),
        factors.stream().map(factor -> factor(factor, began)).toList());
  }

  private static StytchUserSeed.Factor factor(StytchUserSeed.Factor factor, Instant began) {
    Instant first = Defaults.or(factor.createdAt(), began);
    return new StytchUserSeed.Factor(
        factor.type(),
        factor.deliveryMethod(),
        factor.detail(),
        factor.fields(),
        first,
        Defaults.unless(first, factor.provedAt()));
  }

  /** What somebody with these ways to sign in would have used. */
  private List<StytchUserSeed.Factor> firstFactor() {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (!emails.isEmpty()) {
      fields.put("email_id", Defaults.or(emails.get(0).id(), ""));
      fields.put("email_address", emails.get(0).address());
      boolean password = user.password() != null;
      return List.of(
          new StytchUserSeed.Factor(
              password ? "password" : "otp",
              password ? "knowledge" : "email",
              "email_factor",
              fields,
              null,
              null));
    }
    if (!phones.isEmpty()) {
      fields.put("phone_id", Defaults.or(phones.get(0).id(), ""));
      fields.put("phone_number", phones.get(0).number());
      return List.of(
          new StytchUserSeed.Factor("otp", "sms", "phone_number_factor", fields, null, null));
    }
    return List.of();
  }
}
