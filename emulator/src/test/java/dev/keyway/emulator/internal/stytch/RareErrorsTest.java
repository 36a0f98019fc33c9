package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.PASSWORD;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.http.FormValues;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.RedirectPurpose;
import java.net.URI;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Errors that no application meets in its daily work, each provoked once. */
@ExtendWith(EmulatorExtension.class)
class RareErrorsTest {
  private final World world;
  private final StytchClient stytch;

  RareErrorsTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private static JsonNode json(String quoted) throws Exception {
    return Json.read(quoted.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sha_1    | xyz  |                 |    | invalid_sha_1_hash",
        "argon_2id | ab | argon_2_config"
            + " | {'salt':'','iteration_amount':1,'memory':8,'threads':1,'key_length':1}"
            + " | invalid_argon_2_salt",
        "argon_2id | ab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':0,'memory':8,'threads':1,'key_length':1}"
            + " | invalid_argon_2_iteration_amount",
        "argon_2id | ab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':1,'memory':0,'threads':1,'key_length':1}"
            + " | invalid_argon_2_memory",
        "argon_2id | ab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':1,'memory':8,'threads':0,'key_length':1}"
            + " | invalid_argon_2_threads",
        "argon_2id | ab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':1,'memory':8,'threads':1,'key_length':0}"
            + " | invalid_argon_2_key_length",
        "scrypt | ? | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':2,'r_parameter':1,'p_parameter':1,'key_length':1}"
            + " | invalid_base64_scrypt_hash",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'?','n_parameter':2,'r_parameter':1,'p_parameter':1,'key_length':1}"
            + " | invalid_base64_scrypt_salt",
        "argon_2id | ab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':1,'memory':1048577,'threads':1,'key_length':1}"
            + " | invalid_argon_2_memory",
        "argon_2id | abcdef | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':1,'memory':8,'threads':1,'key_length':3}"
            + " | invalid_argon_2_key_length",
        "argon_2id | abcdefab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':2147483647,'memory':1024,'threads':1,'key_length':4}"
            + " | invalid_argon_2_iteration_amount",
        "argon_2id | abcdefab | argon_2_config"
            + " | {'salt':'saltsalt','iteration_amount':1,'memory':4096,'threads':16777216,'key_length':4}"
            + " | invalid_argon_2_threads",
        "argon_2id | $argon2id$v=19$m=262144,t=9999,p=1$c2FsdHNhbHQ$AAAAAAAA |  | | invalid_hash",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':65536,'r_parameter':1,'p_parameter':1,'key_length':1}"
            + " | invalid_scrypt_parameters",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':262144,'r_parameter':32,'p_parameter':1,'key_length':1}"
            + " | invalid_scrypt_parameters",
        "scrypt | $scrypt$ln=18,r=8,p=16$AAAA$AAAA |  | | invalid_scrypt_parameters",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'','n_parameter':2,'r_parameter':1,'p_parameter':1,'key_length':1}"
            + " | invalid_scrypt_salt_length",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':524288,'r_parameter':1,'p_parameter':1,'key_length':1}"
            + " | invalid_scrypt_n_parameter",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':3,'r_parameter':1,'p_parameter':1,'key_length':1}"
            + " | invalid_scrypt_n_parameter",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':2,'r_parameter':0,'p_parameter':1,'key_length':1}"
            + " | invalid_scrypt_parameters",
        "scrypt | YQ== | scrypt_config"
            + " | {'salt':'c2FsdA==','n_parameter':2,'r_parameter':1,'p_parameter':1,'key_length':2}"
            + " | scrypt_key_length_mismatch",
        "pbkdf_2 | ? | pbkdf_2_config"
            + " | {'salt':'c2FsdA==','iteration_amount':1,'key_length':1}"
            + " | invalid_pbkdf_2_hash",
        "pbkdf_2 | YQ== | pbkdf_2_config"
            + " | {'salt':'?','iteration_amount':1,'key_length':1}"
            + " | invalid_pbkdf_2_salt",
        "pbkdf_2 | YQ== | pbkdf_2_config"
            + " | {'salt':'c2FsdA==','iteration_amount':1,'key_length':2}"
            + " | pbkdf_2_key_length_mismatch"
      })
  void ofHashes(String type, String hash, String config, String value, String error)
      throws Exception {
    Wire.Reply reply =
        config == null
            ? stytch.post("/v1/passwords/migrate", "email", EMAIL, "hash_type", type, "hash", hash)
            : stytch.post(
                "/v1/passwords/migrate",
                "email",
                EMAIL,
                "hash_type",
                type,
                "hash",
                hash,
                config,
                json(value));
    assertRefused(400, error, reply);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'filter_name':'created_at_between','filter_value':1} | user_search_expected_object",
        "{'filter_name':'status','filter_value':1}             | user_search_expected_string",
        "{'filter_name':'status','filter_value':'x'} | user_search_invalid_status_filter",
        "{'filter_name':1,'filter_value':1} | user_search_filter_name_must_be_string",
        "{'filter_value':1}                 | user_search_missing_filter_name",
        "{'filter_name':'status'}           | user_search_missing_filter_value",
        "{'filter_name':'full_name_fuzzy','filter_value':'ad'}"
            + " | user_search_full_name_fuzzy_too_short",
        "{'filter_name':'phone_number_fuzzy','filter_value':'1'}"
            + " | user_search_phone_number_fuzzy_too_short",
        "{'filter_name':'oauth_provider','filter_value':['none']}"
            + " | user_search_invalid_oauth_provider_filter",
        "{'filter_name':'user_id','filter_value':"
            + "['user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd','own-1']}"
            + " | user_search_cannot_mix_internal_and_external_user_ids"
      })
  void ofSearches(String operand, String error) throws Exception {
    assertRefused(400, error, search(json("[" + operand + "]")));
  }

  private Wire.Reply search(JsonNode operands) throws Exception {
    return stytch.post(
        "/v1/users/search", "query", StytchClient.body("operator", "AND", "operands", operands));
  }

  @Test
  void ofASearchForTooMany() throws Exception {
    String ids = String.join("','", Collections.nCopies(101, "own"));
    assertRefused(
        400,
        "user_search_maximum_filter_value_count_exceeded",
        search(json("[{'filter_name':'email_id','filter_value':['" + ids + "']}]")));
  }

  /** The work of a check is its iterations for each block of the hash. */
  @Test
  void ofHashesThatAreTooLongForTheirIterations() throws Exception {
    String hash = Base64.getEncoder().encodeToString(new byte[1024]);
    assertRefused(
        400,
        "invalid_pbkdf_2_iteration_amount",
        stytch.post(
            "/v1/passwords/migrate",
            "email",
            EMAIL,
            "hash_type",
            "pbkdf_2",
            "hash",
            hash,
            "pbkdf_2_config",
            json(
                "{'salt':'c2FsdA==','iteration_amount':1000000,'key_length':1024,"
                    + "'algorithm':'sha256'}")));
  }

  @Test
  void ofTemplatesThatTheProjectDoesNotHave() throws Exception {
    assertRefused(
        404,
        "email_template_not_found",
        stytch.post(
            "/v1/magic_links/email/login_or_create", "email", EMAIL, "login_template_id", "none"));
  }

  @Test
  void ofRedirectsWhereNoneIsRegistered() throws Exception {
    succeed(stytch.post("/v1/passwords", "email", EMAIL, "password", PASSWORD));
    world
        .stytch()
        .configure(
            settings -> {
              for (RedirectPurpose purpose : RedirectPurpose.values()) {
                settings.redirectUrls(purpose);
              }
              return settings;
            });
    String url = "http://localhost:3000/x";
    String link = "/v1/magic_links/email/login_or_create";
    String fresh = "new@example.com";
    assertRefused(400, "no_default_login_redirect_url_set", stytch.post(link, "email", EMAIL));
    assertRefused(
        400,
        "no_login_redirect_urls_set",
        stytch.post(link, "email", EMAIL, "login_magic_link_url", url));
    assertRefused(
        400,
        "no_signup_redirect_urls_set",
        stytch.post(link, "email", fresh, "signup_magic_link_url", url));
    String invite = "/v1/magic_links/email/invite";
    assertRefused(400, "no_default_invite_redirect_url_set", stytch.post(invite, "email", fresh));
    assertRefused(
        400,
        "no_invite_redirect_urls_set",
        stytch.post(invite, "email", fresh, "invite_magic_link_url", url));
    assertRefused(
        400,
        "invalid_invite_magic_link_url",
        stytch.post(invite, "email", fresh, "invite_magic_link_url", "no url"));
    assertRefused(
        400,
        "no_password_reset_redirect_url",
        stytch.post("/v1/passwords/email/reset/start", "email", EMAIL));
  }

  @Test
  void ofRedirectsThatAreNone() throws Exception {
    succeed(stytch.post("/v1/passwords", "email", EMAIL, "password", PASSWORD));
    assertRefused(
        400,
        "invalid_signup_magic_link_url",
        stytch.post(
            "/v1/magic_links/email/login_or_create",
            "email",
            "new@example.com",
            "signup_magic_link_url",
            "no url"));
    assertRefused(
        400,
        "invalid_login_redirect_url",
        stytch.post(
            "/v1/passwords/email/reset/start", "email", EMAIL, "login_redirect_url", "no url"));
    String start = "/v1/public/oauth/google/start?public_token=" + world.stytch().publicToken();
    assertRefused(400, "invalid_login_oauth_url", stytch.get(start + "&login_redirect_url=none"));
    assertRefused(400, "invalid_signup_oauth_url", stytch.get(start + "&signup_redirect_url=none"));
    assertRefused(
        404,
        "public_token_not_found",
        stytch.get(
            "/v1/public/oauth/google/start?public_token="
                + "public-token-test-6b657977-6179-4c64-9a53-4b1d2a7c0f11"));
  }

  @Test
  void ofACodeThatTheProviderDoesNotKnow() throws Exception {
    String start = "/v1/public/oauth/google/start?public_token=" + world.stytch().publicToken();
    URI target =
        URI.create(Wire.to(world.stytch().baseUrl()).get(start).header("location").orElseThrow());
    Map<String, List<String>> query = FormValues.parse(target.getRawQuery());
    String callback = URI.create(query.getOrDefault("redirect_uri", List.of("")).get(0)).getPath();
    String state = query.getOrDefault("state", List.of("")).get(0);
    assertRefused(400, "oauth_auth_code_error", stytch.get(callback + "?code=x&state=" + state));
  }

  @Test
  void ofAddresses() throws Exception {
    JsonNode user =
        succeed(stytch.post("/v1/users", "email", EMAIL, "phone_number", "+14155551234"));
    String id = user.path("user_id").textValue();
    assertRefused(
        400,
        "duplicate_phone_number_for_user",
        stytch.post("/v1/otps/sms/send", "phone_number", "+14155551234", "user_id", id));
    for (int i = 0; i < 10; i++) {
      stytch.post("/v1/otps/sms/send", "phone_number", "+1415555123" + i, "user_id", id);
    }
    assertRefused(
        400,
        "too_many_unverified_factors",
        stytch.post("/v1/otps/sms/send", "phone_number", "+14155551299", "user_id", id));
    assertRefused(
        400,
        "invalid_user_agent",
        stytch.post(
            "/v1/otps/email/send",
            "email",
            EMAIL,
            "attributes",
            StytchClient.body("user_agent", "x".repeat(20_000))));
  }

  @Test
  void ofTheServiceItself() throws Exception {
    String user = "/v1/users/user-test-e3795c81-f849-4167-bfda-e4a6e9c280fd";
    for (int status : List.of(500, 504, 418)) {
      world.faults().on("stytch.user.get").times(1).respond(status);
      assertRefused(
          status,
          switch (status) {
            case 500 -> "internal_server_error";
            case 504 -> "search_timeout";
            default -> "unknown_error";
          },
          stytch.get(user));
    }
  }
}
