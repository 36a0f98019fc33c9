package dev.keyway.providers.stytch;

import dev.keyway.PasswordHash;
import dev.keyway.providers.stytch.rules.Checks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that Stytch has for hash formats and their parameters. */
final class PasswordHashes {

  private static final Map<String, String> SALTED =
      Map.of("prependSalt", "prepend_salt", "appendSalt", "append_salt");
  private static final Map<String, String> ARGON2 =
      Map.of(
          "salt", "salt",
          "iterations", "iteration_amount",
          "memory", "memory",
          "threads", "threads",
          "keyLength", "key_length");
  private static final Map<String, String> SCRYPT =
      Map.of(
          "salt", "salt",
          "n", "n_parameter",
          "r", "r_parameter",
          "p", "p_parameter",
          "keyLength", "key_length");
  private static final Map<String, String> PBKDF2 =
      Map.of(
          "salt", "salt",
          "iterations", "iteration_amount",
          "keyLength", "key_length",
          "algorithm", "algorithm");
  private static final Set<String> TEXTS = Set.of("prependSalt", "appendSalt", "salt", "algorithm");

  private PasswordHashes() {}

  static String type(PasswordHash hash) {
    return switch (hash.format()) {
      case BCRYPT -> "bcrypt";
      case ARGON2I -> "argon_2i";
      case ARGON2ID -> "argon_2id";
      case SCRYPT -> "scrypt";
      case PBKDF2 -> "pbkdf_2";
      case MD5 -> "md_5";
      case SHA1 -> "sha_1";
      case SHA512 -> "sha_512";
      case PHPASS -> "phpass";
    };
  }

  /** Null when the format has no parameters or none are given. */
  static @Nullable Map<String, Object> config(PasswordHash hash) {
    Map<String, String> names = names(hash);
    hash.parameters()
        .keySet()
        .forEach(
            name -> {
              if (!names.containsKey(name)) {
                throw Checks.invalidArgument("hash", "has the unknown parameter " + name);
              }
            });
    Map<String, Object> config = new LinkedHashMap<>();
    hash.parameters().forEach((name, value) -> config.put(names.get(name), value(name, value)));
    if (hash.format() == PasswordHash.Format.PBKDF2) {
      config.putIfAbsent("algorithm", "sha256");
    }
    boolean needed = names != SALTED && !names.isEmpty();
    for (String name : names.keySet()) {
      if (needed && !config.containsKey(names.get(name))) {
        throw Checks.invalidArgument("hash", "lacks the parameter " + name);
      }
    }
    if (names == SALTED && !config.isEmpty()) {
      SALTED.values().forEach(name -> config.putIfAbsent(name, ""));
    }
    return config.isEmpty() ? null : config;
  }

  private static Map<String, String> names(PasswordHash hash) {
    // The encoded forms hold their parameters themselves.
    boolean encoded = hash.hash().reveal().startsWith("$");
    return switch (hash.format()) {
      case BCRYPT, PHPASS -> Map.of();
      case MD5, SHA1, SHA512 -> SALTED;
      case ARGON2I, ARGON2ID -> encoded ? Map.of() : ARGON2;
      case SCRYPT -> encoded ? Map.of() : SCRYPT;
      case PBKDF2 -> PBKDF2;
    };
  }

  private static Object value(String name, String text) {
    if (TEXTS.contains(name)) {
      return text;
    }
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw Checks.invalidArgument("hash", "has the parameter " + name + ", which is no number");
    }
  }
}
