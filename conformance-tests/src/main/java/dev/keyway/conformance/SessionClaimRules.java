package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SECOND_FACTOR_TOTP;
import static dev.keyway.Capability.SESSION_AUTHENTICATE;
import static dev.keyway.Capability.SESSION_CLAIMS;
import static dev.keyway.Capability.SESSION_DURATION;
import static dev.keyway.Capability.SESSION_EXTEND;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.Capability.TOTP;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.ChallengeHandle;
import dev.keyway.ErrorCode;
import dev.keyway.ExtendOptions;
import dev.keyway.Session;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignUpOptions;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.TestInfo;

/** SCL: what an application puts into sessions, and how long it lets them last. */
abstract class SessionClaimRules extends SecondFactorFixtures {

  private static final Map<String, Object> PLAN =
      Map.of("plan", "pro", "seats", 3, "features", List.of("a", Map.of("b", true)));

  SessionClaimRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SCL-010",
      value = "The claims of one session are not in another one of the user",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_CLAIMS, SESSION_AUTHENTICATE})
  void theClaimsOfOneSessionAreNotInAnother() {
    SignInResult.SignedIn plain = signUp(ada());
    with(PLAN);
    SignInResult.SignedIn later = signIn(ada(), PASSWORD);
    for (SessionTokens tokens : List.of(plain.tokens(), later.tokens())) {
      Session session = client().sessions().authenticate(tokens).session();
      assertFalse(session.claims().containsKey("plan"), () -> "it has " + session.claims());
    }
  }

  @Rule(
      id = "SCL-011",
      value = "Claims that together are too large are refused, and the session keeps what it had",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_CLAIMS, SESSION_EXTEND})
  void claimsThatTogetherAreTooLargeAreRefused() {
    signUp(ada());
    Map<String, Object> much = Map.of("much", "x".repeat(3000));
    SessionTokens tokens = with(much).tokens();
    ExtendOptions more =
        ExtendOptions.builder().sessionClaims(Map.of("more", "y".repeat(3000))).build();
    refused(
        () -> client().sessions().extend(tokens.renewal(), Duration.ofHours(2), more),
        ErrorCode.INVALID_ARGUMENT);
    assertClaims(much, client().sessions().authenticate(tokens).session());
  }

  @Rule(
      id = "SCL-001",
      value = "What a sign-in puts into its session is there, and in its access token",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_CLAIMS, SESSION_VERIFY})
  void whatASignInPutsIntoItsSessionIsThere() {
    signUp(ada());
    SignInResult.SignedIn in = with(PLAN);
    assertClaims(PLAN, in.session());
    assertClaims(PLAN, client().sessions().verify(in.tokens().access()));
  }

  @Rule(
      id = "SCL-002",
      value = "What a sign-up puts into its session is there",
      needs = {PASSWORD_SIGN_UP, SESSION_CLAIMS, SESSION_VERIFY})
  void whatASignUpPutsIntoItsSessionIsThere() {
    SignUpOptions options = SignUpOptions.builder().sessionClaims(PLAN).build();
    SignInResult.SignedIn in = client().passwords().signUp(ada(), PASSWORD, options).orElseThrow();
    assertClaims(PLAN, client().sessions().verify(in.tokens().access()));
  }

  @Rule(
      id = "SCL-003",
      value = "An extension adds claims, takes away those with null and keeps the others",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_CLAIMS, SESSION_EXTEND, SESSION_VERIFY})
  void anExtensionChangesClaims() {
    signUp(ada());
    SignInResult.SignedIn in = with(PLAN);
    Map<String, @Nullable Object> change = new HashMap<>(Map.of("plan", "free", "new", false));
    change.put("seats", null);
    SessionTokens now =
        client()
            .sessions()
            .extend(
                in.tokens().renewal(),
                Duration.ofHours(2),
                ExtendOptions.builder().sessionClaims(change).build());
    Session session = client().sessions().verify(now.access());
    assertClaims(
        Map.of("plan", "free", "new", false, "features", List.of("a", Map.of("b", true))), session);
    assertFalse(session.claims().containsKey("seats"), () -> "it has " + session.claims());
  }

  @Rule(
      id = "SCL-004",
      value = "Claims of the first factor and of the second one are in the session of both",
      needs = {
        PASSWORD_SIGN_UP,
        PASSWORD_SIGN_IN,
        SESSION_CLAIMS,
        SESSION_VERIFY,
        TOTP,
        SECOND_FACTOR_TOTP
      })
  void claimsOfBothFactorsAreInTheSession() {
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle =
        assertInstanceOf(
                SignInResult.SecondFactorRequired.class,
                client()
                    .passwords()
                    .signIn(
                        enrolled.who().email(),
                        PASSWORD,
                        SignInOptions.builder().sessionClaims(Map.of("plan", "pro")).build()))
            .handle();
    SignInResult.SignedIn in =
        client()
            .secondFactor()
            .completeWithTotp(
                handle,
                enrolled.appCode(harness()),
                SignInOptions.builder().sessionClaims(Map.of("seats", 3)).build());
    assertClaims(
        Map.of("plan", "pro", "seats", 3), client().sessions().verify(in.tokens().access()));
  }

  @Rule(
      id = "SCL-005",
      value = "A session lasts as long as its second factor asked for",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_DURATION, TOTP, SECOND_FACTOR_TOTP})
  void aSessionLastsAsLongAsItsSecondFactorAskedFor() {
    Enrolled enrolled = enrolled("ada");
    ChallengeHandle handle = demand(enrolled);
    SignInOptions options = SignInOptions.builder().sessionDuration(Duration.ofMinutes(42)).build();
    Instant before = clock().now();
    SignInResult.SignedIn in =
        client().secondFactor().completeWithTotp(handle, enrolled.appCode(harness()), options);
    Duration lasting = Duration.between(before, in.session().expiresAt().orElseThrow());
    // The app's code may make the test wait for a fresh period.
    assertTrue(
        lasting.compareTo(Duration.ofMinutes(41)) > 0
            && lasting.compareTo(Duration.ofMinutes(44)) < 0,
        () -> "it lasts " + lasting);
  }

  private SignInResult.SignedIn with(Map<String, Object> claims) {
    SignInOptions options = SignInOptions.builder().sessionClaims(claims).build();
    return client().passwords().signIn(ada(), PASSWORD, options).orElseThrow();
  }

  private static void assertClaims(Map<String, Object> expected, Session session) {
    Map<String, @Nullable Object> found = new HashMap<>(session.claims());
    found.keySet().retainAll(expected.keySet());
    assertEquals(sameNumbers(expected), sameNumbers(found));
  }

  /** JSON has one kind of number, Java has several. */
  private static @Nullable Object sameNumbers(@Nullable Object node) {
    if (node instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> same = new HashMap<>();
      map.forEach((key, value) -> same.put(key, sameNumbers(value)));
      return same;
    }
    if (node instanceof List<?> list) {
      return list.stream().map(SessionClaimRules::sameNumbers).toList();
    }
    return node instanceof Number number ? new BigDecimal(number.toString()) : node;
  }
}
