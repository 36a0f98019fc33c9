package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.state.OneTimeCodes;
import dev.keyway.emulator.internal.state.Sessions;
import dev.keyway.emulator.internal.state.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What requests change in a project. Guarded by the project's lock. */
final class StytchState {
  final Users<StytchUser> people;
  final UserIndex handles;
  final Sessions<StytchSession> sessions;
  final OneTimeCodes codes;

  /** When an address goes that was not proved, by the address's id. */
  final Map<String, Instant> unprovenAddresses;

  /** The only code that still works, by its use and its address's id. */
  final Map<String, OneTimeCode> latestCodes;

  /** What social providers gave, by the token that the application finishes with. */
  final Map<String, Grant> grants;

  long usersMade;

  /** Nobody and nothing. */
  StytchState(Clock clock) {
    people = new Users<>();
    handles = new UserIndex();
    sessions = new Sessions<>();
    codes = new OneTimeCodes(clock);
    unprovenAddresses = new LinkedHashMap<>();
    latestCodes = new HashMap<>();
    grants = new HashMap<>();
  }

  private StytchState(StytchState other) {
    people = other.people.copy(StytchUser::new);
    handles = other.handles.copy(people);
    sessions = other.sessions.copy(StytchSession::new);
    codes = other.codes.copy();
    unprovenAddresses = new LinkedHashMap<>(other.unprovenAddresses);
    latestCodes = new HashMap<>();
    other.latestCodes.forEach((use, code) -> latestCodes.put(use, codes.twin(code)));
    grants = new HashMap<>(other.grants);
    usersMade = other.usersMade;
  }

  /** The same, to be changed apart from this one. */
  StytchState copy() {
    return new StytchState(this);
  }
}
