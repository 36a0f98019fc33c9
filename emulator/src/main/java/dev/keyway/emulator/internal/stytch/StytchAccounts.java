package dev.keyway.emulator.internal.stytch;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.rules.UserEvents;
import dev.keyway.emulator.internal.stytch.rules.UserLocks;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.TotpRegistration;
import dev.keyway.emulator.internal.totp.Totp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The users of a Stytch project, seen from outside. */
final class StytchAccounts implements Accounts {
  private static final Totp TOTP = Totp.rfc6238(0);

  private final StytchProject project;

  StytchAccounts(StytchProject project) {
    this.project = project;
  }

  @Override
  public List<Account> list() {
    return project.exclusively(
        () -> {
          project.dropForgottenAddresses();
          return project.users().all().stream().map(this::view).toList();
        });
  }

  @Override
  public int count() {
    return project.exclusively(() -> project.users().size());
  }

  @Override
  public Optional<Account> find(String id) {
    return project.exclusively(
        () -> {
          project.dropForgottenAddresses();
          return project.users().byId(id).map(this::view);
        });
  }

  @Override
  public void lock(String id) {
    change(id, user -> UserLocks.lock(project, user));
  }

  @Override
  public void unlock(String id) {
    change(id, UserLocks::succeeded);
  }

  @Override
  public int revokeSessions(String id) {
    return project.exclusively(
        () -> {
          int living = living(require(id)).size();
          project.sessions().revokeAll(id);
          return living;
        });
  }

  @Override
  public Optional<String> currentTotp(String id) {
    return project.exclusively(
        () ->
            project
                .users()
                .byId(id)
                .flatMap(StytchUser::totp)
                .filter(totp -> !totp.expiredAt(project.now()))
                .map(totp -> TOTP.codeAt(totp.key(), project.now())));
  }

  private void change(String id, Consumer<StytchUser> change) {
    project.exclusively(
        () ->
            UserEvents.byDashboard(
                project,
                () -> {
                  StytchUser user = require(id);
                  change.accept(user);
                  return user;
                }));
  }

  private StytchUser require(String id) {
    return project.users().byId(id).orElseThrow(() -> new UnknownIdException("account", id));
  }

  private List<StytchSession> living(StytchUser user) {
    Instant now = project.now();
    return project.sessions().ofUser(user.id()).stream()
        .filter(session -> session.livesAt(now))
        .toList();
  }

  private Account view(StytchUser user) {
    String name = user.name.full();
    return new Account(
        "stytch",
        user.id(),
        name.isEmpty() ? null : name,
        user.addresses().stream().map(Address::contact).toList(),
        user.createdAt(),
        user.lockedAt(project.now()),
        false,
        user.password().isPresent(),
        user.totp().filter(TotpRegistration::verified).isPresent(),
        user.webAuthnRegistrations.stream()
            .map(r -> new Account.Passkey(r.credentialId(), r.name(), null))
            .toList(),
        user.oauthRegistrations.stream()
            .map(r -> new Account.Social(r.provider(), r.subject(), null))
            .toList(),
        List.of(),
        StytchResources.of(project, user),
        living(user).stream().map(StytchAccounts::login).toList());
  }

  private static Account.Login login(StytchSession session) {
    return new Account.Login(
        session.id(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.factors.stream().map(Factor::type).toList());
  }
}
