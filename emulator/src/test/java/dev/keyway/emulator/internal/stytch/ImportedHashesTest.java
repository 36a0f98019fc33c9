package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every form of hash that an import takes, by published vectors: of jBCrypt, RFC 1321, FIPS 180,
 * Argon2's reference implementation, RFC 7914 (scrypt, and PBKDF2 with SHA-256) and phpass. That of
 * PBKDF2 with SHA-512 is RFC 6070's first case with the other digest.
 */
@ExtendWith(EmulatorExtension.class)
class ImportedHashesTest {
  private final StytchClient stytch;

  ImportedHashesTest(World world) {
    this.stytch = new StytchClient(world);
    // Vectors are of passwords that everybody knows.
    world.stytch().configure(settings -> settings.breachDetection(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "abc | bcrypt | $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i | |",
        "abc | bcrypt | $2b$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i | |",
        "abc | bcrypt | $2y$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i | |",
        "abc | md_5 | 900150983cd24fb0d6963f7d28e17f72 | |",
        "abc | md_5 | 900150983CD24FB0D6963F7D28E17F72 | |",
        "bc | md_5 | 900150983cd24fb0d6963f7d28e17f72"
            + " | md_5 | {'prepend_salt':'a','append_salt':''}",
        "ab | md_5 | 900150983cd24fb0d6963f7d28e17f72"
            + " | md_5 | {'prepend_salt':'','append_salt':'c'}",
        "abc | sha_1 | a9993e364706816aba3e25717850c26c9cd0d89d | |",
        "b | sha_1 | a9993e364706816aba3e25717850c26c9cd0d89d"
            + " | sha_1 | {'prepend_salt':'a','append_salt':'c'}",
        "abc | sha_512 | ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f | |",
        "b | sha_512 | ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
            + " | sha_512 | {'prepend_salt':'a','append_salt':'c'}",
        "password | argon_2i | $argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
            + "$iekCn0Y3spW+sCcFanM2xBT63UP2sghkUoHLIUpWRS8 | |",
        "password | argon_2id | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
            + "$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4 | |",
        "password | argon_2id | $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ"
            + "$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc | |",
        "password | argon_2i | 89e9029f4637b295beb027056a7336c414fadd43f6b208645281cb214a56452f"
            + " | argon_2 | {'salt':'somesalt','iteration_amount':2,'memory':256,'threads':1,"
            + "'key_length':32}",
        "password | argon_2id | 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe"
            + " | argon_2 | {'salt':'somesalt','iteration_amount':2,'memory':256,'threads':1,"
            + "'key_length':32}",
        "password | scrypt | /bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWIurzDZLiKjiG/xCSedmDDaxyev"
            + "uUqD7m2DYMvfoswGQA== | scrypt | {'salt':'TmFDbA==','n_parameter':1024,"
            + "'r_parameter':8,'p_parameter':16,'key_length':64}",
        "password | scrypt | $scrypt$ln=10,r=8,p=16$TmFDbA$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0"
            + "s3MWIurzDZLiKjiG/xCSedmDDaxyevuUqD7m2DYMvfoswGQA | |",
        "passwd | pbkdf_2 | VawEblbjCJ/sFpHCJUS2BflBhSFt3gRl5oudV8INrLxJypzM8Xm2RZkWZLOdd+8xfHG4"
            + "RbHjC9UJESBB06GXgw== | pbkdf_2 | {'salt':'c2FsdA==','iteration_amount':1,"
            + "'key_length':64}",
        "Password | pbkdf_2 | TdzY9guYviGDDO5e8icB+WQaRBjQTAQUrv8Ih2s0q1ah1CWhIlgzVJrbhBtRybMXai"
            + "cr3ruh0HhHj2Kzl/M8jQ== | pbkdf_2 | {'salt':'TmFDbA==','iteration_amount':80000,"
            + "'key_length':64,'algorithm':'sha256'}",
        "password | pbkdf_2 | hn9wzxreAs/zdSWZo6U9xK80x6ZpgVrl1RNVThyM8lLALUcKKFoFAbrZmb/pQ8CPBQI1"
            + "19aLHaVeY/c7YKV/zg== | pbkdf_2 | {'salt':'c2FsdA==','iteration_amount':1,"
            + "'key_length':64,'algorithm':'sha512'}",
        "test12345 | phpass | $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0 | |",
        "test12345 | phpass | $H$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0 | |"
      })
  void itsPasswordSignsInAndNoOtherDoes(
      String password, String type, String hash, @Nullable String of, @Nullable String config)
      throws Exception {
    ObjectNode body = StytchClient.body("email", EMAIL, "hash_type", type, "hash", hash);
    if (of != null && config != null) {
      body.set(of + "_config", Json.read(config.replace('\'', '"')));
    }
    succeed(stytch.send("POST", "/v1/passwords/migrate", body));

    for (String wrong : new String[] {password + "x", password.toUpperCase(Locale.ROOT)}) {
      assertRefused(
          401,
          "unauthorized_credentials",
          stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", wrong));
    }
    succeed(stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", password));
  }

  /** No password has such a hash, so that its user could never sign in. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "bcrypt | $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0j"
            + " | invalid_bcrypt_hash",
        "bcrypt | $2x$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
            + " | invalid_bcrypt_hash",
        "bcrypt | $2a$03$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"
            + " | invalid_bcrypt_cost",
        "md_5 | 900150983cd24fb0d6963f7d28e17f7 | invalid_md_5_hash",
        "sha_1 | 900150983cd24fb0d6963f7d28e17f72 | invalid_sha_1_hash",
        "sha_512 | a9993e364706816aba3e25717850c26c9cd0d89d | invalid_sha_512_hash",
        "argon_2i | $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR | invalid_hash",
        "argon_2id | $argon2d$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR | invalid_hash",
        "argon_2id | $argon2id$v=19$m=256,t=0,p=1$c29tZXNhbHQ$nf65EOgLrQMR | invalid_hash",
        "scrypt | $scrypt$ln=0,r=8,p=1$TmFDbA$/bq+HJ00cgB4 | invalid_scrypt_parameters",
        "scrypt | $scrypt$ln=10,r=8$TmFDbA$/bq+HJ00cgB4 | invalid_hash",
        "pbkdf_2 | VawEblbjCJ/s | invalid_pbkdf_2_hash",
        "phpass | $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L2 | invalid_phpass_hash_format",
        "phpass | $P$5IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L | invalid_phpass_hash_format"
      })
  void oneThatNoPasswordHasIsRefused(String type, String hash, String error) throws Exception {
    assertRefused(
        400,
        error,
        stytch.post("/v1/passwords/migrate", "email", EMAIL, "hash_type", type, "hash", hash));
    assertRefused(
        404,
        "email_not_found",
        stytch.post("/v1/passwords/authenticate", "email", EMAIL, "password", "password"));
  }
}
