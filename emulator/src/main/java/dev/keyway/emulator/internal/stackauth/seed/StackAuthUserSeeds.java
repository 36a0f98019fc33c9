package dev.keyway.emulator.internal.stackauth.seed;

import static dev.keyway.emulator.internal.seed.Normalized.hash;
import static dev.keyway.emulator.internal.seed.Normalized.moment;
import static dev.keyway.emulator.internal.seed.Normalized.text;

import dev.keyway.emulator.internal.seed.LocatedUser;
import dev.keyway.emulator.internal.seed.SeedConflict;
import dev.keyway.emulator.internal.seed.SeededPasskey;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.rules.Emails;
import dev.keyway.emulator.internal.stackauth.state.ApiKey;
import dev.keyway.emulator.internal.stackauth.state.OAuthAccount;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.Password;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.internal.webauthn.StoredCredential;
import dev.keyway.emulator.seed.ProviderName;
import dev.keyway.emulator.seed.UserSeed;
import dev.keyway.emulator.stackauth.StackAuthUserSeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Between a project's users and seeds. The caller holds the project's lock. */
public final class StackAuthUserSeeds {
  private StackAuthUserSeeds() {}

  /** The first thing that keeps one of the users out; empty if nothing does. */
  public static Optional<SeedConflict> conflict(StackAuthProject project, List<LocatedUser> users) {
    for (LocatedUser located : users) {
      UserSeed user = located.user();
      StackAuthUserSeed own = own(user);
      if (project.users().byId(id(own)).isPresent()) {
        return located.conflict(".stackauth.id", "is another user's");
      }
      for (int i = 0; i < user.emails().size(); i++) {
        UserSeed.Email email = user.emails().get(i);
        boolean taken =
            !Boolean.FALSE.equals(email.signIn())
                && Emails.owner(project, email.address()).isPresent();
        if (taken || project.users().byAddressId(text(email.id())).isPresent()) {
          return located.conflict(".emails[" + i + "].address", "is another user's");
        }
      }
      for (int i = 0; i < user.socialAccounts().size(); i++) {
        UserSeed.SocialAccount account = user.socialAccounts().get(i);
        boolean taken =
            !Boolean.FALSE.equals(account.signIn())
                && project
                    .oauthAccounts()
                    .signedInBy(project.users(), account.provider(), account.subject())
                    .isPresent();
        if (taken) {
          return located.conflict(".socialAccounts[" + i + "].subject", "is another user's");
        }
      }
      Optional<SeedConflict> passkey =
          located.passkeyConflict(id -> project.passkeys().owner(id).isPresent());
      if (passkey.isPresent()) {
        return passkey;
      }
      Optional<SeedConflict> apiKey =
          keys(id(own), moment(user.createdAt()))
              .conflict(project, own.apiKeys(), located.path() + ".stackauth.apiKeys");
      if (apiKey.isPresent()) {
        return apiKey;
      }
      for (int i = 0; i < own.sessions().size(); i++) {
        StackAuthUserSeed.Session session = own.sessions().get(i);
        if (project.sessions().byId(text(session.id())).isPresent()
            || project.sessions().byToken(text(session.refreshToken())).isPresent()) {
          return located.conflict(".stackauth.sessions[" + i + "]", "is another user's");
        }
      }
    }
    return Optional.empty();
  }

  /** Adds users whom nothing keeps out. */
  public static void load(StackAuthProject project, List<LocatedUser> users) {
    users.forEach(located -> add(project, located.user()));
  }

  /** All users, oldest first. */
  public static List<UserSeed> export(StackAuthProject project) {
    return project.users().all().stream().map(user -> seed(project, user)).toList();
  }

  private static void add(StackAuthProject project, UserSeed seed) {
    StackAuthUserSeed own = own(seed);
    Instant created = Objects.requireNonNull(seed.createdAt(), "createdAt");
    StackAuthUser user = new StackAuthUser(id(own), created);
    List<Address> addresses = new ArrayList<>();
    for (UserSeed.Email email : seed.emails()) {
      addresses.add(
          new Address(
              text(email.id()),
              Address.Kind.EMAIL,
              email.address(),
              !Boolean.FALSE.equals(email.verified()),
              !Boolean.FALSE.equals(email.signIn()),
              Objects.requireNonNullElse(email.addedAt(), created)));
    }
    if (!project.users().add(user, addresses)) {
      throw new IllegalStateException("An address of a seed was free and is taken");
    }
    user.primaryEmailId = seed.primaryEmail().map(UserSeed.Email::id).orElse(null);
    user.set(StackAuthUserRows.DISPLAY_NAME, Optional.ofNullable(seed.name()));
    UserSeed.Password password = seed.password();
    if (password != null) {
      user.password(
          new Password(text(password.id()), project.imported(hash(password.hash())), false));
    }
    UserSeed.Totp totp = seed.totp();
    if (totp != null) {
      user.totpSecret = TotpKey.ofBase32(totp.secret()).bytes();
    }
    UserSeed.Metadata metadata = seed.metadata();
    if (metadata != null) {
      user.set(StackAuthUserRows.CLIENT_METADATA, Optional.ofNullable(metadata.userWritable()));
      user.set(
          StackAuthUserRows.CLIENT_READ_ONLY_METADATA,
          Optional.ofNullable(metadata.userReadable()));
      user.set(StackAuthUserRows.SERVER_METADATA, Optional.ofNullable(metadata.serverOnly()));
    }
    applyOwn(user, own, created);
    StackAuthTeamSeeds.join(project, user, own.teams());
    keys(user.id(), created).load(project, own.apiKeys());
    for (UserSeed.Passkey passkey : seed.passkeys()) {
      project.passkeys().keep(user, SeededPasskey.credential(passkey, user.id()));
    }
    for (UserSeed.SocialAccount account : seed.socialAccounts()) {
      project
          .oauthAccounts()
          .put(
              user,
              new OAuthAccount(
                  text(account.id()),
                  account.provider(),
                  account.subject(),
                  account.email(),
                  !Boolean.FALSE.equals(account.signIn()),
                  !Boolean.FALSE.equals(account.connected()),
                  Objects.requireNonNullElse(account.addedAt(), created),
                  List.of()));
    }
    for (StackAuthUserSeed.Session session : own.sessions()) {
      StackAuthSession added =
          new StackAuthSession(
              text(session.id()),
              user.id(),
              text(session.refreshToken()),
              moment(session.createdAt()),
              moment(session.expiresAt()),
              Boolean.TRUE.equals(session.impersonation()));
      added.usedAt(Objects.requireNonNullElse(session.lastUsedAt(), added.createdAt()));
      project.sessions().add(added);
    }
  }

  private static void applyOwn(StackAuthUser user, StackAuthUserSeed own, Instant created) {
    user.anonymous = Boolean.TRUE.equals(own.anonymous());
    user.otpEnabled = Boolean.TRUE.equals(own.otpSignIn());
    StackAuthUserSeed.Restriction restriction = own.restriction();
    if (restriction != null) {
      user.restrictedByAdmin = true;
      user.restrictedByAdminReason = restriction.reason();
      user.restrictedByAdminPrivateDetails = restriction.privateDetails();
    }
    user.attributes(user.attributes().with(own.attributes()));
    user.lastActiveAt = Objects.requireNonNullElse(own.lastActiveAt(), created);
  }

  private static UserSeed seed(StackAuthProject project, StackAuthUser user) {
    return new UserSeed(
        List.of(ProviderName.STACKAUTH),
        user.get(StackAuthUserRows.DISPLAY_NAME).orElse(null),
        null,
        null,
        null,
        user.createdAt(),
        user.addresses(Address.Kind.EMAIL).stream().map(a -> email(user, a)).toList(),
        List.of(),
        user.password()
            .map(p -> new UserSeed.Password(null, p.hash().text(), null, p.id()))
            .orElse(null),
        totp(user),
        user.passkey().map(StackAuthUserSeeds::passkey).stream().toList(),
        user.oauthAccounts.stream().map(StackAuthUserSeeds::account).toList(),
        new UserSeed.Metadata(
            user.get(StackAuthUserRows.CLIENT_METADATA).orElse(null),
            user.get(StackAuthUserRows.CLIENT_READ_ONLY_METADATA).orElse(null),
            user.get(StackAuthUserRows.SERVER_METADATA).orElse(null)),
        null,
        new StackAuthUserSeed(
            user.id(),
            user.anonymous,
            user.otpEnabled,
            user.restrictedByAdmin
                ? new StackAuthUserSeed.Restriction(
                    user.restrictedByAdminReason, user.restrictedByAdminPrivateDetails)
                : null,
            user.attributes().brief(StackAuthUserRows.OWN),
            user.lastActiveAt,
            StackAuthTeamSeeds.export(project, user),
            project.sessions().ofUser(user.id()).stream().map(StackAuthUserSeeds::session).toList(),
            keys(user.id(), user.createdAt()).export(project)),
        null);
  }

  private static ApiKeySeeds keys(String userId, Instant createdAt) {
    return new ApiKeySeeds(ApiKey.Holder.USER, userId, createdAt);
  }

  private static UserSeed.Email email(StackAuthUser user, Address address) {
    return new UserSeed.Email(
        address.value(),
        address.verified(),
        address.id().equals(user.primaryEmailId),
        address.identifying(),
        address.id(),
        address.createdAt());
  }

  /** An empty key, which can be stored over the wire and which no device can show, is left out. */
  private static UserSeed.@Nullable Totp totp(StackAuthUser user) {
    byte[] secret = user.totpSecret;
    return secret == null || secret.length == 0
        ? null
        : new UserSeed.Totp(TotpKey.of(secret).base32(), null, null, List.of(), null, null);
  }

  private static UserSeed.Passkey passkey(StoredCredential credential) {
    return SeededPasskey.seed(credential, null, null, null, null, null);
  }

  private static UserSeed.SocialAccount account(OAuthAccount account) {
    return new UserSeed.SocialAccount(
        account.providerId(),
        account.accountId(),
        account.email(),
        account.allowSignIn(),
        account.allowConnectedAccounts(),
        account.createdAt(),
        null,
        null,
        account.id());
  }

  private static StackAuthUserSeed.Session session(StackAuthSession session) {
    return new StackAuthUserSeed.Session(
        session.token(),
        session.id(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.impersonation());
  }

  private static StackAuthUserSeed own(UserSeed user) {
    return Objects.requireNonNull(user.stackauth(), "stackauth");
  }

  private static String id(StackAuthUserSeed own) {
    return text(own.id());
  }
}
