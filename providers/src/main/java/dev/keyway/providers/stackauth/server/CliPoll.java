package dev.keyway.providers.stackauth.server;

import dev.keyway.SessionTokens;
import java.util.Optional;

/**
 * How far the sign-in of a command-line program is.
 *
 * @param state where it stands
 * @param tokens the session, when it was completed: told once
 */
public record CliPoll(State state, Optional<SessionTokens> tokens) {

  /** Where a sign-in stands. */
  public enum State {
    /** Nobody completed it yet: ask again in a few seconds. */
    WAITING,
    /** The tokens are here. */
    COMPLETED,
    /** Nobody completed it in time: start anew. */
    EXPIRED,
    /** The tokens were given before. */
    USED
  }
}
