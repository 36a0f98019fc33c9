package dev.keyway.emulator.stackauth;

import dev.keyway.emulator.core.OneTimeCodes;
import dev.keyway.emulator.core.People;
import dev.keyway.emulator.core.Sessions;
import java.time.Clock;

/** What requests change in a project. Guarded by the project's lock. */
final class StackAuthState {
  final People<StackUser> people;
  final Sessions<StackSession> sessions;
  final OneTimeCodes codes;
  final OAuthAccounts oauthAccounts;
  final Passkeys passkeys;

  /** Nobody and nothing. */
  StackAuthState(Clock clock) {
    people = new People<>();
    sessions = new Sessions<>();
    codes = new OneTimeCodes(clock);
    oauthAccounts = new OAuthAccounts();
    passkeys = new Passkeys();
  }

  private StackAuthState(StackAuthState other) {
    people = other.people.copy(StackUser::new);
    sessions = other.sessions.copy(StackSession::new);
    codes = other.codes.copy();
    oauthAccounts = other.oauthAccounts.copy();
    passkeys = other.passkeys.copy();
  }

  /** The same, to be changed apart from this one. */
  StackAuthState copy() {
    return new StackAuthState(this);
  }
}
