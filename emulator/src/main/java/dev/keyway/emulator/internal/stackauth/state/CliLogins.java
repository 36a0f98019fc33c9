package dev.keyway.emulator.internal.stackauth.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sign-ins from command lines in one project, also those that are over. */
public final class CliLogins {
  private final Map<String, CliLogin> byPollingCode = new HashMap<>();
  private final Map<String, String> pollingCodes = new HashMap<>();

  /** The same, to be changed apart from these. */
  CliLogins copy() {
    CliLogins copy = new CliLogins();
    copy.byPollingCode.putAll(byPollingCode);
    copy.pollingCodes.putAll(pollingCodes);
    return copy;
  }

  /** Adds one, or keeps the new state of one that is there. */
  public void put(CliLogin login) {
    byPollingCode.put(login.pollingCode(), login);
    pollingCodes.put(login.loginCode(), login.pollingCode());
  }

  public Optional<CliLogin> byPollingCode(String code) {
    return Optional.ofNullable(byPollingCode.get(code));
  }

  public Optional<CliLogin> byLoginCode(String code) {
    return Optional.ofNullable(pollingCodes.get(code)).flatMap(this::byPollingCode);
  }
}
