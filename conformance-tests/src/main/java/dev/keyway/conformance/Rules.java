package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.Capability;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;

/**
 * What the rules of every area share: a project for each rule, and ways to say what must happen.
 */
@ExtendWith(RuleFailures.class)
abstract class Rules {

  private final Function<TestInfo, AuthHarness> opening;
  private AuthHarness harness;

  Rules(Function<TestInfo, AuthHarness> opening) {
    this.opening = opening;
  }

  @BeforeEach
  final void openHarness(TestInfo test) {
    harness = opening.apply(test);
    test.getTestMethod()
        .map(method -> method.getAnnotation(Rule.class))
        .ifPresent(rule -> needs(rule.needs()));
  }

  @AfterEach
  final void closeHarness() {
    harness.close();
  }

  /** Skips the rule unless the provider declares all of these and they can be tried here. */
  final void needs(Capability... capabilities) {
    for (Capability capability : capabilities) {
      assumeTrue(
          client().supports(capability),
          () -> "the provider does not declare " + capability + "; UND-001 sees that it refuses");
      harness.untestable(capability).ifPresent(Assumptions::abort);
    }
  }

  final AuthHarness harness() {
    return harness;
  }

  final AuthClient client() {
    return harness.client();
  }

  final TimeMachine clock() {
    return part(harness.clock(), "clock", "time can't be moved");
  }

  final BadNetwork faults() {
    return part(harness.faults(), "faults", "the network can't be disturbed");
  }

  final Wire wire() {
    return part(harness.wire(), "wire", "requests can't be counted");
  }

  final AuthHarness stranger() {
    return part(harness.stranger(), "stranger", "there is no second project");
  }

  final Forger forger() {
    return part(harness.forger(), "forger", "tokens can't be forged");
  }

  final KeyRotation keys() {
    return part(harness.keys(), "keys", "keys can't be rotated");
  }

  static <T> T part(Optional<T> part, String name, String reason) {
    assumeTrue(part.isPresent(), () -> "the harness has no " + name + ": " + reason);
    return part.orElseThrow();
  }

  final EmailAddress ada() {
    return harness.address("ada");
  }

  final EmailAddress bob() {
    return harness.address("bob");
  }

  final SignInResult.SignedIn signUp(EmailAddress email) {
    return signUp(client(), email);
  }

  static SignInResult.SignedIn signUp(AuthClient client, EmailAddress email) {
    return client.passwords().signUp(email, Samples.PASSWORD).orElseThrow();
  }

  final SignInResult.SignedIn signIn(EmailAddress email, Secret password) {
    return client().passwords().signIn(email, password).orElseThrow();
  }

  /** The call must fail with one of these codes. */
  static AuthException refused(Executable call, ErrorCode... codes) {
    return refused("the call", call, codes);
  }

  /**
   * The call must fail with one of these codes.
   *
   * @param what names the call in the message, with what it was made with
   */
  static AuthException refused(String what, Executable call, ErrorCode... codes) {
    AuthException failure =
        assertThrows(
            AuthException.class,
            call,
            () -> what + " had to be refused with one of " + List.of(codes));
    assertTrue(
        List.of(codes).contains(failure.code()),
        () -> what + " had to be refused with one of " + List.of(codes) + " but it was " + failure);
    return failure;
  }

  /** As {@link #refused}, and nothing may be sent, as far as the harness can tell. */
  final AuthException refusedUnsent(Executable call, ErrorCode... codes) {
    int before = harness.wire().map(Wire::requests).orElse(0);
    AuthException failure = refused(call, codes);
    assertEquals(
        before,
        harness.wire().map(Wire::requests).orElse(0),
        () -> "something was sent although the call was refused with " + failure.code());
    return failure;
  }

  static String message(AuthException failure) {
    return String.valueOf(failure.getMessage());
  }

  /** The session must be alive. */
  final void assertAlive(SessionTokens tokens) {
    client().sessions().refresh(tokens.renewal());
  }

  /** The session must have ended. */
  final void assertEnded(SessionTokens tokens) {
    refused(() -> client().sessions().refresh(tokens.renewal()), ErrorCode.SESSION_NOT_FOUND);
  }

  /** The callback with this query instead of its own. */
  static URI withQuery(URI callback, String query) {
    String text = callback.toString();
    int end = text.indexOf('?');
    return URI.create(
        (end < 0 ? text : text.substring(0, end)) + (query.isEmpty() ? "" : "?" + query));
  }
}
