package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.SESSION_SIGN_OUT;
import static dev.keyway.Capability.SESSION_VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.ErrorCode;
import dev.keyway.Session;
import dev.keyway.SignInResult;
import dev.keyway.VerifyOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** TOK: access tokens, checked on this machine. */
abstract class AccessTokenRules extends Rules {

  AccessTokenRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "TOK-001",
      value = "A token says whose it is, of which session, and until when",
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aTokenSaysWhoseItIs() {
    SignInResult.SignedIn in = signUp(ada());
    Session session = client().sessions().verify(in.tokens().access());
    assertEquals(in.user().id(), session.userId());
    assertEquals(in.session().id(), session.id());
    assertTrue(session.accessTokenExpiresAt().isPresent());
  }

  @Rule(
      id = "TOK-002",
      value = "Checking a second token sends nothing",
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void checkingASecondTokenSendsNothing() {
    SignInResult.SignedIn first = signUp(ada());
    SignInResult.SignedIn second = signUp(bob());
    client().sessions().verify(first.tokens().access());
    int before = wire().requests();
    client().sessions().verify(first.tokens().access());
    client().sessions().verify(second.tokens().access());
    assertEquals(before, wire().requests());
  }

  @Rule(
      id = "TOK-003",
      value = "A token passes after its session was signed out, until it expires",
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY, SESSION_SIGN_OUT})
  void aTokenPassesAfterSignOut() {
    SignInResult.SignedIn in = signUp(ada());
    client().sessions().verify(in.tokens().access());
    client().sessions().signOut(in.tokens());
    client().sessions().verify(in.tokens().access());
  }

  @Rule(
      id = "TOK-004",
      value = "Many threads may check tokens at the same time",
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void manyThreadsMayCheckTokens() {
    SignInResult.SignedIn ada = signUp(ada());
    SignInResult.SignedIn bob = signUp(bob());
    ConcurrentCalls<Boolean> race =
        ConcurrentCalls.run(
            8,
            index ->
                () -> {
                  SignInResult.SignedIn in = index % 2 == 0 ? ada : bob;
                  return client()
                      .sessions()
                      .verify(in.tokens().access())
                      .userId()
                      .equals(in.user().id());
                });
    assertEquals(8, race.winners().stream().filter(right -> right).count(), "users were mixed up");
  }

  @Rule(
      id = "TOK-005",
      value = "A token whose key is known passes while the provider is down",
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aTokenPassesWhileTheProviderIsDown() {
    SignInResult.SignedIn ada = signUp(ada());
    SignInResult.SignedIn bob = signUp(bob());
    client().sessions().verify(ada.tokens().access());
    faults().dropBefore();
    client().sessions().verify(bob.tokens().access());
  }

  @Rule(
      id = "TOK-010",
      value = "Text that is no token is refused unsent",
      negative = true,
      needs = SESSION_VERIFY)
  void textThatIsNoTokenIsRefused() {
    for (String text :
        new String[] {
          "x", "a.b.c", "..", "eyJ.eyJ.", "e30.e30.e30", "\u0000", "a".repeat(20_000)
        }) {
      refusedUnsent(
          () -> client().sessions().verify(AccessToken.of(text)), ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(
      id = "TOK-011",
      value = "A token with any part changed is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aChangedTokenIsRefused() {
    String genuine = signUp(ada()).tokens().access().reveal();
    client().sessions().verify(AccessToken.of(genuine));
    String[] parts = genuine.split("\\.", -1);
    for (int part = 0; part < parts.length; part++) {
      assertFalse(parts[part].isEmpty(), "part " + (part + 1) + " of the access token is empty");
      String[] changed = parts.clone();
      char[] text = changed[part].toCharArray();
      int middle = text.length / 2;
      text[middle] = text[middle] == 'A' ? 'B' : 'A';
      changed[part] = new String(text);
      AccessToken forged = AccessToken.of(String.join(".", changed));
      refused(
          "verify of a token whose part " + (part + 1) + " was changed",
          () -> client().sessions().verify(forged),
          ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(
      id = "TOK-012",
      value = "A token with its signature cut off is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aTokenWithoutItsSignatureIsRefused() {
    String genuine = signUp(ada()).tokens().access().reveal();
    String unsigned = genuine.substring(0, genuine.lastIndexOf('.') + 1);
    for (String cut :
        new String[] {unsigned, genuine.substring(0, genuine.length() - 4), genuine + "."}) {
      refused(() -> client().sessions().verify(AccessToken.of(cut)), ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(
      id = "TOK-013",
      value = "A token that says it needs no signature is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aTokenThatNeedsNoSignatureIsRefused() {
    String genuine = signUp(ada()).tokens().access().reveal();
    String payload = genuine.split("\\.", -1)[1];
    for (String header :
        new String[] {"{\"alg\":\"none\"}", "{\"alg\":\"None\"}", "{\"alg\":\"\"}", "{}"}) {
      String encoded =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(header.getBytes(StandardCharsets.UTF_8));
      refused(
          () -> client().sessions().verify(AccessToken.of(encoded + "." + payload + ".")),
          ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(
      id = "TOK-014",
      value = "A token of another project is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aTokenOfAnotherProjectIsRefused() {
    try (AuthHarness stranger = stranger()) {
      AccessToken foreign = signUp(stranger.client(), ada()).tokens().access();
      stranger.client().sessions().verify(foreign);
      refused(() -> client().sessions().verify(foreign), ErrorCode.TOKEN_INVALID);
    }
  }

  @Rule(
      id = "TOK-015",
      value = "A token that has expired is refused, though it passed before",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void anExpiredTokenIsRefused() {
    AccessToken token = signUp(ada()).tokens().access();
    client().sessions().verify(token);
    clock().advance(Duration.ofMinutes(20));
    refused(() -> client().sessions().verify(token), ErrorCode.TOKEN_EXPIRED);
  }

  @Rule(
      id = "TOK-016",
      value = "A token older than asked for is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aTokenOlderThanAskedForIsRefused() {
    AccessToken token = signUp(ada()).tokens().access();
    VerifyOptions minute = VerifyOptions.builder().maxAge(Duration.ofMinutes(1)).build();
    client().sessions().verify(token, minute);
    clock().advance(Duration.ofMinutes(2));
    refused(() -> client().sessions().verify(token, minute), ErrorCode.TOKEN_EXPIRED);
    client().sessions().verify(token);
  }

  @Rule(
      id = "TOK-017",
      value = "A renewal token is no access token",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void aRenewalTokenIsNoAccessToken() {
    AccessToken wrong = AccessToken.of(signUp(ada()).tokens().renewal().reveal());
    refused(() -> client().sessions().verify(wrong), ErrorCode.TOKEN_INVALID);
  }

  @Rule(
      id = "TOK-018",
      value = "Forged tokens are refused, whatever their flaw",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void forgedTokensAreRefused() {
    AccessToken genuine = signUp(ada()).tokens().access();
    client().sessions().verify(genuine);
    for (Forger.Flaw flaw : forger().flaws()) {
      AccessToken forged = forger().forge(genuine, flaw);
      ErrorCode expected =
          flaw == Forger.Flaw.EXPIRED ? ErrorCode.TOKEN_EXPIRED : ErrorCode.TOKEN_INVALID;
      try {
        refused(() -> client().sessions().verify(forged), expected);
      } catch (AssertionError e) {
        throw new AssertionError("With the flaw " + flaw, e);
      }
    }
  }

  @Rule(
      id = "TOK-019",
      value = "Tokens of unknown keys make the client fetch the keys at most once",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY})
  void tokensOfUnknownKeysFetchKeysAtMostOnce() {
    AccessToken genuine = signUp(ada()).tokens().access();
    client().sessions().verify(genuine);
    int before = wire().requests();
    for (int i = 0; i < 5; i++) {
      AccessToken forged = forger().forge(genuine, Forger.Flaw.UNKNOWN_KEY);
      refused(() -> client().sessions().verify(forged), ErrorCode.TOKEN_INVALID);
    }
    int fetches = wire().requests() - before;
    assertTrue(fetches <= 1, () -> "keys were fetched " + fetches + " times");
  }

  @Rule(
      id = "TOK-020",
      value = "Without keys and without a provider a token is neither passed nor called invalid",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY, SESSION_REFRESH})
  void withoutKeysATokenIsNotJudged() {
    AccessToken token = signUp(ada()).tokens().access();
    VerifyOptions soon = VerifyOptions.builder().timeout(Duration.ofMillis(400)).build();
    try (AuthClient fresh = harness().builder(Map.of()).build()) {
      BadNetwork.Held held = faults().hold();
      try {
        refused(
            () -> fresh.sessions().verify(token, soon),
            ErrorCode.CONNECTION_FAILED,
            ErrorCode.NO_RESPONSE);
      } finally {
        held.release();
      }
      fresh.sessions().verify(token);
    }
  }
}
