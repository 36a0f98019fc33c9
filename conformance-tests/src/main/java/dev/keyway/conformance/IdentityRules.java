package dev.keyway.conformance;

import static dev.keyway.Capability.OAUTH;
import static dev.keyway.Capability.OAUTH_LINK;
import static dev.keyway.Capability.OAUTH_STORED_TOKENS;
import static dev.keyway.Capability.OAUTH_TOKENS_AT_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** IDN: identities that belong to a user, and what their providers' own tokens open. */
abstract class IdentityRules extends ConsentRules {

  IdentityRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "IDN-001",
      value = "The identity provider's tokens come with the sign-in",
      needs = {OAUTH, OAUTH_TOKENS_AT_SIGN_IN})
  void theProvidersTokensComeWithTheSignIn() {
    OAuthTokens tokens = signInAs(ada()).tokens().orElseThrow();
    assertFalse(tokens.accessToken().reveal().isBlank());
    assertFalse(tokens.toString().contains(tokens.accessToken().reveal()), "a token shows");
  }

  @Rule(
      id = "IDN-002",
      value = "A scope that was asked for besides is in the identity provider's tokens",
      needs = {OAUTH, OAUTH_TOKENS_AT_SIGN_IN})
  void aScopeAskedForIsInTheTokens() {
    OAuthTokens tokens = signInWith(consent().scope()).tokens().orElseThrow();
    assertTrue(tokens.scopes().contains(consent().scope()), "the scope is missing");
    assertTrue(tokens.refreshToken().isPresent(), "nothing renews the token");
  }

  @Rule(
      id = "IDN-003",
      value = "The identity provider's token can be had later",
      needs = {OAUTH, OAUTH_STORED_TOKENS})
  void theProvidersTokenCanBeHadLater() {
    SignInResult.SignedIn in = signInAs(ada()).result().orElseThrow();
    OAuthTokens tokens =
        client().oauth().accessToken(in.user().id(), consent().provider(), Set.of());
    assertFalse(tokens.accessToken().reveal().isBlank());
  }

  @Rule(
      id = "IDN-004",
      value = "The identity provider's token is for the scopes asked for, and is renewed",
      needs = {OAUTH, OAUTH_STORED_TOKENS})
  void theStoredTokenIsRenewed() {
    String scope = consent().scope();
    SignInResult.SignedIn in = signInWith(scope).result().orElseThrow();
    OAuthProviderId provider = consent().provider();
    OAuthTokens first = client().oauth().accessToken(in.user().id(), provider, Set.of(scope));
    clock().advance(Duration.ofHours(2));
    OAuthTokens later = client().oauth().accessToken(in.user().id(), provider, Set.of(scope));
    assertFalse(first.accessToken().equals(later.accessToken()), "the token is two hours old");
  }

  @Rule(
      id = "IDN-005",
      value = "An identity linked to a signed-in user signs that user in from then on",
      needs = {OAUTH, OAUTH_LINK, PASSWORD_SIGN_UP})
  void aLinkedIdentitySignsThatUserIn() {
    SignInResult.SignedIn in = signUp(ada());
    OAuthSignIn linked = link(in, bob());
    assertEquals(in.user().id(), linked.result().orElseThrow().user().id());
    assertEquals(in.user().id(), signInAs(bob()).result().orElseThrow().user().id());
  }

  @Rule(
      id = "IDN-006",
      value = "Linking an identity again that is the user's own changes nothing",
      needs = {OAUTH, OAUTH_LINK, PASSWORD_SIGN_UP})
  void linkingAgainChangesNothing() {
    SignInResult.SignedIn in = signUp(ada());
    link(in, bob());
    assertEquals(in.user().id(), link(in, bob()).result().orElseThrow().user().id());
    assertEquals(in.user().id(), signInAs(bob()).result().orElseThrow().user().id());
  }

  @Rule(
      id = "IDN-010",
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
      id = "IDN-011",
      value = "An identity that is another user's is not linked, and stays theirs",
      negative = true,
      needs = {OAUTH, OAUTH_LINK, PASSWORD_SIGN_UP})
  void anothersIdentityIsNotLinked() {
    SignInResult.SignedIn bob = signInAs(bob()).result().orElseThrow();
    SignInResult.SignedIn ada = signUp(ada());
    OAuthAuthorization start = startLink(ada);
    Optional<URI> end = consent().approve(start.location(), bob());
    end.ifPresent(
        uri ->
            refused(
                () -> client().oauth().exchange(uri, start.handle()),
                ErrorCode.IDENTITY_LINKED_ELSEWHERE));
    assertEquals(bob.user().id(), signInAs(bob()).result().orElseThrow().user().id());
  }

  @Rule(
      id = "IDN-012",
      value = "A link that one browser began is not finished by another, unsent",
      negative = true,
      needs = {OAUTH, OAUTH_LINK, PASSWORD_SIGN_UP})
  void aLinkIsNotFinishedByAnotherBrowser() {
    OAuthAuthorization attackers = startLink(signUp(bob()));
    OAuthAuthorization victims = start();
    URI back = approved(victims, ada());
    refusedUnsent(
        () -> client().oauth().exchange(back, attackers.handle()), ErrorCode.STATE_MISMATCH);
  }

  @Rule(
      id = "IDN-013",
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
      id = "IDN-014",
      value = "No token can be had for a scope that was never granted",
      negative = true,
      needs = {OAUTH, OAUTH_STORED_TOKENS})
  void noTokenForAScopeNeverGranted() {
    SignInResult.SignedIn in = signInAs(ada()).result().orElseThrow();
    OAuthProviderId provider = consent().provider();
    refused(
        () -> client().oauth().accessToken(in.user().id(), provider, Set.of(consent().scope())),
        ErrorCode.IDENTITY_NOT_CONNECTED);
  }

  @Rule(
      id = "IDN-015",
      value = "One user's identity gives another user no token",
      negative = true,
      needs = {OAUTH, OAUTH_STORED_TOKENS, PASSWORD_SIGN_UP})
  void noTokenOfAnothersIdentity() {
    SignInResult.SignedIn ada = signInAs(ada()).result().orElseThrow();
    SignInResult.SignedIn bob = signUp(bob());
    OAuthProviderId provider = consent().provider();
    client().oauth().accessToken(ada.user().id(), provider, Set.of());
    refused(
        () -> client().oauth().accessToken(bob.user().id(), provider, Set.of()),
        ErrorCode.IDENTITY_NOT_CONNECTED);
  }

  private OAuthSignIn signInWith(String scope) {
    OAuthAuthorization start = start(OAuthOptions.builder().scopes(Set.of(scope)).build());
    return client().oauth().exchange(approved(start, ada()), start.handle());
  }

  private OAuthAuthorization startLink(SignInResult.SignedIn to) {
    return start(OAuthOptions.builder().linkTo(to.tokens()).build());
  }

  private OAuthAuthorization start(OAuthOptions options) {
    return client().oauth().authorize(consent().provider(), harness().callback(), options);
  }

  private OAuthSignIn link(SignInResult.SignedIn to, EmailAddress identity) {
    OAuthAuthorization start = startLink(to);
    return client().oauth().exchange(approved(start, identity), start.handle());
  }
}
