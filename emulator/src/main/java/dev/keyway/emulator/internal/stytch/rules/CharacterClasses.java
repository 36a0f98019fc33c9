package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.stytch.PasswordPolicy;
import java.util.stream.Stream;

/**
 * The classes of characters that a password has. Every character that is no ASCII letter or digit
 * is a symbol.
 */
record CharacterClasses(boolean lower, boolean upper, boolean digit, boolean symbol) {
  static CharacterClasses of(String password) {
    return new CharacterClasses(
        password.chars().anyMatch(c -> c >= 'a' && c <= 'z'),
        password.chars().anyMatch(c -> c >= 'A' && c <= 'Z'),
        password.chars().anyMatch(c -> c >= '0' && c <= '9'),
        password.chars().anyMatch(c -> !isAsciiAlphanumeric(c)));
  }

  boolean satisfy(PasswordPolicy policy, String password) {
    return missingComplexity(policy) == 0 && missingCharacters(policy, password) == 0;
  }

  ObjectNode json(PasswordPolicy policy, String password) {
    return Json.object()
        .put("has_lower_case", lower)
        .put("has_upper_case", upper)
        .put("has_digit", digit)
        .put("has_symbol", symbol)
        .put("missing_complexity", missingComplexity(policy))
        .put("missing_characters", missingCharacters(policy, password));
  }

  private int missingComplexity(PasswordPolicy policy) {
    long present = Stream.of(lower, upper, digit, symbol).filter(has -> has).count();
    return Math.max(0, policy.minimumComplexity() - (int) present);
  }

  private static int missingCharacters(PasswordPolicy policy, String password) {
    return Math.max(0, policy.minimumLength() - password.codePointCount(0, password.length()));
  }

  private static boolean isAsciiAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
