package dev.keyway.emulator.internal.stytch.password;

import dev.keyway.emulator.internal.password.Argon2;
import dev.keyway.emulator.internal.password.Bcrypt;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.password.Pbkdf2;
import dev.keyway.emulator.internal.password.Phpass;
import dev.keyway.emulator.internal.password.PlainDigest;
import dev.keyway.emulator.internal.password.Scrypt;
import dev.keyway.emulator.internal.stytch.protocol.BodyShape;
import dev.keyway.emulator.internal.stytch.protocol.Fields;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the hashes that {@code POST /v1/passwords/migrate} accepts. Each wrong part has an error of
 * its own.
 */
final class HashImport {
  /** What it refuses a hash with. */
  static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.INVALID_HASH_TYPE,
          StytchError.INVALID_HASH,
          StytchError.INVALID_BCRYPT_HASH,
          StytchError.INVALID_BCRYPT_COST,
          StytchError.INVALID_MD_5_HASH,
          StytchError.INVALID_SHA_1_HASH,
          StytchError.INVALID_SHA_512_HASH,
          StytchError.INVALID_ARGON_2_SALT,
          StytchError.INVALID_ARGON_2_ITERATION_AMOUNT,
          StytchError.INVALID_ARGON_2_MEMORY,
          StytchError.INVALID_ARGON_2_THREADS,
          StytchError.INVALID_ARGON_2_KEY_LENGTH,
          StytchError.ARGON_2_KEY_LENGTH_MISMATCH,
          StytchError.INVALID_SCRYPT_N_PARAMETER,
          StytchError.INVALID_SCRYPT_PARAMETERS,
          StytchError.INVALID_BASE64_SCRYPT_HASH,
          StytchError.INVALID_BASE64_SCRYPT_SALT,
          StytchError.SCRYPT_KEY_LENGTH_MISMATCH,
          StytchError.INVALID_PBKDF_2_HASH,
          StytchError.INVALID_PBKDF_2_SALT,
          StytchError.INVALID_PBKDF_2_ITERATION_AMOUNT,
          StytchError.INVALID_PBKDF_2_ALGORITHM,
          StytchError.PBKDF_2_KEY_LENGTH_MISMATCH,
          StytchError.INVALID_PHPASS_HASH_FORMAT,
          StytchError.INVALID_PHPASS_HASH_PREFIX);

  /** A check takes about 4 s at 16; more would let one request take the machine. */
  private static final int HIGHEST_BCRYPT_COST = 16;

  private static final Pattern PHC_SCRYPT =
      Pattern.compile(
          "\\$scrypt\\$ln=(\\d{1,2}),r=(\\d{1,2}),p=(\\d{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private static final BodyShape SALTS =
      BodyShape.required(BodyShape.Type.TEXT, "prepend_salt", "append_salt");
  private static final BodyShape ARGON2 =
      BodyShape.required(BodyShape.Type.TEXT, "salt")
          .andRequired(BodyShape.Type.WHOLE, "iteration_amount", "memory", "threads", "key_length");
  private static final BodyShape SCRYPT =
      BodyShape.required(BodyShape.Type.TEXT, "salt")
          .andRequired(
              BodyShape.Type.WHOLE, "n_parameter", "r_parameter", "p_parameter", "key_length");
  private static final BodyShape PBKDF2 =
      BodyShape.required(BodyShape.Type.TEXT, "salt")
          .andRequired(BodyShape.Type.WHOLE, "iteration_amount", "key_length")
          .and(BodyShape.Type.TEXT, "algorithm");

  private HashImport() {}

  /** Adds the fields that describe a hash. */
  static BodyShape describe(BodyShape shape) {
    return shape
        .andRequired(BodyShape.Type.TEXT, "hash", "hash_type")
        .and("md_5_config", SALTS)
        .and("sha_1_config", SALTS)
        .and("sha_512_config", SALTS)
        .and("argon_2_config", ARGON2)
        .and("scrypt_config", SCRYPT)
        .and("pbkdf_2_config", PBKDF2);
  }

  /** The hash in a body. */
  static PasswordHash read(Fields body) {
    String hash = body.text("hash");
    return switch (body.text("hash_type").toLowerCase(Locale.ROOT)) {
      case "bcrypt" -> bcrypt(hash);
      case "md_5" ->
          digest(
              PlainDigest.Function.MD5,
              hash,
              body.object("md_5_config"),
              StytchError.INVALID_MD_5_HASH);
      case "sha_1" ->
          digest(
              PlainDigest.Function.SHA1,
              hash,
              body.object("sha_1_config"),
              StytchError.INVALID_SHA_1_HASH);
      case "sha_512" ->
          digest(
              PlainDigest.Function.SHA512,
              hash,
              body.object("sha_512_config"),
              StytchError.INVALID_SHA_512_HASH);
      case "argon_2i" -> argon2(Argon2.Variant.I, hash, body.object("argon_2_config"));
      case "argon_2id" -> argon2(Argon2.Variant.ID, hash, body.object("argon_2_config"));
      case "scrypt" -> scrypt(hash, body.object("scrypt_config"));
      case "pbkdf_2" -> pbkdf2(hash, body.object("pbkdf_2_config"));
      case "phpass" -> phpass(hash);
      default -> throw StytchError.INVALID_HASH_TYPE.failure();
    };
  }

  private static PasswordHash bcrypt(String hash) {
    try {
      return Bcrypt.parse(hash, HIGHEST_BCRYPT_COST);
    } catch (PasswordHash.Malformed e) {
      boolean costIsWrong = String.valueOf(e.getMessage()).contains("cost");
      throw (costIsWrong ? StytchError.INVALID_BCRYPT_COST : StytchError.INVALID_BCRYPT_HASH)
          .failure();
    }
  }

  private static PasswordHash digest(
      PlainDigest.Function function, String hash, Optional<Fields> config, StytchError otherwise) {
    try {
      return PlainDigest.parse(
          function,
          hash,
          config.map(c -> c.text("prepend_salt")).orElse(""),
          config.map(c -> c.text("append_salt")).orElse(""));
    } catch (PasswordHash.Malformed e) {
      throw otherwise.failure();
    }
  }

  private static PasswordHash argon2(Argon2.Variant variant, String hash, Optional<Fields> config) {
    try {
      if (config.isEmpty()) {
        String prefix = variant == Argon2.Variant.ID ? "$argon2id$" : "$argon2i$";
        if (!hash.startsWith(prefix)) {
          throw StytchError.INVALID_HASH.failure();
        }
        return Argon2.parse(hash);
      }
      Fields parts = config.get();
      if (parts.text("salt").isEmpty()) {
        throw StytchError.INVALID_ARGON_2_SALT.failure();
      }
      int iterations =
          positive(parts, "iteration_amount", StytchError.INVALID_ARGON_2_ITERATION_AMOUNT);
      int memory = positive(parts, "memory", StytchError.INVALID_ARGON_2_MEMORY);
      int threads = positive(parts, "threads", StytchError.INVALID_ARGON_2_THREADS);
      int keyLength = positive(parts, "key_length", StytchError.INVALID_ARGON_2_KEY_LENGTH);
      byte[] raw = HexFormat.of().parseHex(hash.toLowerCase(Locale.ROOT));
      if (raw.length != keyLength) {
        throw StytchError.ARGON_2_KEY_LENGTH_MISMATCH.failure();
      }
      byte[] salt = parts.text("salt").getBytes(StandardCharsets.UTF_8);
      return Argon2.of(variant, salt, memory, iterations, threads, raw);
    } catch (PasswordHash.Malformed | IllegalArgumentException e) {
      throw StytchError.INVALID_HASH.failure();
    }
  }

  private static PasswordHash scrypt(String hash, Optional<Fields> config) {
    try {
      if (config.isEmpty()) {
        Matcher phc = PHC_SCRYPT.matcher(hash);
        if (!phc.matches()) {
          throw StytchError.INVALID_HASH.failure();
        }
        return Scrypt.of(
            Base64.getDecoder().decode(phc.group(4)),
            1 << Math.min(30, Integer.parseInt(phc.group(1))),
            Integer.parseInt(phc.group(2)),
            Integer.parseInt(phc.group(3)),
            Base64.getDecoder().decode(phc.group(5)));
      }
      Fields parts = config.get();
      byte[] raw = base64(hash, StytchError.INVALID_BASE64_SCRYPT_HASH);
      byte[] salt = base64(parts.text("salt"), StytchError.INVALID_BASE64_SCRYPT_SALT);
      int n = positive(parts, "n_parameter", StytchError.INVALID_SCRYPT_N_PARAMETER);
      if (n < 2 || Integer.bitCount(n) != 1) {
        throw StytchError.INVALID_SCRYPT_N_PARAMETER.failure();
      }
      int r = positive(parts, "r_parameter", StytchError.INVALID_SCRYPT_PARAMETERS);
      int p = positive(parts, "p_parameter", StytchError.INVALID_SCRYPT_PARAMETERS);
      if (raw.length != parts.whole("key_length").orElse(-1)) {
        throw StytchError.SCRYPT_KEY_LENGTH_MISMATCH.failure();
      }
      return Scrypt.of(salt, n, r, p, raw);
    } catch (PasswordHash.Malformed | IllegalArgumentException e) {
      throw StytchError.INVALID_SCRYPT_PARAMETERS.failure();
    }
  }

  private static PasswordHash pbkdf2(String hash, Optional<Fields> config) {
    Fields parts = config.orElseThrow(StytchError.INVALID_PBKDF_2_HASH::failure);
    byte[] raw = base64(hash, StytchError.INVALID_PBKDF_2_HASH);
    byte[] salt = base64(parts.text("salt"), StytchError.INVALID_PBKDF_2_SALT);
    int iterations =
        positive(parts, "iteration_amount", StytchError.INVALID_PBKDF_2_ITERATION_AMOUNT);
    Pbkdf2.Function function =
        switch (parts.optionalText("algorithm").orElse("sha256")) {
          case "sha256" -> Pbkdf2.Function.SHA256;
          case "sha512" -> Pbkdf2.Function.SHA512;
          default -> throw StytchError.INVALID_PBKDF_2_ALGORITHM.failure();
        };
    if (raw.length != parts.whole("key_length").orElse(-1)) {
      throw StytchError.PBKDF_2_KEY_LENGTH_MISMATCH.failure();
    }
    try {
      return Pbkdf2.of(function, salt, iterations, raw);
    } catch (PasswordHash.Malformed e) {
      throw StytchError.INVALID_PBKDF_2_HASH.failure();
    }
  }

  private static PasswordHash phpass(String hash) {
    if (!hash.startsWith("$P$") && !hash.startsWith("$H$")) {
      throw StytchError.INVALID_PHPASS_HASH_PREFIX.failure();
    }
    try {
      return Phpass.parse(hash);
    } catch (PasswordHash.Malformed e) {
      throw StytchError.INVALID_PHPASS_HASH_FORMAT.failure();
    }
  }

  private static int positive(Fields parts, String name, StytchError otherwise) {
    int value = parts.whole(name).orElse(0);
    if (value < 1) {
      throw otherwise.failure();
    }
    return value;
  }

  private static byte[] base64(String text, StytchError otherwise) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw otherwise.failure();
    }
  }
}
