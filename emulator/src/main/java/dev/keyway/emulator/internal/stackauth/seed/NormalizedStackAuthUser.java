package dev.keyway.emulator.internal.stackauth.seed;

import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.seed.Defaults;
import dev.keyway.emulator.internal.seed.StableIds;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.internal.webauthn.Octets;
import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.stackauth.StackAuthUserSeed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A seed's user on Stack Auth with nothing left open. */
public final class NormalizedStackAuthUser {
  private static final Duration SESSION_LIFE = Duration.ofDays(365);
  private static final StackAuthUserSeed NOTHING =
      new StackAuthUserSeed(
          null, null, null, null, Map.of(), null, List.of(), List.of(), List.of());

  private final UserSeed user;
  private final StackAuthUserSeed own;
  private final StableIds derived;
  private final String id;
  private final Instant createdAt;
  private final Instant now;
  private final List<String> granted;

  private NormalizedStackAuthUser(UserSeed user, int at, Instant now, List<String> granted) {
    this.user = user;
    this.own = Defaults.or(user.stackauth(), NOTHING);
    this.derived = Defaults.derived("stackauth", user, own.id(), Optional.empty(), at);
    this.id = Defaults.or(own.id(), derived.uuid("user"));
    this.createdAt = Defaults.or(user.createdAt(), now);
    this.now = now;
    this.granted = granted;
  }

  /**
   * The user in normal form.
   *
   * @param granted the permissions of a member of a team where nothing else is said
   */
  public static UserSeed of(UserSeed user, int at, Instant now, List<String> granted) {
    return new NormalizedStackAuthUser(user, at, now, granted).explicit();
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
        Defaults.password(user, derived, "", false),
        totp(),
        user.passkeys().stream().map(this::passkey).toList(),
        user.socialAccounts().stream().map(this::account).toList(),
        metadata == null
            ? null
            : Defaults.metadata(
                metadata.userWritable(), metadata.userReadable(), metadata.serverOnly()),
        null,
        own(),
        null);
  }

  private @Nullable String name() {
    if (user.name() != null) {
      return Defaults.unless("", user.name());
    }
    String joined =
        Stream.of(user.firstName(), user.middleName(), user.lastName())
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" "));
    return Defaults.unless("", joined);
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
              String address = CanonicalEmail.of(email.address());
              return new UserSeed.Email(
                  address,
                  Defaults.unless(true, email.verified()),
                  said,
                  Defaults.unless(true, email.signIn()),
                  Defaults.or(email.id(), derived.uuid("email/" + address)),
                  Defaults.unless(createdAt, email.addedAt()));
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
        Defaults.unless(0L, passkey.signCount()),
        Defaults.unless(usualHandle, passkey.userHandle()),
        Defaults.model(passkey.aaguid()),
        Defaults.transports(passkey),
        Defaults.unless(false, passkey.backupEligible()),
        Defaults.unless(false, passkey.backedUp()),
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
        Defaults.unless(true, account.signIn()),
        Defaults.unless(true, account.connected()),
        Defaults.unless(createdAt, account.addedAt()),
        null,
        null,
        Defaults.or(
            account.id(), derived.uuid("social/" + account.provider() + "/" + account.subject())));
  }

  private StackAuthUserSeed own() {
    boolean locked = Boolean.TRUE.equals(user.locked());
    return new StackAuthUserSeed(
        id,
        Defaults.unless(false, own.anonymous()),
        Defaults.unless(false, own.otpSignIn()),
        locked && own.restriction() == null
            ? new StackAuthUserSeed.Restriction(null, null)
            : own.restriction(),
        own.attributes(),
        Defaults.unless(createdAt, own.lastActiveAt()),
        StackAuthTeamSeeds.explicit(own.teams(), createdAt, granted),
        IntStream.range(0, own.sessions().size()).mapToObj(this::session).toList(),
        new ApiKeySeeds(ApiKey.Holder.USER, id, createdAt).explicit(own.apiKeys()));
  }

  private StackAuthUserSeed.Session session(int at) {
    StackAuthUserSeed.Session session = own.sessions().get(at);
    Instant began = Defaults.or(session.createdAt(), now);
    return new StackAuthUserSeed.Session(
        Defaults.or(session.refreshToken(), derived.crockford("session/" + at)),
        Defaults.or(session.id(), derived.uuid("session/" + at)),
        began,
        Defaults.unless(began, session.lastUsedAt()),
        Defaults.or(session.expiresAt(), began.plus(SESSION_LIFE)),
        Defaults.unless(false, session.impersonation()));
  }
}
