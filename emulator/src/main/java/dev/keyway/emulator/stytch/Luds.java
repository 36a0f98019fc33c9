package dev.keyway.emulator.stytch;

import java.util.stream.Stream;

/** Lower case, upper case, digits, symbols. Letters beyond a–z count as symbols, as documented. */
final class Luds {
  private Luds() {}

  /** How many of the four classes a password has. */
  static int classes(String password) {
    return (int)
        Stream.of(lower(password), upper(password), digit(password), symbol(password))
            .filter(has -> has)
            .count();
  }

  static boolean lower(String password) {
    return password.chars().anyMatch(c -> c >= 'a' && c <= 'z');
  }

  static boolean upper(String password) {
    return password.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
  }

  static boolean digit(String password) {
    return password.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  static boolean symbol(String password) {
    return !password.chars().allMatch(Luds::letterOrDigit);
  }

  private static boolean letterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
