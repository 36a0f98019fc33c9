package dev.keyway.emulator.seed;

import dev.keyway.emulator.factor.Octets;
import dev.keyway.emulator.factor.TotpKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A seed's user on Stack Auth with nothing left open. */
final class ExplicitStackAuthUser {
  private static final Duration SESSION_LIFE = Duration.ofDays(365);
  private static final StackAuthUserSeed NOTHING =
      new StackAuthUserSeed(null, null, null, null, null, null, null, null, null, null, List.of());

  private final UserSeed user;
  private final StackAuthUserSeed own;
  private final Derived derived;
  private final String id;
  private final Instant createdAt;
  private final Instant now;

  private ExplicitStackAuthUser(UserSeed user, int at, Instant now) {
    this.user = user;
    this.own = Usual.or(user.stackauth(), NOTHING);
    this.derived = Usual.derived("stackauth", user, own.id(), Optional.empty(), at);
    this.id = Usual.or(own.id(), derived.uuid("user"));
    this.createdAt = Usual.or(user.createdAt(), now);
    this.now = now;
  }

  static UserSeed of(UserSeed user, int at, Instant now) {
    return new ExplicitStackAuthUser(user, at, now).explicit();
  }

  private UserSeed explicit() {
    UserSeed.Metadata metadata = user.metadata();
    return new UserSeed(
        List.of(ProviderName.STACKAUTH),
        name(),
        null,
        null,
        null,
        createdAt,
        emails(),
        List.of(),
        Usual.password(user, derived, "", false),
        totp(),
        user.passkeys().stream().map(this::passkey).toList(),
        user.socialAccounts().stream().map(this::account).toList(),
        metadata == null
            ? null
            : Usual.metadata(
                metadata.userWritable(), metadata.userReadable(), metadata.serverOnly()),
        null,
        own(),
        null);
  }

  private @Nullable String name() {
    if (user.name() != null) {
      return Usual.unless("", user.name());
    }
    String joined =
        Stream.of(user.firstName(), user.middleName(), user.lastName())
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" "));
    return Usual.unless("", joined);
  }

  private List<UserSeed.Email> emails() {
    int primary = user.primaryEmailIndex();
    return IntStream.range(0, user.emails().size())
        .mapToObj(
            at -> {
              UserSeed.Email email = user.emails().get(at);
              // Said only where it is not the first: false everywhere where none is.
              Boolean said = primary < 0 ? Boolean.FALSE : null;
              if (at == primary && at > 0) {
                said = true;
              }
              String address = email.address().strip().toLowerCase(Locale.ROOT);
              return new UserSeed.Email(
                  address,
                  Usual.unless(true, email.verified()),
                  said,
                  Usual.unless(true, email.signIn()),
                  Usual.or(email.id(), derived.uuid("email/" + address)),
                  Usual.unless(createdAt, email.addedAt()));
            })
        .toList();
  }

  private UserSeed.@Nullable Totp totp() {
    UserSeed.Totp totp = user.totp();
    return totp == null
        ? null
        : new UserSeed.Totp(
            TotpKey.ofBase32(totp.secret()).base32(), null, null, List.of(), null, null);
  }

  private UserSeed.Passkey passkey(UserSeed.Passkey passkey) {
    String usualHandle = Octets.of(id.getBytes(StandardCharsets.UTF_8)).base64Url();
    return new UserSeed.Passkey(
        passkey.credentialId(),
        passkey.publicKey(),
        Usual.unless(0L, passkey.signCount()),
        Usual.unless(usualHandle, passkey.userHandle()),
        Usual.model(passkey.aaguid()),
        Usual.transports(passkey),
        Usual.unless(false, passkey.backupEligible()),
        Usual.unless(false, passkey.backedUp()),
        null,
        null,
        null,
        null,
        null);
  }

  private UserSeed.SocialAccount account(UserSeed.SocialAccount account) {
    return new UserSeed.SocialAccount(
        account.provider(),
        account.subject(),
        account.email(),
        Usual.unless(true, account.signIn()),
        Usual.unless(true, account.connected()),
        Usual.unless(createdAt, account.addedAt()),
        null,
        null,
        Usual.or(
            account.id(), derived.uuid("social/" + account.provider() + "/" + account.subject())));
  }

  private StackAuthUserSeed own() {
    boolean locked = Boolean.TRUE.equals(user.locked());
    return new StackAuthUserSeed(
        id,
        Usual.unless(false, own.anonymous()),
        Usual.unless(false, own.otpSignIn()),
        locked && own.restriction() == null
            ? new StackAuthUserSeed.Restriction(null, null)
            : own.restriction(),
        own.profileImageUrl(),
        own.selectedTeamId(),
        own.countryCode(),
        Usual.unless(0, own.botScore()),
        Usual.unless(0, own.freeTrialAbuseScore()),
        Usual.unless(createdAt, own.lastActiveAt()),
        IntStream.range(0, own.sessions().size()).mapToObj(this::session).toList());
  }

  private StackAuthUserSeed.Session session(int at) {
    StackAuthUserSeed.Session session = own.sessions().get(at);
    Instant began = Usual.or(session.createdAt(), now);
    return new StackAuthUserSeed.Session(
        Usual.or(session.refreshToken(), derived.crockford("session/" + at)),
        Usual.or(session.id(), derived.uuid("session/" + at)),
        began,
        Usual.unless(began, session.lastUsedAt()),
        Usual.or(session.expiresAt(), began.plus(SESSION_LIFE)),
        Usual.unless(false, session.impersonation()));
  }
}
