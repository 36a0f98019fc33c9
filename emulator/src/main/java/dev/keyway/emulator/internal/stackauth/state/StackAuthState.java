package dev.keyway.emulator.internal.stackauth.state;

import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.state.OneTimeCodes;
import dev.keyway.emulator.internal.state.Sessions;
import dev.keyway.emulator.internal.state.Users;
import java.time.Clock;

/** What requests change in a project. Guarded by the project's lock. */
final class StackAuthState {
  final Users<StackAuthUser> users;
  final Sessions<StackAuthSession> sessions;

  @NotInSeed("under way")
  final OneTimeCodes codes;

  final OAuthAccounts oauthAccounts;
  final Passkeys passkeys;
  final Teams teams;
  final ApiKeys apiKeys;

  @NotInSeed("under way")
  final CliLogins cliLogins;

  /** Nobody and nothing. */
  StackAuthState(Clock clock) {
    users = new Users<>();
    sessions = new Sessions<>(clock);
    codes = new OneTimeCodes(clock);
    oauthAccounts = new OAuthAccounts();
    passkeys = new Passkeys();
    teams = new Teams();
    apiKeys = new ApiKeys();
    cliLogins = new CliLogins();
  }

  private StackAuthState(StackAuthState other) {
    users = other.users.copy(StackAuthUser::new);
    sessions = other.sessions.copy(StackAuthSession::new);
    codes = other.codes.copy();
    oauthAccounts = other.oauthAccounts.copy();
    passkeys = other.passkeys.copy();
    teams = other.teams.copy();
    apiKeys = other.apiKeys.copy();
    cliLogins = other.cliLogins.copy();
  }

  /** The same, to be changed apart from this one. */
  StackAuthState copy() {
    return new StackAuthState(this);
  }
}
