package dev.keyway.emulator.internal.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Vectors are the published ones of each algorithm. */
class PasswordHashTest {
  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertKnows(PasswordHash hash, String password) {
    assertTrue(hash.matches(password));
    assertFalse(hash.matches(password + "x"));
    assertFalse(hash.matches(""));
  }

  @Test
  void ownHashesAreSalted() {
    Randomness random = new Randomness(new SecureRandom());

    assertKnows(SaltedSha256.of("correct horse", random), "correct horse");
  }

  @Test
  void bcryptFromItsReferenceImplementation() throws Exception {
    String hash = "$2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe";

    assertFalse(Bcrypt.parse(hash, 16).matches("b"));
    assertKnows(
        Bcrypt.parse("$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i", 16), "abc");
  }

  @Test
  void aBcryptCostThatWouldTakeForEverIsRefused() {
    String costly = "$2a$31$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i";

    assertThrows(PasswordHash.Malformed.class, () -> Bcrypt.parse(costly, 16));
  }

  @Test
  void scryptFromRfc7914() throws Exception {
    byte[] expected =
        hex(
            "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                + "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640");

    assertKnows(Scrypt.of(bytes("NaCl"), 1024, 8, 16, expected), "password");
  }

  @Test
  void pbkdf2FromRfc7914() throws Exception {
    byte[] expected =
        hex(
            "55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc"
                + "49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783");

    assertKnows(Pbkdf2.of(Pbkdf2.Function.SHA256, bytes("salt"), 1, expected), "passwd");
  }

  @Test
  void argon2idFromItsReferenceImplementation() throws Exception {
    assertKnows(
        Argon2.parse(
            "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"),
        "password");
  }

  @Test
  void saltsOfPlainDigestsStandAroundThePassword() throws Exception {
    assertKnows(
        PlainDigest.parse(PlainDigest.Function.MD5, "900150983CD24FB0D6963F7D28E17F72", "a", "c"),
        "b");
    assertKnows(
        PlainDigest.parse(
            PlainDigest.Function.SHA1, "a9993e364706816aba3e25717850c26c9cd0d89d", "", ""),
        "abc");
  }

  @Test
  void aDigestOfAnotherLengthIsRefused() {
    assertThrows(
        PasswordHash.Malformed.class,
        () -> PlainDigest.parse(PlainDigest.Function.SHA512, "00ff", "", ""));
  }
}
