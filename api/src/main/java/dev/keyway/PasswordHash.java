package dev.keyway;

import java.util.Map;

/**
 * A password's hash from another system.
 *
 * @param format how it was made
 * @param hash the hash in the format's own text form
 * @param parameters what the format needs beside the hash, by name: {@code prependSalt}, {@code
 *     appendSalt} (digests, either may be absent); {@code salt}, {@code iterations}, {@code
 *     memory}, {@code threads}, {@code keyLength} (Argon2 in hexadecimal); {@code salt}, {@code n},
 *     {@code r}, {@code p}, {@code keyLength} (scrypt); {@code salt}, {@code iterations}, {@code
 *     keyLength}, {@code algorithm} (PBKDF2). The salts of scrypt and PBKDF2 are in base64
 */
public record PasswordHash(Format format, Secret hash, Map<String, String> parameters) {

  /** How a hash was made. */
  public enum Format {
    /** Modular crypt form, {@code $2a$}, {@code $2b$} or {@code $2y$}. */
    BCRYPT,
    /** Encoded {@code $argon2i$…} form, or hexadecimal with parameters. */
    ARGON2I,
    /** Encoded {@code $argon2id$…} form, or hexadecimal with parameters. */
    ARGON2ID,
    /** Encoded {@code $scrypt$…} form, or base64 with parameters (RFC 7914). */
    SCRYPT,
    /** Base64, with parameters (RFC 8018). */
    PBKDF2,
    /** Hexadecimal. */
    MD5,
    /** Hexadecimal. */
    SHA1,
    /** Hexadecimal. */
    SHA512,
    /** Portable form, {@code $P$} or {@code $H$}. */
    PHPASS
  }

  /** All are required; the parameters may be empty. */
  public PasswordHash {
    Arguments.notNull(format, "format");
    Arguments.notNull(hash, "hash");
    parameters = Arguments.copyMap(parameters, "parameters");
  }

  /** A bcrypt hash. */
  public static PasswordHash bcrypt(String hash) {
    return new PasswordHash(Format.BCRYPT, Secret.of(hash), Map.of());
  }

  /** The format only. */
  @Override
  public String toString() {
    return "PasswordHash[" + format + "]";
  }
}
