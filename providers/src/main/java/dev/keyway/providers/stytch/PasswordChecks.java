package dev.keyway.providers.stytch;

import dev.keyway.PasswordCheck;
import dev.keyway.PasswordRequirements;
import dev.keyway.providers.stytch.wire.PasswordApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Stytch's strength check in neutral words. */
final class PasswordChecks {

  private PasswordChecks() {}

  static PasswordCheck of(PasswordApi.Strength strength) {
    // The other policy counts character classes and has no score.
    boolean scored = strength.strengthPolicy().equals("zxcvbn");
    List<String> advice = new ArrayList<>();
    PasswordApi.Feedback feedback = strength.feedback();
    if (feedback != null) {
      if (feedback.warning() != null && !feedback.warning().isBlank()) {
        advice.add(feedback.warning());
      }
      if (feedback.suggestions() != null) {
        advice.addAll(feedback.suggestions());
      }
    }
    return new PasswordCheck(
        strength.validPassword(),
        strength.breachedPassword(),
        scored ? OptionalInt.of(strength.score()) : OptionalInt.empty(),
        advice,
        Optional.ofNullable(feedback)
            .map(PasswordApi.Feedback::ludsRequirements)
            .map(PasswordChecks::requirements));
  }

  /** Numbers below 0 are no shortage. */
  private static PasswordRequirements requirements(PasswordApi.LudsRequirements luds) {
    return new PasswordRequirements(
        luds.hasLowerCase(),
        luds.hasUpperCase(),
        luds.hasDigit(),
        luds.hasSymbol(),
        Math.max(0, luds.missingComplexity()),
        Math.max(0, luds.missingCharacters()));
  }
}
