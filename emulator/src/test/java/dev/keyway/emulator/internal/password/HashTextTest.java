package dev.keyway.emulator.internal.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of hash as text, and back. */
class HashTextTest {
  private static final String PASSWORD = "a tall tree grows slowly";
  private static final byte[] SALT = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @Test
  void aHashOfTheEmulatorsOwn() throws Exception {
    check(SaltedSha256.of(PASSWORD, SALT));
  }

  @Test
  void bcrypt() throws Exception {
    check(HashText.parse("$2b$04$.OeNDfyiIxG3OCbMTTvhYeSsQS8bQtXx8aOUi1m9ioauDcz/tk3NS"));
  }

  @Test
  void scrypt() throws Exception {
    byte[] hash = SCrypt.generate(PASSWORD.getBytes(StandardCharsets.UTF_8), SALT, 16, 8, 1, 32);
    check(Scrypt.of(SALT, 16, 8, 1, hash));
  }

  @Test
  void aPlainDigestWithSaltsAroundIt() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-512")
            .digest(("ü$" + PASSWORD + "+").getBytes(StandardCharsets.UTF_8));
    String hex = HexFormat.of().formatHex(digest);
    check(PlainDigest.parse(PlainDigest.Function.SHA512, hex, "ü$", "+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // From the reference implementation, RFC 7914 section 11 and the phpass test program.
        "$argon2id$v=19$m=64,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$YWJjZGVmZ2hpamtsbW5vcA",
        "$argon2i$v=19$m=8,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$YWJjZGVmZ2hpamtsbW5vcA",
        "$scrypt$ln=4,r=8,p=1$MDEyMw$YWJjZGVmZ2hpamtsbW5vcA",
        "$pbkdf2-sha256$i=1000$MDEyMw$YWJjZGVmZ2hpamtsbW5vcA",
        "$pbkdf2-sha512$i=1$$YWJj",
        "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "$H$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "$keyway-md5$$MDEyMw$5f4dcc3b5aa765d61d8327deb882cf99",
        "$keyway-sha1$$$5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8"
      })
  void theTextOfAHashIsTheTextItCameFrom(String text) throws Exception {
    assertEquals(text, HashText.parse(text).text());
  }

  @Test
  void aKnownVectorStillMatches() throws Exception {
    assertTrue(HashText.parse("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0").matches("test12345"));
    assertTrue(
        HashText.parse("$keyway-sha1$$$5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8")
            .matches("password"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$",
        "plain",
        "$2b$99$.OeNDfyiIxG3OCbMTTvhYeSsQS8bQtXx8aOUi1m9ioauDcz/tk3NS",
        "$scrypt$ln=40,r=8,p=1$MDEyMw$YWJj",
        "$scrypt$ln=4,r=8,p=1$MDEyMw$A",
        "$pbkdf2-sha256$i=0$MDEyMw$YWJj",
        "$keyway-sha256$MDEyMw$YWJj",
        "$keyway-md5$$$00",
        "$keyway-md4$$$00"
      })
  void whatIsNoHashIsRefusedAndNotQuoted(String text) {
    PasswordHash.Malformed e =
        assertThrows(PasswordHash.Malformed.class, () -> HashText.parse(text));
    assertFalse(text.length() > 3 && String.valueOf(e.getMessage()).contains(text));
  }

  private static void check(PasswordHash hash) throws PasswordHash.Malformed {
    PasswordHash again = HashText.parse(hash.text());
    assertEquals(hash.text(), again.text());
    assertTrue(again.matches(PASSWORD));
    assertFalse(again.matches(PASSWORD + "!"));
  }
}
