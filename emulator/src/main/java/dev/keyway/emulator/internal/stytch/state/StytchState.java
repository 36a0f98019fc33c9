package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.state.OneTimeCodes;
import dev.keyway.emulator.internal.state.Sessions;
import dev.keyway.emulator.internal.state.Users;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What requests change in a project. Guarded by the project's lock. */
final class StytchState {
  final Users<StytchUser> users;
  final UserIndex handles;
  final Sessions<StytchSession> sessions;

  @NotInSeed("under way")
  final OneTimeCodes codes;

  final M2mClients m2mClients;
  final ConnectedApps connectedApps;
  final AppConsents appConsents;

  /** When an address goes that was not proved, by the address's id. */
  @NotInSeed("under way")
  final Map<String, Instant> unprovenAddresses;

  /** The only code of a kind that still works for an address, the one sent longest ago first. */
  @NotInSeed("under way")
  final Map<SentCode, OneTimeCode<?>> latestCodes;

  long usersMade;

  /** Nobody and nothing. */
  StytchState(Clock clock) {
    users = new Users<>();
    handles = new UserIndex();
    sessions = new Sessions<>(clock);
    codes = new OneTimeCodes(clock);
    m2mClients = new M2mClients();
    connectedApps = new ConnectedApps();
    appConsents = new AppConsents();
    unprovenAddresses = new LinkedHashMap<>();
    latestCodes = new LinkedHashMap<>();
  }

  private StytchState(StytchState other) {
    users = other.users.copy(StytchUser::new);
    handles = other.handles.copy(users);
    sessions = other.sessions.copy(StytchSession::new);
    codes = other.codes.copy();
    m2mClients = other.m2mClients.copy();
    connectedApps = other.connectedApps.copy();
    appConsents = other.appConsents.copy();
    unprovenAddresses = new LinkedHashMap<>(other.unprovenAddresses);
    latestCodes = new LinkedHashMap<>();
    other.latestCodes.forEach((sent, code) -> latestCodes.put(sent, codes.twin(code)));
    usersMade = other.usersMade;
  }

  /** The same, to be changed apart from this one. */
  StytchState copy() {
    return new StytchState(this);
  }

  /** What only the latest code is good for. */
  record SentCode(CodeKind<?> kind, String addressId) {}
}
