package dev.keyway.emulator.stackauth;

import java.util.Locale;
import java.util.Optional;

/** On whose behalf a request comes. */
enum AccessType {
  CLIENT,
  SERVER,
  ADMIN;

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<AccessType> named(String wireName) {
    for (AccessType type : values()) {
      if (type.wireName().equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
