package dev.keyway.conformance;

import dev.keyway.OneTimeCode;
import java.net.URI;

/** What the provider sent to people, in the order of sending. */
public interface SentMessages {

  /** What a link is for. */
  enum LinkKind {
    /** Signing in. */
    SIGN_IN,
    /** Choosing a new password. */
    PASSWORD_RESET
  }

  /**
   * Waits for the next code to an address or number; each one is given once.
   *
   * @throws AssertionError when none comes in time
   */
  OneTimeCode awaitCode(String to);

  /**
   * Waits for the next link to an address; each one is given once.
   *
   * @throws AssertionError when none comes in time
   */
  URI awaitLink(String to, LinkKind kind);

  /** How many messages went to an address or number so far. */
  int sentTo(String to);
}
