package dev.keyway.conformance;

import static dev.keyway.Capability.OAUTH;
import static dev.keyway.Capability.OAUTH_LINK;
import static dev.keyway.Capability.OAUTH_STORED_TOKENS;
import static dev.keyway.Capability.OAUTH_TOKENS_AT_SIGN_IN;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.Capability.USER_FIND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.Account;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.OAuthTokens;
import dev.keyway.SignInResult;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** OAU: signing in through an identity provider. */
abstract class OAuthRules extends Rules {

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
    assertNotEquals(Account.EXISTING, in.account());
    assertEquals(ada(), in.user().primaryEmail().orElseThrow().address());
    assertEquals(in.user().id(), client().sessions().verify(in.tokens().access()).userId());
  }

  @Rule(id = "OAU-002", value = "The same identity signs the same user in again", needs = OAUTH)
  void theSameIdentitySignsTheSameUserIn() {
    SignInResult.SignedIn first = signInAs(ada()).result().orElseThrow();
    SignInResult.SignedIn second = signInAs(ada()).result().orElseThrow();
    assertEquals(first.user().id(), second.user().id());
    assertNotEquals(Account.CREATED, second.account());
  }

  @Rule(id = "OAU-003", value = "The callback's own query comes back", needs = OAUTH)
  void theCallbacksOwnQueryComesBackInOAuth() {
    OAuthAuthorization start = start(withQuery(harness().callback(), "next=%2Fhome"));
    URI back = approved(start, ada());
    assertTrue(back.getRawQuery().contains("next=%2Fhome"), "the query was lost");
    client().oauth().exchange(back, start.handle()).result().orElseThrow();
  }

  @Rule(
      id = "OAU-004",
      value = "The identity provider's tokens come with the sign-in",
      needs = {OAUTH, OAUTH_TOKENS_AT_SIGN_IN})
  void theProvidersTokensComeWithTheSignIn() {
    OAuthTokens tokens = signInAs(ada()).tokens().orElseThrow();
    assertFalse(tokens.accessToken().reveal().isBlank());
    assertFalse(tokens.toString().contains(tokens.accessToken().reveal()), "a token shows");
  }

  @Rule(
      id = "OAU-005",
      value = "The identity provider's token can be had later",
      needs = {OAUTH, OAUTH_STORED_TOKENS})
  void theProvidersTokenCanBeHadLater() {
    SignInResult.SignedIn in = signInAs(ada()).result().orElseThrow();
    OAuthTokens tokens =
        client().oauth().accessToken(in.user().id(), consent().provider(), Set.of());
    assertFalse(tokens.accessToken().reveal().isBlank());
  }

  @Rule(
      id = "OAU-006",
      value = "An identity linked to a signed-in user signs that user in from then on",
      needs = {OAUTH, OAUTH_LINK, PASSWORD_SIGN_UP})
  void aLinkedIdentitySignsThatUserIn() {
    SignInResult.SignedIn in = signUp(ada());
    OAuthSignIn linked = link(in, bob());
    assertEquals(in.user().id(), linked.result().orElseThrow().user().id());
    assertEquals(in.user().id(), signInAs(bob()).result().orElseThrow().user().id());
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
    Race<OAuthSignIn> race = Race.run(8, () -> client().oauth().exchange(back, start.handle()));
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
      value = "A link wanted by a session that has ended is refused",
      negative = true,
      needs = {OAUTH, OAUTH_LINK, PASSWORD_SIGN_UP})
  void aLinkForAnEndedSessionIsRefused() {
    SignInResult.SignedIn in = signUp(ada());
    client().sessions().revokeAll(in.user().id());
    clock().advance(Duration.ofMinutes(20));
    OAuthProviderId provider = consent().provider();
    refused(
        () ->
            client()
                .oauth()
                .authorize(
                    provider,
                    harness().callback(),
                    OAuthOptions.builder().linkTo(in.tokens()).build()),
        ErrorCode.SESSION_NOT_FOUND);
  }

  @Rule(
      id = "OAU-024",
      value = "No token can be had of an identity that was never connected",
      negative = true,
      needs = {OAUTH, OAUTH_STORED_TOKENS, PASSWORD_SIGN_UP})
  void noTokenOfAnUnconnectedIdentity() {
    SignInResult.SignedIn in = signUp(ada());
    OAuthProviderId provider = consent().provider();
    refused(
        () -> client().oauth().accessToken(in.user().id(), provider, Set.of()),
        ErrorCode.IDENTITY_NOT_CONNECTED);
  }

  @Rule(
      id = "OAU-025",
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

  private Person.Consent consent() {
    return part(harness().person().consent(), "consent pages", "nobody can agree");
  }

  private OAuthAuthorization start() {
    return start(harness().callback());
  }

  private OAuthAuthorization start(URI callback) {
    return client().oauth().authorize(consent().provider(), callback);
  }

  private URI approved(OAuthAuthorization start, EmailAddress as) {
    return consent()
        .approve(start.location(), as)
        .orElseThrow(() -> new AssertionError("the browser did not come back"));
  }

  private OAuthSignIn signInAs(EmailAddress person) {
    OAuthAuthorization start = start();
    return client().oauth().exchange(approved(start, person), start.handle());
  }

  private OAuthSignIn link(SignInResult.SignedIn to, EmailAddress identity) {
    OAuthAuthorization start =
        client()
            .oauth()
            .authorize(
                consent().provider(),
                harness().callback(),
                OAuthOptions.builder().linkTo(to.tokens()).build());
    return client().oauth().exchange(approved(start, identity), start.handle());
  }

  private static URI back(Optional<URI> end) {
    assumeTrue(end.isPresent(), "the provider shows the error itself and sends nobody back");
    return end.orElseThrow();
  }
}
