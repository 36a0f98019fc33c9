package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_BOUND_TO_BROWSER;
import static dev.keyway.Capability.PASSWORD_RESET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static dev.keyway.conformance.Samples.PASSWORD;
import static dev.keyway.conformance.Samples.THIRD_PASSWORD;
import static dev.keyway.conformance.Samples.WEAK_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.SignInResult;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** PWR: forgotten passwords. */
abstract class PasswordResetRules extends Rules {

  private static final ErrorCode[] SPENT = {
    ErrorCode.LINK_ALREADY_USED, ErrorCode.LINK_UNKNOWN, ErrorCode.LINK_REFUSED
  };

  PasswordResetRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "PWR-001",
      value = "After a reset by mail the new password signs in and the old one does not",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET})
  void afterAResetTheNewPasswordSignsIn() {
    SignInResult.SignedIn in = signUp(ada());
    client().passwords().finishReset(resetLink(ada()), OTHER_PASSWORD);
    assertEquals(in.user().id(), signIn(ada(), OTHER_PASSWORD).user().id());
    refused(() -> client().passwords().signIn(ada(), PASSWORD), ErrorCode.INVALID_CREDENTIALS);
  }

  @Rule(
      id = "PWR-002",
      value = "The callback's own query comes back with the link",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET})
  void theCallbacksOwnQueryComesBackAtReset() {
    signUp(ada());
    URI callback = withQuery(harness().callback(), "next=%2Fhome");
    client().passwords().startReset(ada(), callback);
    URI back = opened(ada());
    assertTrue(back.getRawQuery().contains("next=%2Fhome"), "the query was lost");
    client().passwords().finishReset(back, OTHER_PASSWORD);
    signIn(ada(), OTHER_PASSWORD);
  }

  @Rule(
      id = "PWR-003",
      value = "A reset bound to the browser works with its handle",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET, DELIVERY_BOUND_TO_BROWSER})
  void aBoundResetWorksWithItsHandle() {
    signUp(ada());
    Challenge challenge = startBound();
    CallbackOptions options = CallbackOptions.builder().handle(challenge.handle()).build();
    client().passwords().finishReset(opened(ada()), OTHER_PASSWORD, options);
    signIn(ada(), OTHER_PASSWORD);
  }

  @Rule(
      id = "PWR-010",
      value = "A reset bound to the browser is refused without its handle",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET, DELIVERY_BOUND_TO_BROWSER})
  void aBoundResetIsRefusedWithoutItsHandle() {
    signUp(ada());
    startBound();
    URI link = opened(ada());
    refused(() -> client().passwords().finishReset(link, OTHER_PASSWORD), ErrorCode.PKCE_MISMATCH);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWR-011",
      value = "A reset for an unknown address succeeds and sends no mail",
      negative = true,
      needs = PASSWORD_RESET)
  void aResetForAnUnknownAddressSendsNoMail() {
    client().passwords().startReset(bob(), harness().callback());
    assertEquals(0, harness().messages().sentTo(bob().value()));
  }

  @Rule(
      id = "PWR-012",
      value = "A callback that is not on the project's list gets no link, and tells no account",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET})
  void anUnlistedCallbackGetsNoLinkAtReset() {
    signUp(ada());
    int before = harness().messages().sentTo(ada().value());
    assertEquals(
        outcomeOfUnlistedReset(bob()),
        outcomeOfUnlistedReset(ada()),
        "a known and an unknown address can be told apart");
    assertEquals(before, harness().messages().sentTo(ada().value()));
  }

  @Rule(
      id = "PWR-013",
      value = "A reset link works once",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET})
  void aResetLinkWorksOnce() {
    signUp(ada());
    URI link = resetLink(ada());
    client().passwords().finishReset(link, OTHER_PASSWORD);
    refused(() -> client().passwords().finishReset(link, THIRD_PASSWORD), SPENT);
    signIn(ada(), OTHER_PASSWORD);
  }

  @Rule(
      id = "PWR-014",
      value = "Of many uses of one reset link at the same time exactly one succeeds",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET})
  void ofManyUsesExactlyOneSucceeds() {
    signUp(ada());
    URI link = resetLink(ada());
    ConcurrentCalls<Boolean> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS,
            () -> {
              client().passwords().finishReset(link, OTHER_PASSWORD);
              return true;
            });
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "PWR-015",
      value = "A reset link that has expired is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET})
  void anExpiredLinkIsRefusedAtReset() {
    signUp(ada());
    URI link = resetLink(ada());
    clock().advance(Duration.ofDays(8));
    refused(
        () -> client().passwords().finishReset(link, OTHER_PASSWORD),
        ErrorCode.LINK_EXPIRED,
        ErrorCode.LINK_UNKNOWN,
        ErrorCode.LINK_REFUSED);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWR-016",
      value = "A reset link with another credential in it is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET})
  void anInventedLinkIsRefusedAtReset() {
    signUp(ada());
    URI link = Links.altered(resetLink(ada()));
    refused(
        () -> client().passwords().finishReset(link, OTHER_PASSWORD),
        ErrorCode.LINK_UNKNOWN,
        ErrorCode.LINK_REFUSED);
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWR-017",
      value = "A reset link of another project is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET})
  void aLinkOfAnotherProjectIsRefusedAtReset() {
    signUp(ada());
    try (AuthHarness stranger = stranger()) {
      signUp(stranger.client(), ada());
      stranger.client().passwords().startReset(ada(), stranger.callback());
      URI link =
          stranger
              .human()
              .follow(
                  stranger
                      .messages()
                      .awaitLink(ada().value(), SentMessages.LinkKind.PASSWORD_RESET));
      refused(
          () -> client().passwords().finishReset(link, OTHER_PASSWORD),
          ErrorCode.LINK_UNKNOWN,
          ErrorCode.LINK_REFUSED);
    }
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "PWR-018",
      value =
          "A callback without parameters, with one twice or with a foreign one alone is refused unsent",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET})
  void aMalformedCallbackIsRefusedUnsentAtReset() {
    signUp(ada());
    URI link = resetLink(ada());
    for (URI bad :
        new URI[] {
          withQuery(link, ""),
          withQuery(link, link.getRawQuery() + "&" + link.getRawQuery()),
          withQuery(link, "colour=blue"),
          withQuery(link, Links.emptied(link))
        }) {
      refusedUnsent(
          () -> client().passwords().finishReset(bad, OTHER_PASSWORD), ErrorCode.CALLBACK_INVALID);
    }
    client().passwords().finishReset(link, OTHER_PASSWORD);
  }

  @Rule(
      id = "PWR-019",
      value = "A reset to a weak password is refused and changes nothing",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET, SESSION_REFRESH})
  void aResetToAWeakPasswordIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    URI link = resetLink(ada());
    refused(
        () -> client().passwords().finishReset(link, WEAK_PASSWORD), ErrorCode.PASSWORD_TOO_WEAK);
    signIn(ada(), PASSWORD);
    assertAlive(in.tokens());
  }

  @Rule(
      id = "PWR-020",
      value = "A reset ends every session of the user and of nobody else",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET, SESSION_REFRESH})
  void aResetEndsEverySessionOfTheUser() {
    SignInResult.SignedIn ada = signUp(ada());
    SignInResult.SignedIn bob = signUp(bob());
    client().passwords().finishReset(resetLink(ada()), OTHER_PASSWORD);
    assertEnded(ada.tokens());
    assertAlive(bob.tokens());
  }

  private URI resetLink(EmailAddress address) {
    client().passwords().startReset(address, harness().callback());
    return opened(address);
  }

  private Challenge startBound() {
    DeliveryOptions bound = DeliveryOptions.builder().boundToBrowser(true).build();
    return client().passwords().startReset(ada(), harness().callback(), bound);
  }

  private URI opened(EmailAddress address) {
    URI link =
        harness().messages().awaitLink(address.value(), SentMessages.LinkKind.PASSWORD_RESET);
    return harness().human().follow(link);
  }

  private String outcomeOfUnlistedReset(EmailAddress address) {
    try {
      client().passwords().startReset(address, harness().unlistedCallback());
      return "accepted";
    } catch (AuthException e) {
      assertEquals(ErrorCode.REDIRECT_NOT_ALLOWED, e.code());
      return message(e);
    }
  }
}
