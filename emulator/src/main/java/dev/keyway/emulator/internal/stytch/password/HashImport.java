package dev.keyway.emulator.internal.stytch.password;

import dev.keyway.emulator.internal.password.Argon2;
import dev.keyway.emulator.internal.password.Bcrypt;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.password.Pbkdf2;
import dev.keyway.emulator.internal.password.Phpass;
import dev.keyway.emulator.internal.password.PlainDigest;
import dev.keyway.emulator.internal.password.Scrypt;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
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
          StytchError.INVALID_SCRYPT_SALT_LENGTH,
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

  private static final Field<String> HASH = Field.text("hash");
  private static final Field<String> HASH_TYPE = Field.text("hash_type");

  private static final Field<String> PREPEND_SALT = Field.text("prepend_salt");
  private static final Field<String> APPEND_SALT = Field.text("append_salt");
  private static final ObjectType SALTS =
      ObjectType.of(PREPEND_SALT.required(), APPEND_SALT.required());
  private static final Field<Values> MD5 = Field.of("md_5_config", SALTS);
  private static final Field<Values> SHA1 = Field.of("sha_1_config", SALTS);
  private static final Field<Values> SHA512 = Field.of("sha_512_config", SALTS);

  private static final Field<String> SALT = Field.text("salt");
  private static final Field<BigDecimal> ITERATIONS = Bodies.whole("iteration_amount");
  private static final Field<BigDecimal> KEY_LENGTH = Bodies.whole("key_length");
  private static final Field<BigDecimal> MEMORY = Bodies.whole("memory");
  private static final Field<BigDecimal> THREADS = Bodies.whole("threads");
  private static final Field<Values> ARGON2 =
      Field.of(
          "argon_2_config",
          ObjectType.of(
              SALT.required(),
              ITERATIONS.required(),
              MEMORY.required(),
              THREADS.required(),
              KEY_LENGTH.required()));

  private static final Field<BigDecimal> N = Bodies.whole("n_parameter");
  private static final Field<BigDecimal> R = Bodies.whole("r_parameter");
  private static final Field<BigDecimal> P = Bodies.whole("p_parameter");
  private static final Field<Values> SCRYPT =
      Field.of(
          "scrypt_config",
          ObjectType.of(
              SALT.required(), N.required(), R.required(), P.required(), KEY_LENGTH.required()));

  private static final Field<String> ALGORITHM = Field.text("algorithm");
  private static final Field<Values> PBKDF2 =
      Field.of(
          "pbkdf_2_config",
          ObjectType.of(SALT.required(), ITERATIONS.required(), KEY_LENGTH.required(), ALGORITHM));

  /** What describes a hash. */
  static final List<Field<?>> FIELDS =
      List.of(HASH.required(), HASH_TYPE.required(), MD5, SHA1, SHA512, ARGON2, SCRYPT, PBKDF2);

  private HashImport() {}

  /** The hash in a body. */
  static PasswordHash read(Values body) {
    String hash = body.get(HASH);
    return switch (body.get(HASH_TYPE).toLowerCase(Locale.ROOT)) {
      case "bcrypt" -> bcrypt(hash);
      case "md_5" ->
          digest(PlainDigest.Function.MD5, hash, body.find(MD5), StytchError.INVALID_MD_5_HASH);
      case "sha_1" ->
          digest(PlainDigest.Function.SHA1, hash, body.find(SHA1), StytchError.INVALID_SHA_1_HASH);
      case "sha_512" ->
          digest(
              PlainDigest.Function.SHA512,
              hash,
              body.find(SHA512),
              StytchError.INVALID_SHA_512_HASH);
      case "argon_2i" -> argon2(Argon2.Variant.I, hash, body.find(ARGON2));
      case "argon_2id" -> argon2(Argon2.Variant.ID, hash, body.find(ARGON2));
      case "scrypt" -> scrypt(hash, body.find(SCRYPT));
      case "pbkdf_2" -> pbkdf2(hash, body.find(PBKDF2));
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
      PlainDigest.Function function, String hash, Optional<Values> config, StytchError otherwise) {
    try {
      return PlainDigest.parse(
          function,
          hash,
          config.map(c -> c.get(PREPEND_SALT)).orElse(""),
          config.map(c -> c.get(APPEND_SALT)).orElse(""));
    } catch (PasswordHash.Malformed e) {
      throw otherwise.failure();
    }
  }

  private static PasswordHash argon2(Argon2.Variant variant, String hash, Optional<Values> config) {
    try {
      if (config.isEmpty()) {
        String prefix = variant == Argon2.Variant.ID ? "$argon2id$" : "$argon2i$";
        if (!hash.startsWith(prefix)) {
          throw StytchError.INVALID_HASH.failure();
        }
        return Argon2.parse(hash);
      }
      Values parts = config.get();
      if (parts.get(SALT).isEmpty()) {
        throw StytchError.INVALID_ARGON_2_SALT.failure();
      }
      int iterations = positive(parts, ITERATIONS, StytchError.INVALID_ARGON_2_ITERATION_AMOUNT);
      int memory = positive(parts, MEMORY, StytchError.INVALID_ARGON_2_MEMORY);
      int threads = positive(parts, THREADS, StytchError.INVALID_ARGON_2_THREADS);
      int keyLength = positive(parts, KEY_LENGTH, StytchError.INVALID_ARGON_2_KEY_LENGTH);
      if (memory > Argon2.HIGHEST_MEMORY_KIB) {
        throw StytchError.INVALID_ARGON_2_MEMORY.failure();
      }
      if (iterations > Argon2.mostIterations(memory)) {
        throw StytchError.INVALID_ARGON_2_ITERATION_AMOUNT.failure();
      }
      if (threads > Argon2.MOST_LANES) {
        throw StytchError.INVALID_ARGON_2_THREADS.failure();
      }
      if (keyLength < Argon2.SHORTEST_HASH) {
        throw StytchError.INVALID_ARGON_2_KEY_LENGTH.failure();
      }
      byte[] raw = HexFormat.of().parseHex(hash.toLowerCase(Locale.ROOT));
      if (raw.length != keyLength) {
        throw StytchError.ARGON_2_KEY_LENGTH_MISMATCH.failure();
      }
      byte[] salt = parts.get(SALT).getBytes(StandardCharsets.UTF_8);
      return Argon2.of(variant, salt, memory, iterations, threads, raw);
    } catch (PasswordHash.Malformed | IllegalArgumentException e) {
      throw StytchError.INVALID_HASH.failure();
    }
  }

  private static PasswordHash scrypt(String hash, Optional<Values> config) {
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
      Values parts = config.get();
      byte[] raw = base64(hash, StytchError.INVALID_BASE64_SCRYPT_HASH);
      byte[] salt = base64(parts.get(SALT), StytchError.INVALID_BASE64_SCRYPT_SALT);
      if (salt.length == 0) {
        throw StytchError.INVALID_SCRYPT_SALT_LENGTH.failure();
      }
      int n = positive(parts, N, StytchError.INVALID_SCRYPT_N_PARAMETER);
      if (n < 2 || n > Scrypt.HIGHEST_N || Integer.bitCount(n) != 1) {
        throw StytchError.INVALID_SCRYPT_N_PARAMETER.failure();
      }
      int r = positive(parts, R, StytchError.INVALID_SCRYPT_PARAMETERS);
      int p = positive(parts, P, StytchError.INVALID_SCRYPT_PARAMETERS);
      if (raw.length != Bodies.whole(parts, KEY_LENGTH).orElse(-1)) {
        throw StytchError.SCRYPT_KEY_LENGTH_MISMATCH.failure();
      }
      return Scrypt.of(salt, n, r, p, raw);
    } catch (PasswordHash.Malformed | IllegalArgumentException e) {
      throw StytchError.INVALID_SCRYPT_PARAMETERS.failure();
    }
  }

  private static PasswordHash pbkdf2(String hash, Optional<Values> config) {
    Values parts = config.orElseThrow(StytchError.INVALID_PBKDF_2_HASH::failure);
    byte[] raw = base64(hash, StytchError.INVALID_PBKDF_2_HASH);
    byte[] salt = base64(parts.get(SALT), StytchError.INVALID_PBKDF_2_SALT);
    int iterations = positive(parts, ITERATIONS, StytchError.INVALID_PBKDF_2_ITERATION_AMOUNT);
    Pbkdf2.Function function =
        switch (parts.find(ALGORITHM).orElse("sha256")) {
          case "sha256" -> Pbkdf2.Function.SHA256;
          case "sha512" -> Pbkdf2.Function.SHA512;
          default -> throw StytchError.INVALID_PBKDF_2_ALGORITHM.failure();
        };
    if (raw.length != Bodies.whole(parts, KEY_LENGTH).orElse(-1)) {
      throw StytchError.PBKDF_2_KEY_LENGTH_MISMATCH.failure();
    }
    try {
      return Pbkdf2.of(function, salt, iterations, raw);
    } catch (PasswordHash.Malformed e) {
      boolean iterationsAreWrong = String.valueOf(e.getMessage()).contains("iterations");
      throw (iterationsAreWrong
              ? StytchError.INVALID_PBKDF_2_ITERATION_AMOUNT
              : StytchError.INVALID_PBKDF_2_HASH)
          .failure();
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

  private static int positive(Values parts, Field<BigDecimal> field, StytchError otherwise) {
    int value = Bodies.whole(parts, field).orElse(0);
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
