package dev.keyway.emulator.seed;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.description.Format;
import dev.keyway.emulator.stackauth.StackAuthUserSeed;
import dev.keyway.emulator.stytch.StytchUserSeed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must be true of a user of a seed. */
final class UserRules {
  private static final String STACKAUTH_ONLY = "is for Stack Auth only, where this user is not";
  private static final String STYTCH_ONLY = "is for Stytch only, where this user is not";
  private static final Set<String> BCRYPT = Set.of("$2a$", "$2b$", "$2y$");

  private final SeedRules rules;
  private final String world;
  private boolean stackAuth;
  private boolean stytch;

  UserRules(SeedRules rules, String world) {
    this.rules = rules;
    this.world = world;
  }

  void check(UserSeed user, String path) {
    stackAuth = user.isOn(ProviderName.STACKAUTH);
    stytch = user.isOn(ProviderName.STYTCH);
    List<ProviderName> on = user.on();
    if (on != null) {
      rules.require(!on.isEmpty(), path + ".on", "must name a provider");
      rules.require(on.stream().distinct().count() == on.size(), path + ".on", "repeats itself");
    }
    forStackAuth(user.stackauth(), path + ".stackauth");
    forStytch(user.stytch(), path + ".stytch");
    emails(user, path + ".emails");
    phones(user, path + ".phones");
    password(user.password(), path + ".password");
    totp(user.totp(), path + ".totp");
    passkeys(user, path + ".passkeys");
    social(user, path + ".socialAccounts");
    metadata(user.metadata(), path + ".metadata");
    stackAuthSessions(user.stackauth(), path + ".stackauth");
    stytchSessions(user.stytch(), path + ".stytch");
  }

  private void emails(UserSeed user, String path) {
    long primaries =
        user.emails().stream().filter(email -> Boolean.TRUE.equals(email.primary())).count();
    rules.require(primaries < 2, path, "has more than one primary address");
    for (int i = 0; i < user.emails().size(); i++) {
      UserSeed.Email email = user.emails().get(i);
      String place = path + "[" + i + "]";
      forStackAuth(email.primary(), place + ".primary");
      forStackAuth(email.signIn(), place + ".signIn");
      id("email-test-", email.id(), place + ".id");
      if (stackAuth) {
        boolean signIn = !Boolean.FALSE.equals(email.signIn());
        // An address that does not sign in is unique only among its owner's.
        String scope = signIn ? "" : path;
        unique("stackauth/email" + scope, CanonicalEmail.of(email.address()), place + ".address");
        unique("own email" + path, CanonicalEmail.of(email.address()), place + ".address");
      }
      if (stytch) {
        unique("stytch/email", CanonicalEmail.of(email.address()), place + ".address");
      }
    }
  }

  private void phones(UserSeed user, String path) {
    rules.require(stytch || user.phones().isEmpty(), path, STYTCH_ONLY);
    for (int i = 0; i < user.phones().size(); i++) {
      UserSeed.Phone phone = user.phones().get(i);
      unique("stytch/phone", phone.number(), path + "[" + i + "].number");
      stytchId("phone-number-test-", phone.id(), path + "[" + i + "].id");
    }
  }

  private void password(UserSeed.@Nullable Password password, String path) {
    if (password == null) {
      return;
    }
    String hash = password.hash();
    rules.require(
        (password.plain() == null) != (hash == null), path, "must say either plain or hash");
    rules.require(
        !stackAuth
            || hash == null
            || hash.startsWith("$keyway-sha256$")
            || BCRYPT.contains(hash.substring(0, Math.min(4, hash.length()))),
        path + ".hash",
        "must be bcrypt: Stack Auth takes no other");
    forStytch(password.resetRequired(), path + ".resetRequired");
    id("password-test-", password.id(), path + ".id");
  }

  private void totp(UserSeed.@Nullable Totp totp, String path) {
    if (totp == null) {
      return;
    }
    rules.require(
        !stackAuth || !Boolean.FALSE.equals(totp.verified()),
        path + ".verified",
        "must be true: Stack Auth keeps no unconfirmed authenticator app");
    forStytch(totp.verified(), path + ".verified");
    forStytch(totp.confirmBy(), path + ".confirmBy");
    rules.require(stytch || totp.recoveryCodes().isEmpty(), path + ".recoveryCodes", STYTCH_ONLY);
    stytchId("totp-test-", totp.id(), path + ".id");
    stytchId("totp-recovery-code-test-", totp.recoveryId(), path + ".recoveryId");
  }

  private void passkeys(UserSeed user, String path) {
    rules.require(
        !stackAuth || user.passkeys().size() < 2, path, "must be one: Stack Auth keeps no more");
    for (int i = 0; i < user.passkeys().size(); i++) {
      UserSeed.Passkey passkey = user.passkeys().get(i);
      String place = path + "[" + i + "]";
      rules.require(!stytch || passkey.domain() != null, place + ".domain", "is missing");
      forStytch(passkey.domain(), place + ".domain");
      forStytch(passkey.name(), place + ".name");
      forStytch(passkey.userAgent(), place + ".userAgent");
      forStytch(passkey.authenticatorType(), place + ".authenticatorType");
      stytchId("webauthn-registration-test-", passkey.id(), place + ".id");
      if (stackAuth) {
        unique("stackauth/passkey", passkey.credentialId(), place + ".credentialId");
      }
      if (stytch) {
        unique("stytch/passkey", passkey.credentialId(), place + ".credentialId");
      }
    }
  }

  private void social(UserSeed user, String path) {
    for (int i = 0; i < user.socialAccounts().size(); i++) {
      UserSeed.SocialAccount account = user.socialAccounts().get(i);
      String place = path + "[" + i + "]";
      forStackAuth(account.email(), place + ".email");
      forStackAuth(account.signIn(), place + ".signIn");
      forStackAuth(account.connected(), place + ".connected");
      forStackAuth(account.addedAt(), place + ".addedAt");
      forStytch(account.pictureUrl(), place + ".pictureUrl");
      forStytch(account.locale(), place + ".locale");
      id("oauth-user-test-", account.id(), place + ".id");
      boolean signIn = !Boolean.FALSE.equals(account.signIn());
      String handle = account.provider() + "/" + account.subject();
      if (stackAuth) {
        unique("stackauth/social" + (signIn ? "" : path), handle, place + ".subject");
      }
      if (stytch) {
        unique("stytch/social", handle, place + ".subject");
      }
    }
  }

  private void metadata(UserSeed.@Nullable Metadata metadata, String path) {
    if (metadata == null) {
      return;
    }
    forStackAuth(metadata.serverOnly(), path + ".serverOnly");
    if (stytch) {
      map(metadata.userWritable(), path + ".userWritable");
      map(metadata.userReadable(), path + ".userReadable");
    }
  }

  private void map(@Nullable Object value, String path) {
    rules.require(
        value == null || value instanceof Map, path, "must be a map: Stytch keeps nothing else");
  }

  private void stackAuthSessions(@Nullable StackAuthUserSeed own, String path) {
    if (own == null) {
      return;
    }
    unique("user", own.id(), path + ".id");
    stackAuthTeams(own, path);
    new ProjectRules(rules, world).apiKeys(own.apiKeys(), path + ".apiKeys");
    for (int i = 0; i < own.sessions().size(); i++) {
      StackAuthUserSeed.Session session = own.sessions().get(i);
      String place = path + ".sessions[" + i + "]";
      unique("stackauth/session", session.id(), place + ".id");
      unique("stackauth/token", session.refreshToken(), place + ".refreshToken");
      order(session.createdAt(), session.expiresAt(), place + ".expiresAt");
    }
  }

  private void stackAuthTeams(StackAuthUserSeed own, String path) {
    for (int i = 0; i < own.teams().size(); i++) {
      unique("own team" + path, own.teams().get(i).team(), path + ".teams[" + i + "].team");
    }
    Object selected = own.attributes().get("selectedTeamId");
    rules.require(
        selected == null || own.teams().stream().anyMatch(member -> member.team().equals(selected)),
        path + ".selectedTeamId",
        "is no team of the user");
  }

  private void stytchSessions(@Nullable StytchUserSeed own, String path) {
    if (own == null) {
      return;
    }
    unique("user", own.id(), path + ".id");
    own.externalId()
        .ifPresent(
            externalId -> {
              Optional<String> problem = Format.EXTERNAL_ID.problem(externalId);
              rules.require(
                  problem.isEmpty(), path + ".externalId", problem.orElse("cannot be so"));
              unique("external id", externalId, path + ".externalId");
            });
    rules.require(
        own.lockedAt() == null || own.lockedUntil() != null, path + ".lockedUntil", "is missing");
    for (int i = 0; i < own.cryptoWallets().size(); i++) {
      StytchUserSeed.Wallet wallet = own.cryptoWallets().get(i);
      String place = path + ".cryptoWallets[" + i + "]";
      boolean ethereum = wallet.type().equals("ethereum");
      rules.require(
          ethereum == wallet.address().startsWith("0x"),
          place + ".address",
          "must be an address of its type");
      // The case of letters is but a checksum there.
      String name = ethereum ? wallet.address().toLowerCase(Locale.ROOT) : wallet.address();
      unique("stytch/wallet", name, place + ".address");
      stytchId("crypto-wallet-test-", wallet.id(), place + ".id");
    }
    for (int i = 0; i < own.biometricRegistrations().size(); i++) {
      stytchId(
          "biometric-registration-test-",
          own.biometricRegistrations().get(i).id(),
          path + ".biometricRegistrations[" + i + "].id");
    }
    for (int i = 0; i < own.connectedApps().size(); i++) {
      String place = path + ".connectedApps[" + i + "].app";
      unique("own app" + path, own.connectedApps().get(i).app(), place);
    }
    for (int i = 0; i < own.sessions().size(); i++) {
      StytchUserSeed.Session session = own.sessions().get(i);
      String place = path + ".sessions[" + i + "]";
      stytchId("session-test-", session.id(), place + ".id");
      unique("stytch/token", session.token(), place + ".token");
      order(session.createdAt(), session.expiresAt(), place + ".expiresAt");
    }
  }

  private void order(@Nullable Instant from, @Nullable Instant to, String path) {
    rules.require(
        from == null || to == null || !to.isBefore(from), path, "is before the session begins");
  }

  private void forStackAuth(@Nullable Object value, String path) {
    rules.require(value == null || stackAuth, path, STACKAUTH_ONLY);
  }

  private void forStytch(@Nullable Object value, String path) {
    rules.require(value == null || stytch, path, STYTCH_ONLY);
  }

  /** The id of a part that both providers have, each with ids of its own form. */
  private void id(String stytchPrefix, @Nullable String id, String path) {
    if (id == null) {
      return;
    }
    rules.require(!(stackAuth && stytch), path, "can be pinned only for a user on one provider");
    if (stytch) {
      stytchId(stytchPrefix, id, path);
    } else {
      rules.require(Format.UUID.accepts(id), path, "must be a UUID in lower case");
      unique("part", id, path);
    }
  }

  private void stytchId(String prefix, @Nullable String id, String path) {
    if (id != null) {
      rules.require(stytch, path, STYTCH_ONLY);
      boolean format = id.startsWith(prefix) && Format.UUID.accepts(id.substring(prefix.length()));
      rules.require(format, path, "must be like " + prefix + "<UUID>");
      unique("part", id, path);
    }
  }

  private void unique(String kind, @Nullable String name, String path) {
    rules.unique(world + "/" + kind, name, path);
  }
}
