package dev.keyway.emulator.internal.password;

/**
 * How to check whether somebody knows a password. Passwords that are set in the emulator use {@link
 * SaltedSha256}, because the providers' real bcrypt takes some 60 ms and would dominate every test;
 * imported hashes are checked with their own algorithm.
 */
public sealed interface PasswordHash
    permits SaltedSha256, Bcrypt, Argon2, Scrypt, Pbkdf2, Phpass, PlainDigest {

  /** Whether {@code attempt} is the password. Takes the same time whether or not it is. */
  boolean matches(String attempt);

  /** Whether checking an attempt may take as long as a hundred other requests. */
  default boolean isSlow() {
    return true;
  }

  /** The whole of it as one text, which {@link HashText#parse} reads: as secret as it is. */
  String text();

  /** Thrown when an imported hash is not in the form its algorithm demands. Never quotes it. */
  final class Malformed extends Exception {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }
}
