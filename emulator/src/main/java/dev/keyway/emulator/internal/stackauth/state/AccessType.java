package dev.keyway.emulator.internal.stackauth.state;

import java.util.Locale;
import java.util.Optional;

/** On whose behalf a request comes. */
public enum AccessType {
  CLIENT,
  SERVER,
  ADMIN;

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AccessType> named(String wireName) {
    for (AccessType type : values()) {
      if (type.wireName().equals(wireName)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
