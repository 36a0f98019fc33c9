package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.PASSWORD;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.PasswordPolicy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PasswordRoutesTest {
  private static final String SHA1_OF_PASSWORD = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";

  private final World world;
  private final StytchClient stytch;

  PasswordRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private Wire.Reply migrate(String hash, String type, Object... more) throws Exception {
    Object[] pairs = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"email", EMAIL, "hash", hash, "hash_type", type}, 0, pairs, 0, 6);
    System.arraycopy(more, 0, pairs, 6, more.length);
    return stytch.post("/v1/passwords/migrate", pairs);
  }

  private Wire.Reply signIn(String password) throws Exception {
    return stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", password);
  }

  @Test
  void aUserWithoutPasswordCannotSignInWithOne() throws Exception {
    succeed(stytch.post("/v1/users", "email", EMAIL));

    assertRefused(400, "no_user_password", signIn(PASSWORD));
    assertRefused(
        400, "duplicate_email", stytch.post("/v1/passwords", "email", EMAIL, "password", PASSWORD));
  }

  @Test
  void addressesCompareWithoutRegardToCase() throws Exception {
    stytch.signUp();

    succeed(
        stytch.post(
            "/v1/passwords/authenticate", "email", "ADA@Example.com", "password", PASSWORD));
  }

  @Test
  void anImportedHashIsCheckedWithItsOwnAlgorithm() throws Exception {
    world.stytch().configure(settings -> settings.breachDetection(false));

    JsonNode migrated = succeed(migrate(SHA1_OF_PASSWORD, "sha_1", "set_email_verified", true));

    assertTrue(migrated.path("user_created").booleanValue());
    assertTrue(migrated.at("/user/emails/0/verified").booleanValue());
    assertRefused(401, "unauthorized_credentials", signIn("Password"));
    succeed(signIn("password"));
    assertRefused(400, "password_already_exists", migrate(SHA1_OF_PASSWORD, "sha_1"));
  }

  @Test
  void saltsStandBeforeAndAfterThePassword() throws Exception {
    byte[] digest =
        MessageDigest.getInstance("MD5")
            .digest("saltsecret-pepper".getBytes(StandardCharsets.UTF_8));
    String hash = HexFormat.of().formatHex(digest);

    succeed(
        migrate(
            hash, "md_5", "md_5_config", body("prepend_salt", "salt", "append_salt", "-pepper")));

    succeed(signIn("secret"));
  }

  @Test
  void aPhpassHashFromItsReferenceImplementationIsKnown() throws Exception {
    succeed(migrate("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0", "phpass"));

    assertRefused(401, "unauthorized_credentials", signIn("test12346"));
    succeed(signIn("test12345"));
  }

  @Test
  void eachWrongPartOfAHashHasItsError() throws Exception {
    assertRefused(400, "invalid_hash_type", migrate("x", "rot13"));
    assertRefused(400, "invalid_bcrypt_hash", migrate("x", "bcrypt"));
    assertRefused(
        400,
        "invalid_bcrypt_cost",
        migrate("$2a$31$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i", "bcrypt"));
    assertRefused(400, "invalid_md_5_hash", migrate(SHA1_OF_PASSWORD, "md_5"));
    assertRefused(400, "invalid_sha_512_hash", migrate(SHA1_OF_PASSWORD, "sha_512"));
    assertRefused(400, "invalid_phpass_hash_prefix", migrate("$X$9", "phpass"));
    assertRefused(400, "invalid_phpass_hash_format", migrate("$P$9", "phpass"));
    assertRefused(400, "invalid_hash", migrate("x", "argon_2id"));
    assertRefused(400, "bad_request", migrate("x", "scrypt", "scrypt_config", body("salt", "a")));
    assertRefused(
        400,
        "invalid_pbkdf_2_algorithm",
        migrate(
            "AAAA",
            "pbkdf_2",
            "pbkdf_2_config",
            body("salt", "AAAA", "iteration_amount", 10, "key_length", 3, "algorithm", "md5")));
    assertRefused(
        400,
        "invalid_pbkdf_2_iteration_amount",
        migrate(
            "AAAA",
            "pbkdf_2",
            "pbkdf_2_config",
            body("salt", "AAAA", "iteration_amount", 10_000_001, "key_length", 3)));
    assertRefused(
        400,
        "argon_2_key_length_mismatch",
        migrate(
            "00ff",
            "argon_2i",
            "argon_2_config",
            body(
                "salt",
                "12345678",
                "iteration_amount",
                1,
                "memory",
                8,
                "threads",
                1,
                "key_length",
                16)));
  }

  @Test
  void zxcvbnJudgesByDefault() throws Exception {
    JsonNode weak = succeed(stytch.post("/v1/passwords/strength_check", "password", "abc123"));
    JsonNode strong = succeed(stytch.post("/v1/passwords/strength_check", "password", PASSWORD));

    assertFalse(weak.path("valid_password").booleanValue());
    assertTrue(weak.at("/feedback/suggestions").size() > 0);
    assertTrue(weak.at("/feedback/luds_requirements").isNull());
    assertTrue(strong.path("valid_password").booleanValue());
    assertEquals("zxcvbn", strong.path("strength_policy").textValue());
  }

  @Test
  void ludsCountsLengthAndClasses() throws Exception {
    world.stytch().configure(settings -> settings.passwordPolicy(PasswordPolicy.luds(8, 3)));

    JsonNode report = succeed(stytch.post("/v1/passwords/strength_check", "password", "abc12"));

    assertFalse(report.path("valid_password").booleanValue());
    assertEquals(0, report.path("score").intValue());
    assertEquals(1, report.at("/feedback/luds_requirements/missing_complexity").intValue());
    assertEquals(3, report.at("/feedback/luds_requirements/missing_characters").intValue());
    assertEquals("", report.at("/feedback/warning").textValue());
    succeed(stytch.post("/v1/passwords", "email", EMAIL, "password", "Abcdef12"));
  }

  @Test
  void breachesCountOnlyTogetherWithAnAddress() throws Exception {
    String breached = "correct horse battery staple";

    JsonNode without = succeed(stytch.post("/v1/passwords/strength_check", "password", breached));
    JsonNode with =
        succeed(stytch.post("/v1/passwords/strength_check", "password", breached, "email", EMAIL));

    assertTrue(without.path("valid_password").booleanValue());
    assertTrue(with.path("breached_password").booleanValue());
    assertFalse(with.path("valid_password").booleanValue());
    assertRefused(
        400,
        "breached_password",
        stytch.post("/v1/passwords", "email", EMAIL, "password", breached));
  }
}
