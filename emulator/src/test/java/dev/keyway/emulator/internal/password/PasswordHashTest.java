package dev.keyway.emulator.internal.password;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.random.Randomness;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** The same bytes as another implementation gives, whatever the password's characters. */
  @ParameterizedTest
  @EnumSource(Pbkdf2.Function.class)
  void pbkdf2TakesEveryPassword(Pbkdf2.Function function) throws Exception {
    Digest digest = function == Pbkdf2.Function.SHA256 ? new SHA256Digest() : new SHA512Digest();
    for (String password :
        List.of(
            "",
            "a",
            "horse",
            "p\u00e4ss\u4e16",
            "\ud83d\udd11",
            "\ud83d",
            "x".repeat(200),
            "\u0000")) {
      for (int length : new int[] {1, 20, 32, 64, 100}) {
        for (byte[] salt : List.of(new byte[0], new byte[1], bytes("salt"), new byte[64])) {
          PKCS5S2ParametersGenerator other = new PKCS5S2ParametersGenerator(digest);
          other.init(password.getBytes(StandardCharsets.UTF_8), salt, 3);
          byte[] key = ((KeyParameter) other.generateDerivedParameters(length * 8)).getKey();
          assertTrue(Pbkdf2.of(function, salt, 3, key).matches(password), password);
          // A key of one byte is another password's in one of 256 cases.
          assertTrue(length == 1 || !Pbkdf2.of(function, salt, 3, key).matches(password + "x"));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$2a$04$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0j",
        "$2a$04$If6bvum7DFjUnE9p2uDeDv0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
      })
  void aBcryptHashThatNoPasswordHasIsNone(String hash) throws Exception {
    Bcrypt.parse("$2a$04$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i", 4);
    assertThrows(PasswordHash.Malformed.class, () -> Bcrypt.parse(hash, 4));
  }

  @Test
  void aPhpassHashThatNoPasswordHasIsNone() throws Exception {
    Phpass.parse("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0");
    assertThrows(
        PasswordHash.Malformed.class, () -> Phpass.parse("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L2"));
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
