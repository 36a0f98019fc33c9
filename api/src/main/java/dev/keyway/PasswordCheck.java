package dev.keyway;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How good a password is by the project's policy.
 *
 * @param acceptable whether a sign-up with it would be accepted, as far as the provider can tell
 * @param breached whether it is known from a breach; false where the provider does not look
 * @param score 0 (worst) to 4 (best) as zxcvbn counts, where the provider scores
 * @param advice sentences for the person, in the provider's language; may be empty
 * @param requirements the classes of characters, where the project's policy counts them
 */
public record PasswordCheck(
    boolean acceptable,
    boolean breached,
    OptionalInt score,
    List<String> advice,
    Optional<PasswordRequirements> requirements) {

  /** Copies the list. */
  public PasswordCheck {
    Arguments.notNull(score, "score");
    advice = Arguments.copyList(advice, "advice");
    Arguments.notNull(requirements, "requirements");
  }

  /** What a policy says that counts no classes of characters. */
  public PasswordCheck(
      boolean acceptable, boolean breached, OptionalInt score, List<String> advice) {
    this(acceptable, breached, score, advice, Optional.empty());
  }
}
