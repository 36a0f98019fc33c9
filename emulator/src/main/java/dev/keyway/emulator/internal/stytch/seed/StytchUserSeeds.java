package dev.keyway.emulator.internal.stytch.seed;

import static dev.keyway.emulator.internal.seed.Normalized.hash;
import static dev.keyway.emulator.internal.seed.Normalized.moment;
import static dev.keyway.emulator.internal.seed.Normalized.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.seed.SeededPasskey;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.Password;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.rules.UserChanges;
import dev.keyway.emulator.internal.stytch.rules.UserWallets;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.BiometricRegistration;
import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.OAuthRegistration;
import dev.keyway.emulator.internal.stytch.state.PersonName;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.TotpRegistration;
import dev.keyway.emulator.internal.stytch.state.UserIndex;
import dev.keyway.emulator.internal.stytch.state.WebAuthnRegistration;
import dev.keyway.emulator.internal.totp.RecoveryCodes;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.stytch.Role;
import dev.keyway.emulator.stytch.StytchSettings;
import dev.keyway.emulator.stytch.StytchUserSeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between a project's users and seeds. The caller holds the project's lock. */
public final class StytchUserSeeds {
  private static final long NO_STEP = -1;

  private StytchUserSeeds() {}

  /** The first thing that keeps one of the users out; empty if nothing does. */
  public static Optional<SeedConflict> conflict(
      StytchProject project, StytchSettings settings, List<LocatedUser> users) {
    List<String> roles = settings.roles().stream().map(Role::id).toList();
    for (LocatedUser located : users) {
      UserSeed user = located.user();
      StytchUserSeed own = own(user);
      if (project.users().byId(text(own.id())).isPresent()) {
        return located.conflict(".stytch.id", "is another user's");
      }
      if (taken(project, UserIndex.Kind.EXTERNAL_ID, own.externalId().orElse(null))) {
        return located.conflict(".stytch.externalId", "is another user's");
      }
      if (!roles.containsAll(own.roles())) {
        return located.conflict(".stytch.roles", "must be roles of the project: " + roles);
      }
      for (int i = 0; i < user.emails().size(); i++) {
        if (taken(project, Address.Kind.EMAIL, user.emails().get(i).address())) {
          return located.conflict(".emails[" + i + "].address", "is another user's");
        }
      }
      for (int i = 0; i < user.phones().size(); i++) {
        if (taken(project, Address.Kind.PHONE, user.phones().get(i).number())) {
          return located.conflict(".phones[" + i + "].number", "is another user's");
        }
      }
      for (int i = 0; i < user.socialAccounts().size(); i++) {
        UserSeed.SocialAccount account = user.socialAccounts().get(i);
        String handle = OAuthRegistration.handle(account.provider(), account.subject());
        if (taken(project, UserIndex.Kind.OAUTH_SUBJECT, handle)) {
          return located.conflict(".socialAccounts[" + i + "].subject", "is another user's");
        }
      }
      for (int i = 0; i < own.cryptoWallets().size(); i++) {
        StytchUserSeed.Wallet wallet = own.cryptoWallets().get(i);
        if (UserWallets.owner(project, wallet.type(), wallet.address()).isPresent()) {
          return located.conflict(".stytch.cryptoWallets[" + i + "].address", "is another user's");
        }
      }
      Optional<SeedConflict> passkey =
          located.passkeyConflict(id -> taken(project, UserIndex.Kind.WEBAUTHN_CREDENTIAL, id));
      if (passkey.isPresent()) {
        return passkey;
      }
      for (int i = 0; i < own.sessions().size(); i++) {
        StytchUserSeed.Session session = own.sessions().get(i);
        if (project.sessions().byId(text(session.id())).isPresent()
            || project.sessions().byToken(text(session.token())).isPresent()) {
          return located.conflict(".stytch.sessions[" + i + "]", "is another user's");
        }
      }
    }
    return Optional.empty();
  }

  /** Adds users whom nothing keeps out. */
  public static void load(StytchProject project, List<LocatedUser> users) {
    users.forEach(located -> add(project, located.user()));
  }

  /** All users, oldest first. */
  public static List<UserSeed> export(StytchProject project) {
    project.dropForgottenAddresses();
    return project.users().all().stream().map(user -> seed(project, user)).toList();
  }

  private static void add(StytchProject project, UserSeed seed) {
    StytchUserSeed own = own(seed);
    Instant created = Objects.requireNonNull(seed.createdAt(), "createdAt");
    StytchUser user = project.newUser(text(own.id()), created);
    List<Address> addresses = new ArrayList<>();
    for (UserSeed.Email email : seed.emails()) {
      addresses.add(
          address(
              Address.Kind.EMAIL,
              email.id(),
              email.address(),
              email.verified(),
              Objects.requireNonNullElse(email.addedAt(), created)));
    }
    for (UserSeed.Phone phone : seed.phones()) {
      addresses.add(
          address(
              Address.Kind.PHONE,
              phone.id(),
              phone.number(),
              phone.verified(),
              Objects.requireNonNullElse(phone.addedAt(), created)));
    }
    if (!project.users().add(user, addresses)) {
      throw new IllegalStateException("An address of a seed was free and is taken");
    }
    user.name =
        new PersonName(
            orEmpty(seed.firstName()), orEmpty(seed.middleName()), orEmpty(seed.lastName()));
    // The external id is claimed before it is set.
    own.externalId().ifPresent(id -> UserChanges.externalId(project, user, id));
    user.attributes(user.attributes().with(own.attributes()));
    user.lockedAt = own.lockedAt();
    user.lockedUntil = own.lockedUntil();
    UserSeed.Metadata metadata = seed.metadata();
    if (metadata != null) {
      user.set(StytchUserRows.UNTRUSTED_METADATA, map(metadata.userWritable()));
      user.set(StytchUserRows.TRUSTED_METADATA, map(metadata.userReadable()));
    }
    addFactors(project, seed, user);
    for (StytchUserSeed.Wallet wallet : own.cryptoWallets()) {
      boolean verified = !Boolean.FALSE.equals(wallet.verified());
      UserWallets.add(
          project,
          user,
          new CryptoWallet(text(wallet.id()), wallet.type(), wallet.address(), verified));
    }
    for (StytchUserSeed.Biometric biometric : own.biometricRegistrations()) {
      boolean verified = !Boolean.FALSE.equals(biometric.verified());
      user.biometricRegistrations.add(new BiometricRegistration(text(biometric.id()), verified));
      project.handles().claim(UserIndex.Kind.BIOMETRIC_REGISTRATION, text(biometric.id()), user);
    }
    ConnectedAppSeeds.allow(project, user, own.connectedApps());
    own.sessions().forEach(session -> addSession(project, user, session));
  }

  private static void addFactors(StytchProject project, UserSeed seed, StytchUser user) {
    UserSeed.Password password = seed.password();
    if (password != null) {
      boolean reset = Boolean.TRUE.equals(password.resetRequired());
      user.password(
          new Password(text(password.id()), project.imported(hash(password.hash())), reset));
      project.handles().claim(UserIndex.Kind.PASSWORD, text(password.id()), user);
    }
    UserSeed.Totp totp = seed.totp();
    if (totp != null) {
      user.totp =
          new TotpRegistration(
              text(totp.id()),
              !Boolean.FALSE.equals(totp.verified()),
              TotpKey.ofBase32(totp.secret()),
              RecoveryCodes.of(totp.recoveryCodes()),
              text(totp.recoveryId()),
              Objects.requireNonNullElse(totp.confirmBy(), user.createdAt()),
              NO_STEP);
      project.handles().claim(UserIndex.Kind.TOTP, text(totp.id()), user);
    }
    for (UserSeed.Passkey passkey : seed.passkeys()) {
      WebAuthnRegistration registration =
          new WebAuthnRegistration(
              text(passkey.id()),
              text(passkey.domain()),
              orEmpty(passkey.userAgent()),
              orEmpty(passkey.authenticatorType()),
              orEmpty(passkey.name()),
              SeededPasskey.credential(passkey, user.id()));
      user.webAuthnRegistrations.add(registration);
      project
          .handles()
          .claim(UserIndex.Kind.WEBAUTHN_CREDENTIAL, registration.credentialId(), user);
      project.handles().claim(UserIndex.Kind.WEBAUTHN_REGISTRATION, registration.id(), user);
    }
    for (UserSeed.SocialAccount account : seed.socialAccounts()) {
      OAuthRegistration registration =
          new OAuthRegistration(
              text(account.id()),
              account.provider(),
              account.subject(),
              orEmpty(account.pictureUrl()),
              orEmpty(account.locale()));
      user.oauthRegistrations.add(registration);
      project.handles().claim(UserIndex.Kind.OAUTH_REGISTRATION, registration.id(), user);
      project.handles().claim(UserIndex.Kind.OAUTH_SUBJECT, registration.handle(), user);
    }
  }

  private static void addSession(
      StytchProject project, StytchUser user, StytchUserSeed.Session seed) {
    StytchSession session =
        new StytchSession(
            text(seed.id()),
            user.id(),
            text(seed.token()),
            moment(seed.createdAt()),
            moment(seed.expiresAt()),
            new Attributes(orEmpty(seed.ipAddress()), orEmpty(seed.userAgent())));
    session.usedAt(Objects.requireNonNullElse(seed.lastUsedAt(), session.createdAt()));
    session.customClaims = object(seed.customClaims());
    for (StytchUserSeed.Factor factor :
        Objects.requireNonNullElse(seed.factors(), List.<StytchUserSeed.Factor>of())) {
      Instant first = Objects.requireNonNullElse(factor.createdAt(), session.createdAt());
      session.factors.add(
          new Factor(
              factor.type(),
              factor.deliveryMethod(),
              factor.detail(),
              PlainValues.object(factor.fields()),
              first,
              Objects.requireNonNullElse(factor.provedAt(), first)));
    }
    project.sessions().add(session);
  }

  private static UserSeed seed(StytchProject project, StytchUser user) {
    return new UserSeed(
        List.of(ProviderName.STYTCH),
        null,
        user.name.first(),
        user.name.middle(),
        user.name.last(),
        user.createdAt(),
        user.addresses(Address.Kind.EMAIL).stream().map(StytchUserSeeds::email).toList(),
        user.addresses(Address.Kind.PHONE).stream().map(StytchUserSeeds::phone).toList(),
        user.password()
            .map(p -> new UserSeed.Password(null, p.hash().text(), p.resetRequired(), p.id()))
            .orElse(null),
        user.totp().map(StytchUserSeeds::totp).orElse(null),
        user.webAuthnRegistrations.stream().map(StytchUserSeeds::passkey).toList(),
        user.oauthRegistrations.stream().map(StytchUserSeeds::account).toList(),
        new UserSeed.Metadata(
            user.get(StytchUserRows.UNTRUSTED_METADATA),
            user.get(StytchUserRows.TRUSTED_METADATA),
            null),
        null,
        null,
        new StytchUserSeed(
            user.id(),
            user.attributes().brief(StytchUserRows.OWN),
            user.lockedAt,
            user.lockedUntil,
            project.sessions().ofUser(user.id()).stream().map(StytchUserSeeds::session).toList(),
            user.cryptoWallets.stream().map(StytchUserSeeds::wallet).toList(),
            user.biometricRegistrations.stream().map(StytchUserSeeds::biometric).toList(),
            ConnectedAppSeeds.allowed(project, user)));
  }

  private static StytchUserSeed.Wallet wallet(CryptoWallet wallet) {
    return new StytchUserSeed.Wallet(
        wallet.type(), wallet.address(), wallet.verified(), wallet.id());
  }

  private static StytchUserSeed.Biometric biometric(BiometricRegistration registration) {
    return new StytchUserSeed.Biometric(registration.verified(), registration.id());
  }

  private static UserSeed.Email email(Address address) {
    return new UserSeed.Email(
        address.value(), address.verified(), null, null, address.id(), address.createdAt());
  }

  private static UserSeed.Phone phone(Address address) {
    return new UserSeed.Phone(
        address.value(), address.verified(), address.id(), address.createdAt());
  }

  private static UserSeed.Totp totp(TotpRegistration totp) {
    return new UserSeed.Totp(
        totp.key().base32(),
        totp.verified(),
        totp.confirmBy(),
        totp.recoveryCodes().unused(),
        totp.id(),
        totp.recoveryId());
  }

  private static UserSeed.Passkey passkey(WebAuthnRegistration registration) {
    return SeededPasskey.seed(
        registration.credential(),
        registration.domain(),
        registration.name(),
        registration.userAgent(),
        registration.authenticatorType(),
        registration.id());
  }

  private static UserSeed.SocialAccount account(OAuthRegistration registration) {
    return new UserSeed.SocialAccount(
        registration.provider(),
        registration.subject(),
        null,
        null,
        null,
        null,
        registration.pictureUrl(),
        registration.locale(),
        registration.id());
  }

  private static StytchUserSeed.Session session(StytchSession session) {
    return new StytchUserSeed.Session(
        session.token(),
        session.id(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.attributes.ipAddress(),
        session.attributes.userAgent(),
        claims(session.customClaims),
        session.factors.stream().map(StytchUserSeeds::factor).toList());
  }

  private static StytchUserSeed.Factor factor(Factor factor) {
    return new StytchUserSeed.Factor(
        factor.type(),
        factor.delivery(),
        factor.key(),
        claims(factor.which()),
        factor.createdAt(),
        factor.provedAt());
  }

  private static Map<String, Object> claims(ObjectNode tree) {
    Map<String, Object> claims = new LinkedHashMap<>();
    PlainValues.map(tree)
        .forEach(
            (name, value) -> {
              if (value != null) {
                claims.put(name, value);
              }
            });
    return claims;
  }

  private static Address address(
      Address.Kind kind,
      @Nullable String id,
      String value,
      @Nullable Boolean verified,
      Instant addedAt) {
    return new Address(text(id), kind, value, !Boolean.FALSE.equals(verified), true, addedAt);
  }

  private static boolean taken(StytchProject project, Address.Kind kind, String value) {
    return project.users().byIdentity(kind, value).isPresent();
  }

  private static boolean taken(StytchProject project, UserIndex.Kind kind, @Nullable String name) {
    return name != null && project.handles().owner(kind, name).isPresent();
  }

  private static Map<String, Object> map(@Nullable Object value) {
    return PlainValues.map(object(value));
  }

  private static ObjectNode object(@Nullable Object value) {
    return PlainValues.object(value instanceof Map<?, ?> map ? map : Map.of());
  }

  private static StytchUserSeed own(UserSeed user) {
    return Objects.requireNonNull(user.stytch(), "stytch");
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
