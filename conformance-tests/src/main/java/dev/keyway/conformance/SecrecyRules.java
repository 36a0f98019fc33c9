package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_CHANGE;
import static dev.keyway.Capability.PASSWORD_CHECK;
import static dev.keyway.Capability.PASSWORD_RESET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_AUTHENTICATE;
import static dev.keyway.Capability.SESSION_LIST;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.SESSION_SIGN_OUT;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static dev.keyway.conformance.Samples.PASSWORD;
import static dev.keyway.conformance.Samples.WEAK_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.Capability;
import dev.keyway.Challenge;
import dev.keyway.RenewalToken;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** SEC: what must never be seen in a message, an event or a text form. */
abstract class SecrecyRules extends Rules {

  private final LeakDetector spyGlass = new LeakDetector();

  SecrecyRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SEC-001",
      value = "No refusal of a password shows one",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void noRefusalOfAPasswordShowsOne() {
    watched(
        client -> {
          spyGlass.hide(PASSWORD, OTHER_PASSWORD, WEAK_PASSWORD);
          spyGlass.look(() -> client.passwords().signUp(ada(), WEAK_PASSWORD));
          spyGlass.look(() -> client.passwords().signUp(ada(), PASSWORD));
          spyGlass.look(() -> client.passwords().signUp(ada(), OTHER_PASSWORD));
          spyGlass.look(() -> client.passwords().signIn(ada(), OTHER_PASSWORD));
          spyGlass.look(() -> client.passwords().signIn(bob(), PASSWORD));
        });
  }

  @Rule(
      id = "SEC-002",
      value = "No result and no refusal shows a token",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_REFRESH, SESSION_AUTHENTICATE, SESSION_SIGN_OUT})
  void nothingShowsAToken() {
    watched(
        client -> {
          SignInResult.SignedIn in = signUp(client, ada());
          SessionTokens tokens = in.tokens();
          spyGlass.hide(tokens.access(), tokens.renewal());
          spyGlass.look(() -> in);
          spyGlass.look(() -> client.sessions().refresh(tokens.renewal()));
          spyGlass.look(() -> client.sessions().authenticate(tokens));
          client.sessions().signOut(tokens);
          spyGlass.look(() -> client.sessions().refresh(tokens.renewal()));
          spyGlass.look(() -> client.sessions().authenticate(tokens));
        });
  }

  @Rule(
      id = "SEC-003",
      value = "No refusal of a token shows it",
      negative = true,
      needs = {PASSWORD_SIGN_UP, SESSION_VERIFY, SESSION_REFRESH})
  void noRefusalOfATokenShowsIt() {
    watched(
        client -> {
          AccessToken genuine = signUp(client, ada()).tokens().access();
          String[] parts = genuine.reveal().split("\\.", -1);
          AccessToken forged = AccessToken.of(parts[0] + "." + parts[1] + ".AAAA");
          RenewalToken invented = RenewalToken.of("renewal-token-that-nobody-issued-0123456789");
          spyGlass.hide(genuine, forged, invented);
          spyGlass.hide(parts[1]);
          spyGlass.look(() -> client.sessions().verify(genuine));
          spyGlass.look(() -> client.sessions().verify(forged));
          spyGlass.look(() -> client.sessions().refresh(invented));
        });
  }

  @Rule(
      id = "SEC-004",
      value = "No refusal of a reset shows the link's credential, the password or the handle",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET})
  void noRefusalOfAResetShowsTheLink() {
    watched(
        client -> {
          signUp(client, ada());
          Challenge challenge = client.passwords().startReset(ada(), harness().callback());
          URI link =
              harness()
                  .human()
                  .follow(
                      harness()
                          .messages()
                          .awaitLink(ada().value(), SentMessages.LinkKind.PASSWORD_RESET));
          spyGlass.hide(challenge.handle(), OTHER_PASSWORD, WEAK_PASSWORD);
          spyGlass.hide(Links.credential(link), Links.credential(Links.altered(link)));
          spyGlass.look(() -> challenge);
          spyGlass.look(() -> finish(client, Links.altered(link)));
          spyGlass.look(() -> finish(client, link));
          spyGlass.look(() -> finish(client, link));
          spyGlass.look(
              () -> finish(client, withQuery(link, link.getRawQuery() + "&" + link.getRawQuery())));
        });
  }

  @Rule(
      id = "SEC-005",
      value = "Nothing shows the project's own secrets, not even when they are refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void nothingShowsTheProjectsSecrets() {
    watched(
        client -> {
          spyGlass.look(() -> client);
          spyGlass.look(() -> client.passwords().signUp(ada(), PASSWORD));
          spyGlass.look(() -> client.passwords().signIn(bob(), PASSWORD));
        });
    Map<String, String> wrong = harness().wrongCredentials();
    spyGlass.hide(wrong.values().toArray(String[]::new));
    try (AuthClient refusedClient = harness().builder(wrong).observer(spyGlass).build()) {
      spyGlass.look(() -> refusedClient.passwords().signIn(ada(), PASSWORD));
    }
    spyGlass.assertNothingSeen();
  }

  @Rule(
      id = "SEC-006",
      value = "No failure of the network shows what was sent or answered",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void noFailureOfTheNetworkShowsWhatWasSent() {
    BadNetwork faults = faults();
    watched(
        client -> {
          SignInResult.SignedIn in = signUp(client, ada());
          spyGlass.hide(PASSWORD, OTHER_PASSWORD, in.tokens().access(), in.tokens().renewal());
          for (Runnable fault :
              new Runnable[] {
                () -> faults.status(503),
                () -> faults.status(418),
                faults::dropBefore,
                faults::dropAfter,
                faults::truncate,
                faults::webPage
              }) {
            fault.run();
            spyGlass.look(() -> client.passwords().signIn(ada(), PASSWORD));
          }
        });
  }

  @Rule(
      id = "SEC-007",
      value = "Events name no person: neither ids nor addresses",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_CHANGE, SESSION_LIST})
  void eventsNameNoPerson() {
    watched(
        client -> {
          SignInResult.SignedIn in = signUp(client, ada());
          client.sessions().list(in.user().id());
          client.passwords().change(in.tokens(), PASSWORD, OTHER_PASSWORD);
          spyGlass.assertEventsWithout(in.user().id().value(), ada().value());
        });
  }

  @Rule(
      id = "SEC-008",
      value = "The check of a password shows it nowhere",
      negative = true,
      needs = PASSWORD_CHECK)
  void theCheckOfAPasswordShowsItNowhere() {
    watched(
        client -> {
          spyGlass.hide(PASSWORD, WEAK_PASSWORD);
          spyGlass.look(() -> client.passwords().check(PASSWORD));
          spyGlass.look(() -> client.passwords().check(WEAK_PASSWORD));
        });
  }

  @Rule(
      id = "SEC-009",
      value = "Every call and every request is reported to the observer",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void everyCallIsReported() {
    int before = wire().requests();
    watched(
        client -> {
          signUp(client, ada());
          spyGlass.look(() -> client.passwords().signIn(ada(), OTHER_PASSWORD));
        });
    assertEquals(2, spyGlass.calls());
    assertEquals(wire().requests() - before, spyGlass.requests(), "requests were not reported");
    assertFalse(client().supports(Capability.PASSWORD_SIGN_IN) && spyGlass.requests() == 0);
  }

  private static String finish(AuthClient client, URI link) {
    client.passwords().finishReset(link, OTHER_PASSWORD);
    return "done";
  }

  private void watched(Consumer<AuthClient> calls) {
    spyGlass.hide(harness().secrets().toArray(String[]::new));
    try (AuthClient client = harness().builder(Map.of()).observer(spyGlass).build()) {
      calls.accept(client);
    }
    spyGlass.assertNothingSeen();
  }
}
