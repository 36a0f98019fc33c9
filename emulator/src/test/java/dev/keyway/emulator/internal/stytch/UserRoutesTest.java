package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.seed.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class UserRoutesTest {
  private static final String NOBODY = "user-test-00000000-0000-4000-8000-000000000000";

  private final World world;
  private final StytchClient stytch;

  UserRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private JsonNode filter(String name, Object value) {
    return body(
        "operator",
        "AND",
        "operands",
        Json.array().add(body("filter_name", name, "filter_value", value)));
  }

  private List<String> found(String name, Object value) throws Exception {
    JsonNode results =
        succeed(stytch.post("/v1/users/search", "query", filter(name, value))).path("results");
    List<String> emails = new ArrayList<>();
    results.forEach(user -> emails.add(user.at("/emails/0/email").asText()));
    return emails;
  }

  @Test
  void bothSpellingsOfADomainAreOneAccount() throws Exception {
    String typed = "ada@b\u00FCcher.\u0440\u0444";
    String ascii = "ada@xn--bcher-kva.xn--p1ai";
    succeed(stytch.post("/v1/users", "email", typed));
    assertRefused(400, "duplicate_email", stytch.post("/v1/users", "email", ascii));
    assertEquals(List.of(typed), found("email_address", Json.array().add(ascii)));
    assertEquals(List.of(typed), found("email_domain", Json.array().add("XN--bcher-kva.xn--p1ai")));
  }

  @Test
  void creatingAUserIsTheOnlySuccessThatIsNot200() throws Exception {
    Wire.Reply created = stytch.post("/v1/users", "email", EMAIL, "phone_number", "+12025550123");

    assertEquals(201, created.status());
    assertEquals(201, created.json().path("status_code").intValue());
    assertTrue(created.at("phone_id").startsWith("phone-number-test-"));
    assertEquals("active", created.at("status"));
  }

  @Test
  void whatIdentifiesAUserIsUnique() throws Exception {
    succeed(
        stytch.post(
            "/v1/users", "email", EMAIL, "phone_number", "+12025550123", "external_id", "a|1"));

    assertRefused(400, "duplicate_email", stytch.post("/v1/users", "email", "ADA@example.com"));
    assertRefused(
        400, "duplicate_phone_number", stytch.post("/v1/users", "phone_number", "+12025550123"));
    assertRefused(
        400,
        "duplicate_user_external_id",
        stytch.post("/v1/users", "email", "bob@example.com", "external_id", "a|1"));
    assertRefused(400, "invalid_create_user_request", stytch.post("/v1/users"));
    assertRefused(
        400, "invalid_phone_number", stytch.post("/v1/users", "phone_number", "2025550123"));
    assertRefused(
        400,
        "invalid_rbac_role_assignment",
        stytch.post("/v1/users", "email", "bob@example.com", "roles", Json.array().add("emperor")));
  }

  @Test
  void anExternalIdStandsForTheUserId() throws Exception {
    JsonNode created = succeed(stytch.post("/v1/users", "email", EMAIL, "external_id", "tenant|7"));

    assertEquals(
        created.path("user_id").textValue(), stytch.get("/v1/users/tenant%7C7").at("user_id"));
    succeed(stytch.delete("/v1/users/tenant%7C7/external_id"));
    assertRefused(404, "user_not_found", stytch.get("/v1/users/tenant%7C7"));
  }

  @Test
  void anUpdateMergesTheFirstLevelOfMetadata() throws Exception {
    String path =
        "/v1/users/"
            + succeed(
                    stytch.post(
                        "/v1/users",
                        "email",
                        EMAIL,
                        "trusted_metadata",
                        body("a", body("x", 1), "b", 2)))
                .path("user_id")
                .textValue();

    JsonNode user =
        succeed(
                stytch.put(
                    path,
                    "trusted_metadata",
                    body("a", body("y", 3), "b", NullNode.getInstance()),
                    "name",
                    body("last_name", "King"),
                    "roles",
                    Json.array().add("admin")))
            .path("user");

    assertEquals("{\"a\":{\"y\":3}}", user.path("trusted_metadata").toString());
    assertEquals("King", user.at("/name/last_name").textValue());
    assertEquals("[\"stytch_user\",\"admin\"]", user.path("roles").toString());
    assertRefused(
        400, "update_user_auth_method_not_allowed", stytch.put(path, "email", "x@example.com"));
    assertRefused(404, "user_not_found", stytch.put("/v1/users/" + NOBODY, "external_id", "x"));
  }

  @Test
  void metadataOfTwentyOneKeysAreRefusedAfterTheMergeToo() throws Exception {
    String path =
        "/v1/users/"
            + succeed(stytch.post("/v1/users", "email", EMAIL)).path("user_id").textValue();
    for (int i = 0; i < 20; i++) {
      succeed(stytch.put(path, "untrusted_metadata", body("k" + i, i)));
    }

    assertRefused(
        400, "metadata_too_many_keys", stytch.put(path, "untrusted_metadata", body("k20", 1)));
  }

  @Test
  void sessionsAndAddressesGoWithTheirUser() throws Exception {
    JsonNode ada = stytch.signUp();
    String path = "/v1/users/" + ada.path("user_id").textValue();

    succeed(stytch.delete(path));

    assertRefused(404, "user_not_found", stytch.get(path));
    assertRefused(
        404,
        "session_not_found",
        stytch.post(
            "/v1/sessions/authenticate", "session_token", ada.path("session_token").textValue()));
    stytch.signUp();
  }

  @Test
  void aFactorIsRemovedByItsId() throws Exception {
    JsonNode ada = stytch.signUp();
    String passwordId = ada.at("/user/password/password_id").textValue();

    JsonNode without = succeed(stytch.delete("/v1/users/passwords/" + passwordId));

    assertTrue(without.at("/user/password").isNull());
    assertRefused(404, "password_not_found", stytch.delete("/v1/users/passwords/" + passwordId));
    succeed(stytch.delete("/v1/users/emails/" + ada.path("email_id").textValue()));
    assertRefused(400, "invalid_email_id", stytch.delete("/v1/users/emails/7"));
  }

  @Test
  void theOnlyFactorCanBeExchanged() throws Exception {
    String id = succeed(stytch.post("/v1/users", "email", EMAIL)).path("user_id").textValue();
    String path = "/v1/users/" + id + "/exchange_primary_factor";

    assertRefused(400, "invalid_exchange_primary_factor_fields", stytch.put(path));
    JsonNode user = succeed(stytch.put(path, "phone_number", "+12025550123")).path("user");

    assertEquals(0, user.path("emails").size());
    assertEquals("+12025550123", user.at("/phone_numbers/0/phone_number").textValue());
    String twoFactors = stytch.signUp().path("user_id").textValue();
    assertRefused(
        400,
        "invalid_exchange_primary_factor_user",
        stytch.put(
            "/v1/users/" + twoFactors + "/exchange_primary_factor",
            "email_address",
            "new@example.com"));
  }

  @Test
  void aSearchGoesThroughAllPagesNewestFirst() throws Exception {
    for (int i = 0; i < 5; i++) {
      succeed(stytch.post("/v1/users", "email", "user" + i + "@example.com"));
    }

    JsonNode first = succeed(stytch.post("/v1/users/search", "limit", 3));
    succeed(stytch.post("/v1/users", "email", "late@example.com"));
    JsonNode second =
        succeed(
            stytch.post(
                "/v1/users/search",
                "limit",
                3,
                "cursor",
                first.at("/results_metadata/next_cursor").textValue()));

    assertEquals("user4@example.com", first.at("/results/0/emails/0/email").textValue());
    assertEquals(5, first.at("/results_metadata/total").intValue());
    assertEquals(2, second.path("results").size());
    assertEquals("user1@example.com", second.at("/results/0/emails/0/email").textValue());
    assertTrue(second.at("/results_metadata/next_cursor").isNull());
  }

  @Test
  void filtersFindWhatTheyName() throws Exception {
    stytch.signUp();
    world.clock().advance(Duration.ofDays(1));
    succeed(
        stytch.post(
            "/v1/users",
            "email",
            "bob@example.org",
            "phone_number",
            "+12025550123",
            "create_user_as_pending",
            true,
            "name",
            body("first_name", "Robert")));
    List<String> ada = List.of(EMAIL);
    List<String> bob = List.of("bob@example.org");

    assertEquals(ada, found("email_address", Json.array().add("ADA@example.com")));
    assertEquals(bob, found("email_domain", Json.array().add("example.org")));
    assertEquals(bob, found("status", "pending"));
    assertEquals(bob, found("full_name_fuzzy", "OBER"));
    assertEquals(bob, found("phone_number_fuzzy", "555012"));
    assertEquals(ada, found("password_exists", true));
    assertEquals(List.of(), found("email_verified", true));
    String noon = world.clock().instant().minusSeconds(3600).toString();
    assertEquals(bob, found("created_at_greater_than", noon));
    assertEquals(ada, found("created_at_less_than", noon));
  }

  @Test
  void anyOfSeveralFiltersIsEnoughUnderOr() throws Exception {
    succeed(stytch.post("/v1/users", "email", EMAIL));
    succeed(stytch.post("/v1/users", "email", "bob@example.org"));
    succeed(stytch.post("/v1/users", "email", "eve@example.net"));
    JsonNode ada = body("filter_name", "email_address", "filter_value", Json.array().add(EMAIL));
    JsonNode org =
        body("filter_name", "email_domain", "filter_value", Json.array().add("example.org"));
    JsonNode both = Json.array().add(ada).add(org);

    assertEquals(2, matches("OR", both));
    assertEquals(0, matches("AND", both));
    assertEquals(3, matches("OR", Json.array()));
    assertEquals(3, matches("AND", Json.array()));
  }

  private int matches(String operator, JsonNode operands) throws Exception {
    return succeed(
            stytch.post(
                "/v1/users/search", "query", body("operator", operator, "operands", operands)))
        .path("results")
        .size();
  }

  @Test
  void filtersOutOfFormAreRefused() throws Exception {
    String path = "/v1/users/search";

    assertRefused(
        400,
        "user_search_filter_name_not_recognized",
        stytch.post(path, "query", filter("shoe_size", 1)));
    assertRefused(
        400, "user_search_expected_bool", stytch.post(path, "query", filter("totp_verified", "x")));
    assertRefused(
        400,
        "user_search_expected_array_of_string",
        stytch.post(path, "query", filter("email_id", "x")));
    assertRefused(
        400,
        "user_search_email_address_fuzzy_too_short",
        stytch.post(path, "query", filter("email_address_fuzzy", "ab")));
    assertRefused(
        400,
        "user_search_expected_timestamp",
        stytch.post(path, "query", filter("created_at_less_than", "yesterday")));
    assertRefused(
        400,
        "user_search_invalid_operator",
        stytch.post(path, "query", body("operator", "XOR", "operands", Json.array())));
    assertRefused(400, "user_search_invalid_limit", stytch.post(path, "limit", 1001));
    assertRefused(400, "user_search_invalid_cursor", stytch.post(path, "cursor", "?"));
  }

  @Test
  void aProjectTellsOfItself() throws Exception {
    stytch.signUp();

    assertEquals(world.stytch().projectId(), stytch.get("/v1/debug/whoami").at("project_id"));
    assertEquals(1, succeed(stytch.get("/v1/projects/metrics")).at("/metrics/0/count").intValue());
    assertEquals(
        "stytch_user",
        succeed(stytch.get("/v1/rbac/policy")).at("/policy/roles/0/role_id").textValue());
  }

  @Test
  void aRouteThatIsNotBuiltSaysSo() throws Exception {
    assertEquals(501, stytch.post("/v1/fingerprint/lookup").status());
    assertTrue(
        stytch.post("/v1/b2b/organizations").at("error_message").contains("organization.create"));
  }

  @Test
  void aBiometricRegistrationOfASeedIsFoundAndDeleted() throws Exception {
    String id = "biometric-registration-test-00000000-0000-4000-8000-000000000009";
    world.load(
        Seed.parse(
            """
            worlds:
              - name: any
                users:
                  - emails:
                      - address: ada@example.com
                    on: [stytch]
                    stytch:
                      biometricRegistrations:
                        - id: %s
            """
                .formatted(id),
            "test"));
    assertEquals(List.of(EMAIL), found("biometric_registration_id", Json.array().add(id)));
    assertEquals(List.of(EMAIL), found("biometric_registration_verified", true));

    JsonNode user = succeed(stytch.delete("/v1/users/biometric_registrations/" + id)).path("user");

    assertEquals(0, user.path("biometric_registrations").size());
    assertRefused(
        404,
        "biometric_registration_not_found",
        stytch.delete("/v1/users/biometric_registrations/" + id));
  }

  @Test
  void aFactorThatNobodyHasIsNotDeleted() throws Exception {
    String uuid = "00000000-0000-4000-8000-000000000000";
    String[][] rows = {
      {"emails", "email", "email_not_found", "invalid_email_id"},
      {"phone_numbers", "phone-number", "phone_number_not_found", "invalid_phone_id"},
      {
        "webauthn_registrations",
        "webauthn-registration",
        "webauthn_registration_not_found",
        "invalid_webauthn_registration_id"
      },
      {"totps", "totp", "totp_not_found", "invalid_totp_id"},
      {"passwords", "password", "password_not_found", "invalid_password_id"},
      {
        "oauth",
        "oauth-user",
        "oauth_user_registration_not_found",
        "invalid_oauth_user_registration_id"
      },
      {"biometric_registrations", "biometric-registration", "biometric_registration_not_found", ""},
      {"crypto_wallets", "crypto-wallet", "crypto_wallet_not_found", ""},
    };
    for (String[] row : rows) {
      String path = "/v1/users/" + row[0] + "/";
      assertRefused(404, row[2], stytch.delete(path + row[1] + "-test-" + uuid));
      if (row[3].isEmpty()) {
        assertRefused(404, row[2], stytch.delete(path + "nothing"));
      } else {
        assertRefused(400, row[3], stytch.delete(path + "nothing"));
        assertRefused(400, row[3], stytch.delete(path + "user-test-" + uuid));
      }
      assertRefused(
          401,
          "unauthorized_credentials",
          stytch.withSecret("secret-test-x").delete(path + row[1] + "-test-" + uuid));
    }
  }
}
