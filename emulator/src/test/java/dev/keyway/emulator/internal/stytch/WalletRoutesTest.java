package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Checkpoint;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualWallet;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class WalletRoutesTest {
  private static final String START = "/v1/crypto_wallets/authenticate/start";
  private static final String FINISH = "/v1/crypto_wallets/authenticate";

  private final World world;
  private final StytchClient stytch;
  private final VirtualWallet wallet = VirtualWallet.ethereum();

  WalletRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private static ObjectNode account(VirtualWallet of, Object... more) {
    ObjectNode body = body("crypto_wallet_type", of.type(), "crypto_wallet_address", of.address());
    body.setAll(body(more));
    return body;
  }

  private Wire.Reply start(VirtualWallet of, Object... more) throws Exception {
    return stytch.send("POST", START, account(of, more));
  }

  private Wire.Reply finish(VirtualWallet of, String signature, Object... more) throws Exception {
    return stytch.send("POST", FINISH, account(of, more).put("signature", signature));
  }

  private JsonNode signIn(VirtualWallet of) throws Exception {
    String challenge = succeed(start(of)).path("challenge").textValue();
    return succeed(finish(of, of.sign(challenge), "session_duration_minutes", 60));
  }

  private static VirtualWallet made(String type) {
    return type.equals("ethereum") ? VirtualWallet.ethereum() : VirtualWallet.solana();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ethereum", "solana"})
  void aWalletMakesItsUserAndSignsIn(String type) throws Exception {
    VirtualWallet mine = made(type);
    JsonNode started = succeed(start(mine));
    String challenge = started.path("challenge").textValue();
    assertTrue(
        challenge.matches("Signing in with Keyway test project: [A-Za-z0-9_-]{80}"), challenge);
    assertTrue(started.path("user_created").booleanValue());
    String path = "/v1/users/" + started.path("user_id").textValue();
    JsonNode pending = succeed(stytch.get(path));
    assertEquals("pending", pending.path("status").textValue());
    assertFalse(pending.at("/crypto_wallets/0/verified").booleanValue());

    JsonNode in = succeed(finish(mine, mine.sign(challenge), "session_duration_minutes", 60));

    assertEquals(started.path("user_id"), in.path("user_id"));
    assertEquals("active", in.at("/user/status").textValue());
    JsonNode kept = in.at("/user/crypto_wallets/0");
    assertEquals(mine.address(), kept.path("crypto_wallet_address").textValue());
    assertEquals(type, kept.path("crypto_wallet_type").textValue());
    assertTrue(kept.path("crypto_wallet_id").textValue().startsWith("crypto-wallet-test-"));
    assertTrue(kept.path("verified").booleanValue());
    JsonNode factor = in.at("/session/authentication_factors/0");
    assertEquals("crypto", factor.path("type").textValue());
    assertEquals("crypto_wallet", factor.path("delivery_method").textValue());
    assertEquals(
        kept.path("crypto_wallet_id"), factor.at("/crypto_wallet_factor/crypto_wallet_id"));
    assertFalse(factor.path("crypto_wallet_factor").has("verified"));
    assertTrue(in.has("siwe_params") && in.path("siwe_params").isNull());
    assertTrue(world.outbox().messages().isEmpty());
    assertFalse(succeed(start(mine)).path("user_created").booleanValue());
  }

  @Test
  void aChallengeIsSignedOnce() throws Exception {
    String challenge = succeed(start(wallet)).path("challenge").textValue();
    String signature = wallet.sign(challenge);
    succeed(finish(wallet, signature));

    assertRefused(401, "unable_to_authenticate_crypto_wallet", finish(wallet, signature));
  }

  @Test
  void onlyTheLatestChallengeCounts() throws Exception {
    String first = succeed(start(wallet)).path("challenge").textValue();
    String second = succeed(start(wallet)).path("challenge").textValue();

    assertNotEquals(first, second);
    assertRefused(401, "unable_to_authenticate_crypto_wallet", finish(wallet, wallet.sign(first)));
    succeed(finish(wallet, wallet.sign(second)));
  }

  @Test
  void aChallengeEndsByTheWorldsClock() throws Exception {
    String signature = wallet.sign(succeed(start(wallet)).path("challenge").textValue());
    world.clock().advance(Duration.ofMinutes(5));

    assertRefused(401, "unable_to_authenticate_crypto_wallet", finish(wallet, signature));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ethereum", "solana"})
  void anotherWalletsSignatureProvesNothing(String type) throws Exception {
    VirtualWallet mine = made(type);
    String challenge = succeed(start(mine)).path("challenge").textValue();

    assertRefused(
        401, "unable_to_authenticate_crypto_wallet", finish(mine, made(type).sign(challenge)));
    assertRefused(
        401, "unable_to_authenticate_crypto_wallet", finish(mine, mine.sign(challenge + " ")));
    succeed(finish(mine, mine.sign(challenge)));
  }

  @Test
  void tooManyWrongSignaturesLockTheUser() throws Exception {
    world.stytch().configure(settings -> settings.lockThreshold(2));
    String challenge = succeed(start(wallet)).path("challenge").textValue();
    for (int i = 0; i < 2; i++) {
      finish(wallet, VirtualWallet.ethereum().sign(challenge));
    }

    assertRefused(429, "user_lock_limit_reached", finish(wallet, wallet.sign(challenge)));
  }

  @Test
  void aSignatureHasItsForm() throws Exception {
    start(wallet);
    VirtualWallet solana = VirtualWallet.solana();
    start(solana);

    assertRefused(400, "signature_missing", finish(wallet, ""));
    assertRefused(400, "invalid_signature", finish(wallet, "0xno"));
    assertRefused(400, "invalid_signature", finish(wallet, "0x123"));
    assertRefused(400, "signature_is_incorrect_size", finish(wallet, "0x1234"));
    assertRefused(400, "invalid_signature", finish(solana, "0OIl"));
    assertRefused(400, "signature_is_incorrect_size", finish(solana, "11"));
    assertRefused(400, "bad_request", stytch.send("POST", FINISH, account(wallet)));
    assertRefused(
        400, "bad_request", stytch.send("POST", FINISH, account(wallet).put("signature", 7)));
    assertRefused(
        404, "crypto_wallet_not_found", finish(VirtualWallet.ethereum(), wallet.sign("anything")));
  }

  @Test
  void anAddressHasItsForm() throws Exception {
    Object[][] rows = {
      {"bad_request", "crypto_wallet_type", "ethereum"},
      {"bad_request", "crypto_wallet_type", 7, "crypto_wallet_address", "0x"},
      {"bad_request", "crypto_wallet_type", "solana", "crypto_wallet_address", 7},
      {"invalid_wallet_type", "crypto_wallet_type", "bitcoin", "crypto_wallet_address", "1"},
      {"invalid_wallet_type", "crypto_wallet_type", "", "crypto_wallet_address", "1"},
      {
        "invalid_crypto_wallet_address",
        "crypto_wallet_type",
        "ethereum",
        "crypto_wallet_address",
        ""
      },
      {
        "invalid_ethereum_address",
        "crypto_wallet_type",
        "ethereum",
        "crypto_wallet_address",
        "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
      },
      {
        "invalid_ethereum_address",
        "crypto_wallet_type",
        "ethereum",
        "crypto_wallet_address",
        "0x" + "0".repeat(4000)
      },
      {
        "invalid_solana_address",
        "crypto_wallet_type",
        "solana",
        "crypto_wallet_address",
        "1".repeat(4000)
      },
      {
        "invalid_solana_address",
        "crypto_wallet_type",
        "solana",
        "crypto_wallet_address",
        wallet.address()
      },
    };
    for (Object[] row : rows) {
      Object[] pairs = Arrays.copyOfRange(row, 1, row.length);
      assertRefused(400, (String) row[0], stytch.post(START, pairs));
      ObjectNode signed = body(pairs).put("signature", "0x");
      assertRefused(400, (String) row[0], stytch.send("POST", FINISH, signed));
    }
  }

  @Test
  void theCaseOfAnAddressDoesNotMatter() throws Exception {
    signIn(wallet);
    String lower = wallet.address().toLowerCase(Locale.ROOT);

    JsonNode again =
        succeed(
            stytch.post(START, "crypto_wallet_type", "ethereum", "crypto_wallet_address", lower));

    assertFalse(again.path("user_created").booleanValue());
    JsonNode found =
        succeed(
            stytch.post(
                "/v1/users/search", "query", filter("crypto_wallet_address", texts(lower))));
    assertEquals(1, found.path("results").size());
    assertEquals(
        wallet.address(),
        found.at("/results/0/crypto_wallets/0/crypto_wallet_address").textValue());
    assertEquals(
        1,
        succeed(stytch.post("/v1/users/search", "query", filter("crypto_wallet_verified", true)))
            .path("results")
            .size());
  }

  private static JsonNode texts(String text) {
    return Json.array().add(text);
  }

  private static JsonNode filter(String name, Object value) {
    return body(
        "operator",
        "AND",
        "operands",
        Json.array().add(body("filter_name", name, "filter_value", value)));
  }

  @Test
  void aUserWithASessionGetsAWalletAsASecondFactor() throws Exception {
    JsonNode ada = stytch.signUp();
    String token = ada.path("session_token").textValue();
    JsonNode started = succeed(start(wallet, "session_token", token));
    assertEquals(ada.path("user_id"), started.path("user_id"));
    assertFalse(started.path("user_created").booleanValue());

    JsonNode in =
        succeed(
            finish(
                wallet,
                wallet.sign(started.path("challenge").textValue()),
                "session_token",
                token));

    assertEquals(2, in.at("/session/authentication_factors").size());
    assertEquals(EMAIL, in.at("/user/emails/0/email").textValue());
  }

  @Test
  void aWalletIsOneUsers(AuthEmulator emulator) throws Exception {
    signIn(wallet);
    String ada = stytch.signUp().path("user_id").textValue();

    assertRefused(400, "duplicate_wallet_address", start(wallet, "user_id", ada));
    assertRefused(
        400,
        "too_many_user_selection_arguments",
        start(wallet, "user_id", ada, "session_token", "x"));
    assertRefused(400, "invalid_user_id", start(VirtualWallet.solana(), "user_id", "user-test-x"));
    assertRefused(404, "session_not_found", start(wallet, "session_token", "x"));
    try (World other = emulator.newWorld()) {
      StytchClient stranger = new StytchClient(other);
      assertRefused(
          404,
          "user_not_found",
          stranger.send("POST", START, account(VirtualWallet.solana(), "user_id", ada)));
      assertRefused(
          404,
          "crypto_wallet_not_found",
          stranger.send("POST", FINISH, account(wallet).put("signature", wallet.sign("x"))));
    }
    assertRefused(
        401,
        "unauthorized_credentials",
        stytch.withSecret("secret-test-x").send("POST", START, account(wallet)));
  }

  @Test
  void aDeletedWalletIsFree() throws Exception {
    JsonNode in = signIn(wallet);
    String id = in.at("/user/crypto_wallets/0/crypto_wallet_id").textValue();

    JsonNode deleted = succeed(stytch.delete("/v1/users/crypto_wallets/" + id));

    assertEquals(0, deleted.at("/user/crypto_wallets").size());
    assertRefused(404, "crypto_wallet_not_found", stytch.delete("/v1/users/crypto_wallets/" + id));
    assertTrue(succeed(start(wallet)).path("user_created").booleanValue());
  }

  @Test
  void walletsGoBackWithACheckpointAndGoWithAReset() throws Exception {
    String challenge = succeed(start(wallet)).path("challenge").textValue();
    Checkpoint checkpoint = world.checkpoint();
    succeed(finish(wallet, wallet.sign(challenge)));

    world.restore(checkpoint);

    succeed(finish(wallet, wallet.sign(challenge)));
    world.reset();
    assertRefused(404, "crypto_wallet_not_found", finish(wallet, wallet.sign(challenge)));
  }

  @Test
  void aMessageOfSignInWithEthereumSaysWhatWasAsked() throws Exception {
    JsonNode siwe =
        body(
            "domain",
            "example.com",
            "uri",
            "https://example.com/login",
            "resources",
            texts("https://example.com/terms"),
            "statement",
            "Sign in!",
            "message_request_id",
            "r-1");
    String challenge = succeed(start(wallet, "siwe_params", siwe)).path("challenge").textValue();
    List<String> lines = challenge.lines().toList();
    assertEquals("example.com wants you to sign in with your Ethereum account:", lines.get(0));
    assertEquals(wallet.address(), lines.get(1));
    assertEquals("Sign in!", lines.get(3));
    assertTrue(
        lines.containsAll(
            List.of(
                "URI: https://example.com/login",
                "Version: 1",
                "Chain ID: 1",
                "Request ID: r-1",
                "- https://example.com/terms")),
        challenge);

    JsonNode told = succeed(finish(wallet, wallet.sign(challenge))).path("siwe_params");

    assertEquals("example.com", told.path("domain").textValue());
    assertEquals("https://example.com/login", told.path("uri").textValue());
    assertEquals("1", told.path("chain_id").textValue());
    assertEquals("r-1", told.path("message_request_id").textValue());
    assertEquals(200, told.path("status_code").intValue());
    assertEquals(1, told.path("resources").size());
  }

  @Test
  void aMessageHasItsTime() throws Exception {
    String later = world.clock().instant().plusSeconds(120).toString();
    JsonNode siwe =
        body("domain", "example.com", "uri", "https://example.com", "not_before", later);
    String signature =
        wallet.sign(succeed(start(wallet, "siwe_params", siwe)).path("challenge").textValue());

    assertRefused(400, "siwe_message_not_valid_yet", finish(wallet, signature));
    world.clock().advance(Duration.ofMinutes(3));
    Checkpoint early = world.checkpoint();
    succeed(finish(wallet, signature));
    world.restore(early);
    world.clock().advance(Duration.ofMinutes(2));
    assertRefused(400, "siwe_message_expired", finish(wallet, signature));
  }

  @Test
  void whatAMessageCannotSayIsRefused() throws Exception {
    Object[][] rows = {
      {"bad_request", "domain", 7},
      {"bad_request", "uri", body()},
      {"bad_request", "resources", "https://example.com"},
      {"bad_request", "issued_at", "yesterday"},
      {"bad_request", "not_before", "tomorrow"},
      {"invalid_siwe_domain", "domain", "https://example.com"},
      {"invalid_siwe_domain", "domain", "example.com/path"},
      {"invalid_siwe_domain", "domain", ""},
      {"invalid_siwe_uri", "uri", "/login"},
      {"invalid_siwe_uri", "uri", "https://a b"},
      {"invalid_siwe_resource", "resources", texts("nothing")},
      {"invalid_siwe_chain_id", "chain_id", "0"},
      {"invalid_siwe_chain_id", "chain_id", "9223372036854775772"},
      {"invalid_siwe_chain_id", "chain_id", "one"},
      {"invalid_siwe_statement", "statement", "two\nlines"},
      {"invalid_siwe_statement", "statement", "\u00fc"},
      {"invalid_siwe_message_request_id", "message_request_id", "a b"},
    };
    for (Object[] row : rows) {
      ObjectNode siwe = body("domain", "example.com", "uri", "https://example.com");
      siwe.setAll(body(row[1], row[2]));
      assertRefused(400, (String) row[0], start(wallet, "siwe_params", siwe));
    }
    assertRefused(400, "bad_request", start(wallet, "siwe_params", body("domain", "a.example")));
    assertRefused(
        400,
        "crypto_wallet_type_incompatible_with_siwe",
        start(
            VirtualWallet.solana(),
            "siwe_params",
            body("domain", "example.com", "uri", "https://example.com")));
  }

  @Test
  void theSandboxWalletSignsInAndChangesNothing() throws Exception {
    ObjectNode account =
        body("crypto_wallet_type", "ethereum", "crypto_wallet_address", Sandbox.WALLET_ADDRESS);
    JsonNode started = succeed(stytch.send("POST", START, account));
    assertEquals(Sandbox.USER_ID, started.path("user_id").textValue());

    JsonNode in =
        succeed(stytch.send("POST", FINISH, account.put("signature", Sandbox.WALLET_SIGNATURE)));

    assertEquals(Sandbox.USER_ID, in.path("user_id").textValue());
    assertRefused(
        401,
        "unable_to_authenticate_crypto_wallet",
        stytch.send("POST", FINISH, account.put("signature", "0x00")));
    assertRefused(404, "user_not_found", stytch.get("/v1/users/" + Sandbox.USER_ID));
  }
}
