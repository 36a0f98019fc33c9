package dev.keyway.providers.stytch;

import java.time.Duration;
import java.util.Optional;

/** How long sessions last, as Stytch counts. */
final class SessionMinutes {

  static final String RULE = "must be whole minutes from 5 to 527040";

  private final Duration byDefault;

  SessionMinutes(StytchSettings settings) {
    this.byDefault = settings.sessionDuration();
  }

  /** The minutes asked for, or the configured ones. */
  int of(Optional<Duration> asked) {
    return of(asked.orElse(byDefault), "sessionDuration");
  }

  static int of(Duration duration, String argument) {
    return Checks.minutes(duration, argument, 5, 527_040, RULE);
  }
}
