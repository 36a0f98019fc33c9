package dev.keyway.providers.stytch.rules;

import java.time.Duration;
import java.util.Optional;

/** How long sessions last, as Stytch counts. */
public final class SessionMinutes {

  public static final String RULE = "must be whole minutes from 5 to 527040";

  private final Duration byDefault;

  public SessionMinutes(Duration byDefault) {
    this.byDefault = byDefault;
  }

  /** The minutes asked for, or the configured ones. */
  public int of(Optional<Duration> asked) {
    return of(asked.orElse(byDefault), "sessionDuration");
  }

  public static int of(Duration duration, String argument) {
    return Checks.minutes(duration, argument, 5, 527_040, RULE);
  }
}
