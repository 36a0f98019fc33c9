package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthTeamRows;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.rules.Events;
import dev.keyway.emulator.internal.stackauth.state.Membership;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.Team;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.totp.Totp;
import dev.keyway.emulator.internal.totp.TotpKey;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The users of a Stack Auth project, seen from outside. */
final class StackAuthAccounts implements Accounts {
  private static final Totp TOTP = Totp.rfc6238(0);

  private final StackAuthProject project;

  StackAuthAccounts(StackAuthProject project) {
    this.project = project;
  }

  @Override
  public List<Account> list() {
    return project.exclusively(() -> project.users().all().stream().map(this::view).toList());
  }

  @Override
  public int count() {
    return project.exclusively(() -> project.users().size());
  }

  @Override
  public Optional<Account> find(String id) {
    return project.exclusively(() -> user(id).map(this::view));
  }

  @Override
  public void lock(String id) {
    change(id, user -> user.restrictedByAdmin = true);
  }

  @Override
  public void unlock(String id) {
    change(
        id,
        user -> {
          user.restrictedByAdmin = false;
          user.restrictedByAdminReason = null;
          user.restrictedByAdminPrivateDetails = null;
        });
  }

  @Override
  public int revokeSessions(String id) {
    return project.exclusively(
        () -> {
          int living = living(require(id)).size();
          project.sessions().revokeAll(id.toLowerCase(Locale.ROOT));
          return living;
        });
  }

  @Override
  public Optional<String> currentTotp(String id) {
    return project.exclusively(
        () ->
            user(id)
                .flatMap(user -> Optional.ofNullable(user.totpSecret))
                // An empty key can be stored over the wire, but no device can show its codes.
                .filter(secret -> secret.length > 0)
                .map(secret -> TOTP.codeAt(TotpKey.of(secret), project.now())));
  }

  private void change(String id, Consumer<StackAuthUser> change) {
    project.exclusively(
        () -> {
          StackAuthUser user = require(id);
          change.accept(user);
          Events.userUpdated(project, user);
          return user;
        });
  }

  /** Ids in URLs may be in any case. */
  private Optional<StackAuthUser> user(String id) {
    return project.users().byId(id.toLowerCase(Locale.ROOT));
  }

  private StackAuthUser require(String id) {
    return user(id).orElseThrow(() -> new UnknownIdException("account", id));
  }

  private List<StackAuthSession> living(StackAuthUser user) {
    Instant now = project.now();
    return project.sessions().ofUser(user.id()).stream()
        .filter(session -> session.livesAt(now))
        .toList();
  }

  private Account view(StackAuthUser user) {
    return new Account(
        "stackauth",
        user.id(),
        user.get(StackAuthUserRows.DISPLAY_NAME).orElse(null),
        user.addresses().stream().map(Address::contact).toList(),
        user.createdAt(),
        user.restrictedByAdmin,
        user.anonymous,
        user.password().isPresent(),
        user.requiresTotp(),
        user.passkey().stream()
            .map(passkey -> new Account.Passkey(passkey.id().base64Url(), "", null))
            .toList(),
        user.oauthAccounts.stream()
            .map(a -> new Account.Social(a.providerId(), a.accountId(), a.email()))
            .toList(),
        project.teams().ofUser(user.id()).stream().map(team -> team(team, user)).toList(),
        StackAuthResources.of(project, user),
        living(user).stream().map(StackAuthAccounts::login).toList());
  }

  private Account.Team team(Team team, StackAuthUser user) {
    return new Account.Team(
        team.id(),
        team.get(StackAuthTeamRows.NAME),
        project
            .teams()
            .membership(team.id(), user.id())
            .map(Membership::permissions)
            .orElse(List.of()));
  }

  private static Account.Login login(StackAuthSession session) {
    return new Account.Login(
        session.id(), session.createdAt(), session.lastUsedAt(), session.expiresAt(), List.of());
  }
}
