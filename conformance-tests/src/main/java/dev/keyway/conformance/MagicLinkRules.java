package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_BOUND_TO_BROWSER;
import static dev.keyway.Capability.DELIVERY_EXPIRY;
import static dev.keyway.Capability.MAGIC_LINK;
import static dev.keyway.Capability.PASSWORD_RESET;
import static dev.keyway.Capability.SESSION_VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.SignInResult;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** LNK: mailed links that sign in. */
abstract class MagicLinkRules extends Rules {

  private static final ErrorCode[] UNKNOWN = {ErrorCode.LINK_UNKNOWN, ErrorCode.LINK_REFUSED};

  MagicLinkRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "LNK-001",
      value = "The first link makes an account with a verified address",
      needs = {MAGIC_LINK, SESSION_VERIFY})
  void theFirstLinkMakesAnAccount() {
    SignInResult.SignedIn in = signInByLink(ada());
    assertNotEquals(AccountOutcome.EXISTING, in.account());
    assertEquals(ada(), in.user().primaryEmail().orElseThrow().address());
    assertTrue(in.user().primaryEmail().orElseThrow().verified(), "the link proved the address");
    assertEquals(in.user().id(), client().sessions().verify(in.tokens().access()).userId());
  }

  @Rule(id = "LNK-002", value = "A later link signs the same user in", needs = MAGIC_LINK)
  void aLaterLinkSignsTheSameUserIn() {
    SignInResult.SignedIn first = signInByLink(ada());
    SignInResult.SignedIn second = signInByLink(ada());
    assertEquals(first.user().id(), second.user().id());
    assertNotEquals(AccountOutcome.CREATED, second.account());
  }

  @Rule(
      id = "LNK-003",
      value = "The callback's own query comes back with the link",
      needs = MAGIC_LINK)
  void theCallbacksOwnQueryComesBackByLink() {
    client().magicLinks().send(ada(), withQuery(harness().callback(), "next=%2Fhome&n=1"));
    URI back = opened(harness(), ada());
    assertTrue(back.getRawQuery().contains("next=%2Fhome"), "the query was lost");
    client().magicLinks().authenticate(back).orElseThrow();
  }

  @Rule(
      id = "LNK-004",
      value = "A link bound to the browser works with its handle",
      needs = {MAGIC_LINK, DELIVERY_BOUND_TO_BROWSER})
  void aBoundLinkWorksWithItsHandle() {
    ChallengeHandle handle = sendBound(ada());
    client().magicLinks().authenticate(opened(harness(), ada()), with(handle)).orElseThrow();
  }

  @Rule(
      id = "LNK-005",
      value = "A link lasts as long as its sending asked for",
      needs = {MAGIC_LINK, DELIVERY_EXPIRY})
  void aLinkLastsAsLongAsAskedFor() {
    DeliveryOptions day = DeliveryOptions.builder().expiresIn(Duration.ofHours(24)).build();
    client().magicLinks().send(ada(), harness().callback(), day);
    URI link = opened(harness(), ada());
    clock().advance(Duration.ofHours(23));
    client().magicLinks().authenticate(link).orElseThrow();
  }

  @Rule(id = "LNK-010", value = "A link works once", negative = true, needs = MAGIC_LINK)
  void aLinkWorksOnce() {
    URI link = mailed(ada());
    client().magicLinks().authenticate(link).orElseThrow();
    refused(
        () -> client().magicLinks().authenticate(link),
        ErrorCode.LINK_ALREADY_USED,
        ErrorCode.LINK_REFUSED,
        ErrorCode.LINK_UNKNOWN);
  }

  @Rule(
      id = "LNK-011",
      value = "Of many uses of one link at the same time exactly one signs in",
      negative = true,
      needs = MAGIC_LINK)
  void ofManyUsesExactlyOneSignsInByLink() {
    URI link = mailed(ada());
    ConcurrentCalls<SignInResult> race =
        ConcurrentCalls.run(ConcurrentCalls.RACERS, () -> client().magicLinks().authenticate(link));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "LNK-012",
      value = "A link that has expired is refused",
      negative = true,
      needs = MAGIC_LINK)
  void anExpiredLinkIsRefusedByLink() {
    URI link = mailed(ada());
    clock().advance(Duration.ofDays(8));
    refused(
        () -> client().magicLinks().authenticate(link),
        ErrorCode.LINK_EXPIRED,
        ErrorCode.LINK_REFUSED,
        ErrorCode.LINK_UNKNOWN);
  }

  @Rule(
      id = "LNK-013",
      value = "A link with another credential in it is refused",
      negative = true,
      needs = MAGIC_LINK)
  void anInventedLinkIsRefusedByLink() {
    URI link = mailed(ada());
    refused(() -> client().magicLinks().authenticate(Links.altered(link)), UNKNOWN);
    client().magicLinks().authenticate(link).orElseThrow();
  }

  @Rule(
      id = "LNK-014",
      value = "A link of another project is refused",
      negative = true,
      needs = MAGIC_LINK)
  void aLinkOfAnotherProjectIsRefusedByLink() {
    try (AuthHarness stranger = stranger()) {
      stranger.client().magicLinks().send(ada(), stranger.callback());
      URI foreign = opened(stranger, ada());
      refused(() -> client().magicLinks().authenticate(foreign), UNKNOWN);
      stranger.client().magicLinks().authenticate(foreign).orElseThrow();
    }
  }

  @Rule(
      id = "LNK-015",
      value = "A callback without parameters, with one twice, empty or foreign is refused unsent",
      negative = true,
      needs = MAGIC_LINK)
  void aMalformedCallbackIsRefusedUnsentByLink() {
    URI link = mailed(ada());
    for (URI bad :
        new URI[] {
          withQuery(link, ""),
          withQuery(link, link.getRawQuery() + "&" + link.getRawQuery()),
          withQuery(link, "colour=blue"),
          withQuery(link, Links.emptied(link)),
          withQuery(link, "error=access_denied")
        }) {
      refusedUnsent(() -> client().magicLinks().authenticate(bad), ErrorCode.CALLBACK_INVALID);
    }
    client().magicLinks().authenticate(link).orElseThrow();
  }

  @Rule(
      id = "LNK-016",
      value = "A link for a new password is no link that signs in",
      negative = true,
      needs = {MAGIC_LINK, PASSWORD_RESET})
  void aResetLinkIsNoSignInLink() {
    signInByLink(ada());
    client().passwords().startReset(ada(), harness().callback());
    URI reset =
        harness()
            .human()
            .follow(
                harness()
                    .messages()
                    .awaitLink(ada().value(), SentMessages.LinkKind.PASSWORD_RESET));
    refused(
        () -> client().magicLinks().authenticate(reset),
        ErrorCode.CALLBACK_INVALID,
        ErrorCode.LINK_UNKNOWN,
        ErrorCode.LINK_REFUSED);
  }

  @Rule(
      id = "LNK-017",
      value = "A callback that is not on the project's list gets no link",
      negative = true,
      needs = MAGIC_LINK)
  void anUnlistedCallbackGetsNoLinkByLink() {
    refused(
        () -> client().magicLinks().send(ada(), harness().unlistedCallback()),
        ErrorCode.REDIRECT_NOT_ALLOWED);
    assertEquals(0, harness().messages().sentTo(ada().value()));
  }

  @Rule(
      id = "LNK-018",
      value = "For existing users only: an unknown address is refused, and nothing is sent to it",
      negative = true,
      needs = MAGIC_LINK)
  void existingUsersOnlyByLink() {
    DeliveryOptions existing = DeliveryOptions.builder().existingUsersOnly(true).build();
    refused(
        () -> client().magicLinks().send(bob(), harness().callback(), existing),
        ErrorCode.USER_NOT_FOUND);
    assertEquals(0, harness().messages().sentTo(bob().value()));
    signInByLink(ada());
    client().magicLinks().send(ada(), harness().callback(), existing);
    client().magicLinks().authenticate(opened(harness(), ada())).orElseThrow();
  }

  @Rule(
      id = "LNK-020",
      value = "A link bound to the browser is refused without its handle",
      negative = true,
      needs = {MAGIC_LINK, DELIVERY_BOUND_TO_BROWSER})
  void aBoundLinkIsRefusedWithoutItsHandle() {
    ChallengeHandle handle = sendBound(ada());
    URI link = opened(harness(), ada());
    refused(() -> client().magicLinks().authenticate(link), ErrorCode.PKCE_MISMATCH);
    client().magicLinks().authenticate(link, with(handle)).orElseThrow();
  }

  @Rule(
      id = "LNK-021",
      value = "A link bound to the browser is refused with the handle of another flow",
      negative = true,
      needs = {MAGIC_LINK, DELIVERY_BOUND_TO_BROWSER})
  void aBoundLinkIsRefusedWithAnothersHandle() {
    sendBound(ada());
    ChallengeHandle others = sendBound(bob());
    URI link = opened(harness(), ada());
    refused(() -> client().magicLinks().authenticate(link, with(others)), ErrorCode.PKCE_MISMATCH);
  }

  @Rule(
      id = "LNK-022",
      value = "A handle that was changed, cut or made up is refused unsent",
      negative = true,
      needs = {MAGIC_LINK, DELIVERY_BOUND_TO_BROWSER})
  void aChangedHandleIsRefusedByLink() {
    ChallengeHandle genuine = sendBound(ada());
    URI link = opened(harness(), ada());
    for (ChallengeHandle bad : Codes.tampered(genuine)) {
      refusedUnsent(
          () -> client().magicLinks().authenticate(link, with(bad)), ErrorCode.CHALLENGE_INVALID);
    }
  }

  private SignInResult.SignedIn signInByLink(EmailAddress email) {
    return client().magicLinks().authenticate(mailed(email)).orElseThrow();
  }

  private URI mailed(EmailAddress email) {
    client().magicLinks().send(email, harness().callback());
    return opened(harness(), email);
  }

  private ChallengeHandle sendBound(EmailAddress email) {
    DeliveryOptions bound = DeliveryOptions.builder().boundToBrowser(true).build();
    Challenge challenge = client().magicLinks().send(email, harness().callback(), bound);
    return challenge.handle();
  }

  private static CallbackOptions with(ChallengeHandle handle) {
    return CallbackOptions.builder().handle(handle).build();
  }

  private static URI opened(AuthHarness harness, EmailAddress email) {
    return harness
        .human()
        .follow(harness.messages().awaitLink(email.value(), SentMessages.LinkKind.SIGN_IN));
  }
}
