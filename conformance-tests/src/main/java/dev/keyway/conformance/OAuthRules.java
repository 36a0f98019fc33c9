package dev.keyway.conformance;

import static dev.keyway.Capability.OAUTH;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.Capability.USER_FIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.SignInResult;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** OAU: signing in through an identity provider. */
abstract class OAuthRules extends ConsentRules {

  private static final ErrorCode[] SPENT = {
    ErrorCode.OAUTH_CODE_REFUSED, ErrorCode.CHALLENGE_EXPIRED
  };

  OAuthRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "OAU-001",
      value = "Who agrees at the identity provider is signed in, with an account of their own",
      needs = {OAUTH, SESSION_VERIFY})
  void whoAgreesIsSignedIn() {
    OAuthSignIn end = signInAs(ada());
    SignInResult.SignedIn in = end.result().orElseThrow();
    assertEquals(consent().provider(), end.provider());
    assertNotEquals(AccountOutcome.EXISTING, in.account());
    assertEquals(ada(), in.user().primaryEmail().orElseThrow().address());
    assertEquals(in.user().id(), client().sessions().verify(in.tokens().access()).userId());
  }

  @Rule(id = "OAU-002", value = "The same identity signs the same user in again", needs = OAUTH)
  void theSameIdentitySignsTheSameUserIn() {
    SignInResult.SignedIn first = signInAs(ada()).result().orElseThrow();
    SignInResult.SignedIn second = signInAs(ada()).result().orElseThrow();
    assertEquals(first.user().id(), second.user().id());
    assertNotEquals(AccountOutcome.CREATED, second.account());
  }

  @Rule(id = "OAU-003", value = "The callback's own query comes back", needs = OAUTH)
  void theCallbacksOwnQueryComesBackInOAuth() {
    OAuthAuthorization start = start(withQuery(harness().callback(), "next=%2Fhome"));
    URI back = approved(start, ada());
    assertTrue(back.getRawQuery().contains("next=%2Fhome"), "the query was lost");
    client().oauth().exchange(back, start.handle()).result().orElseThrow();
  }

  @Rule(
      id = "OAU-010",
      value = "Who declines is told from who failed, and nothing is sent",
      negative = true,
      needs = OAUTH)
  void whoDeclinesIsRefused() {
    OAuthAuthorization start = start();
    URI back = back(consent().deny(start.location()));
    refusedUnsent(() -> client().oauth().exchange(back, start.handle()), ErrorCode.OAUTH_DENIED);
  }

  @Rule(
      id = "OAU-011",
      value = "A failure of the identity provider is not the person's",
      negative = true,
      needs = OAUTH)
  void aFailureOfTheProviderIsRefused() {
    OAuthAuthorization start = start();
    URI back = back(consent().fail(start.location()));
    refusedUnsent(
        () -> client().oauth().exchange(back, start.handle()), ErrorCode.OAUTH_PROVIDER_FAILED);
  }

  @Rule(id = "OAU-012", value = "A callback works once", negative = true, needs = OAUTH)
  void aCallbackWorksOnce() {
    OAuthAuthorization start = start();
    URI back = approved(start, ada());
    client().oauth().exchange(back, start.handle());
    refused(() -> client().oauth().exchange(back, start.handle()), SPENT);
  }

  @Rule(
      id = "OAU-013",
      value = "Of many uses of one callback at the same time exactly one signs in",
      negative = true,
      needs = OAUTH)
  void ofManyUsesExactlyOneSignsInInOAuth() {
    OAuthAuthorization start = start();
    URI back = approved(start, ada());
    ConcurrentCalls<OAuthSignIn> race =
        ConcurrentCalls.run(
            ConcurrentCalls.RACERS, () -> client().oauth().exchange(back, start.handle()));
    assertEquals(1, race.winners().size(), () -> "refusals were " + race.refusals());
  }

  @Rule(
      id = "OAU-014",
      value = "The callback of one browser is refused with the handle of another, unsent",
      negative = true,
      needs = OAUTH)
  void aCallbackIsRefusedInAnotherBrowser() {
    OAuthAuthorization attacker = start();
    OAuthAuthorization victim = start();
    URI back = approved(attacker, ada());
    refusedUnsent(() -> client().oauth().exchange(back, victim.handle()), ErrorCode.STATE_MISMATCH);
    client().oauth().exchange(back, attacker.handle()).result().orElseThrow();
  }

  @Rule(
      id = "OAU-015",
      value = "One callback's credential under another's state is refused",
      negative = true,
      needs = OAUTH)
  void aMixedCallbackIsRefused() {
    OAuthAuthorization adas = start();
    URI adasBack = approved(adas, ada());
    OAuthAuthorization bobs = start();
    URI bobsBack = approved(bobs, bob());
    for (URI mixed : Links.mixtures(bobsBack, adasBack)) {
      refused(
          () -> client().oauth().exchange(mixed, bobs.handle()),
          ErrorCode.OAUTH_CODE_REFUSED,
          ErrorCode.PKCE_MISMATCH,
          ErrorCode.STATE_MISMATCH);
    }
  }

  @Rule(
      id = "OAU-016",
      value = "A handle that was changed, cut or made up is refused unsent",
      negative = true,
      needs = OAUTH)
  void aChangedHandleIsRefusedInOAuth() {
    OAuthAuthorization start = start();
    URI back = approved(start, ada());
    for (ChallengeHandle bad : Codes.tampered(start.handle())) {
      refusedUnsent(() -> client().oauth().exchange(back, bad), ErrorCode.CHALLENGE_INVALID);
    }
  }

  @Rule(
      id = "OAU-017",
      value = "The handle of a code is no handle of an OAuth flow",
      negative = true,
      needs = {OAUTH, OTP_EMAIL})
  void aHandleOfAnotherFlowIsRefusedInOAuth() {
    URI back = approved(start(), ada());
    DeliveryOptions options = DeliveryOptions.builder().callback(harness().callback()).build();
    ChallengeHandle wrong = client().otps().sendEmail(bob(), options).handle();
    refusedUnsent(() -> client().oauth().exchange(back, wrong), ErrorCode.CHALLENGE_INVALID);
  }

  @Rule(
      id = "OAU-018",
      value = "A callback and a handle of another project are refused unsent",
      negative = true,
      needs = OAUTH)
  void aFlowOfAnotherProjectIsRefused() {
    URI back = approved(start(), ada());
    try (AuthHarness stranger = stranger()) {
      OAuthAuthorization foreign =
          stranger.client().oauth().authorize(consent().provider(), stranger.callback());
      refusedUnsent(
          () -> client().oauth().exchange(back, foreign.handle()), ErrorCode.CHALLENGE_INVALID);
    }
  }

  @Rule(
      id = "OAU-019",
      value = "A callback without parameters, with one twice or foreign is refused unsent",
      negative = true,
      needs = OAUTH)
  void aMalformedCallbackIsRefusedUnsentInOAuth() {
    OAuthAuthorization start = start();
    URI back = approved(start, ada());
    for (String query :
        new String[] {"", back.getRawQuery() + "&" + back.getRawQuery(), "colour=blue"}) {
      refusedUnsent(
          () -> client().oauth().exchange(withQuery(back, query), start.handle()),
          ErrorCode.CALLBACK_INVALID,
          ErrorCode.STATE_MISMATCH);
    }
    client().oauth().exchange(back, start.handle()).result().orElseThrow();
  }

  @Rule(
      id = "OAU-020",
      value = "A flow that took too long is refused",
      negative = true,
      needs = OAUTH)
  void aFlowThatTookTooLongIsRefused() {
    OAuthAuthorization start = start();
    URI back = approved(start, ada());
    clock().advance(Duration.ofHours(2));
    refused(() -> client().oauth().exchange(back, start.handle()), SPENT);
  }

  @Rule(
      id = "OAU-021",
      value = "No browser is sent to a callback that is not on the project's list",
      negative = true,
      needs = OAUTH)
  void noBrowserIsSentToAnUnlistedCallback() {
    OAuthAuthorization start;
    try {
      start = start(harness().unlistedCallback());
    } catch (AuthException e) {
      assertEquals(ErrorCode.REDIRECT_NOT_ALLOWED, e.code());
      return;
    }
    Optional<URI> end = consent().approve(start.location(), ada());
    end.ifPresent(
        uri ->
            assertNotEquals(
                harness().unlistedCallback().getHost(), uri.getHost(), "the code was given away"));
  }

  @Rule(
      id = "OAU-022",
      value = "An identity provider that nobody has leads nowhere",
      negative = true,
      needs = OAUTH)
  void anUnknownProviderLeadsNowhere() {
    OAuthProviderId nobodys = OAuthProviderId.of("no-such-provider");
    OAuthAuthorization start;
    try {
      start = client().oauth().authorize(nobodys, harness().callback());
    } catch (AuthException e) {
      assertEquals(ErrorCode.OAUTH_PROVIDER_NOT_ENABLED, e.code());
      return;
    }
    Optional<URI> end = consent().approve(start.location(), ada());
    end.ifPresent(
        uri ->
            refused(
                () -> client().oauth().exchange(uri, start.handle()),
                ErrorCode.OAUTH_PROVIDER_NOT_ENABLED,
                ErrorCode.CALLBACK_INVALID));
  }

  @Rule(
      id = "OAU-023",
      value = "The location and the handle show no verifier: two starts share nothing secret",
      negative = true,
      needs = {OAUTH, USER_FIND})
  void twoStartsShareNothing() {
    OAuthAuthorization one = start();
    OAuthAuthorization two = start();
    assertNotEquals(one.location(), two.location());
    assertNotEquals(one.handle(), two.handle());
    assertFalse(one.toString().contains(one.handle().reveal()), "the handle shows");
    assertTrue(one.location().getRawQuery().contains("code_challenge"), "PKCE is missing");
  }

  @Rule(
      id = "OAU-024",
      value = "The callback of another project is refused, whole or in parts",
      negative = true,
      needs = OAUTH)
  void aCallbackOfAnotherProjectIsRefused() {
    OAuthAuthorization own = start();
    URI back = approved(own, ada());
    try (AuthHarness stranger = stranger()) {
      Human.Consent there = consent(stranger);
      OAuthAuthorization foreign =
          stranger.client().oauth().authorize(there.provider(), stranger.callback());
      URI foreignBack = approved(there, foreign, ada());
      refusedUnsent(
          () -> client().oauth().exchange(foreignBack, own.handle()), ErrorCode.STATE_MISMATCH);
      for (URI mixed : Links.mixtures(back, foreignBack)) {
        refused(
            () -> client().oauth().exchange(mixed, own.handle()),
            ErrorCode.OAUTH_CODE_REFUSED,
            ErrorCode.STATE_MISMATCH);
      }
      stranger.client().oauth().exchange(foreignBack, foreign.handle()).result().orElseThrow();
    }
  }

  @Rule(
      id = "OAU-025",
      value = "A callback at another address than the flow was begun with is refused unsent",
      negative = true,
      needs = OAUTH)
  void aCallbackAtAnotherAddressIsRefused() {
    OAuthAuthorization start = start();
    URI back = approved(start, ada());
    for (String address : new String[] {"https://elsewhere.example.net/", "/elsewhere"}) {
      URI elsewhere = withQuery(back.resolve(address), back.getRawQuery());
      refusedUnsent(
          () -> client().oauth().exchange(elsewhere, start.handle()), ErrorCode.CALLBACK_INVALID);
    }
    client().oauth().exchange(back, start.handle()).result().orElseThrow();
  }

  @Rule(
      id = "OAU-026",
      value = "Who squats on an address by a password is not let in by its owner's identity",
      negative = true,
      needs = {OAUTH, PASSWORD_SIGN_UP})
  void aSquatterIsNotLetIn() {
    SignInResult.SignedIn squatter = signUp(ada());
    OAuthAuthorization start = start();
    Optional<URI> end = consent().approve(start.location(), ada());
    SignInResult.SignedIn owner;
    try {
      owner = client().oauth().exchange(back(end), start.handle()).result().orElseThrow();
    } catch (AuthException e) {
      assertEquals(ErrorCode.ACCOUNT_ALREADY_EXISTS, e.code());
      return;
    }
    if (owner.user().id().equals(squatter.user().id())) {
      refused(
          () -> signIn(ada(), Samples.PASSWORD),
          ErrorCode.INVALID_CREDENTIALS,
          ErrorCode.PASSWORD_RESET_REQUIRED);
      assertEnded(squatter.tokens());
    }
  }

  @Rule(
      id = "OAU-027",
      value = "A refused callback leaves no account behind",
      negative = true,
      needs = {OAUTH, USER_FIND})
  void aRefusedFlowLeavesNoAccountBehind() {
    OAuthAuthorization start = start();
    consent().deny(start.location());
    assertEquals(Optional.empty(), client().users().findByEmail(ada()));
  }
}
