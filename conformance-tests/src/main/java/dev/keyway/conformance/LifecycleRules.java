package dev.keyway.conformance;

import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.Capability.SESSION_REFRESH;
import static dev.keyway.Capability.SESSION_VERIFY;
import static dev.keyway.Capability.USER_FIND;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static dev.keyway.conformance.Samples.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.Capability;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.SignInResult;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** LIF: opening, sharing and closing clients. */
abstract class LifecycleRules extends Rules {

  LifecycleRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(id = "LIF-001", value = "Opening and closing a client sends nothing")
  void openingAClientSendsNothing() {
    int before = wire().requests();
    harness().builder(Map.of()).build().close();
    assertEquals(before, wire().requests());
  }

  @Rule(id = "LIF-002", value = "Closing twice is no error")
  void closingTwiceIsNoError() {
    AuthClient client = harness().builder(Map.of()).build();
    client.close();
    client.close();
  }

  @Rule(id = "LIF-003", value = "A client can require all that its provider declares")
  void aClientCanRequireWhatIsDeclared() {
    Capability[] declared = client().capabilities().toArray(Capability[]::new);
    harness().builder(Map.of()).require(declared).build().close();
  }

  @Rule(
      id = "LIF-004",
      value = "Two clients of a project see the same users and sessions",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_REFRESH, SESSION_VERIFY})
  void twoClientsSeeTheSame() {
    SignInResult.SignedIn in = signUp(ada());
    try (AuthClient second = harness().builder(Map.of()).build()) {
      second.passwords().signIn(ada(), PASSWORD);
      second.sessions().verify(in.tokens().access());
      second.sessions().refresh(in.tokens().renewal());
    }
    assertAlive(in.tokens());
  }

  @Rule(
      id = "LIF-005",
      value = "Many threads share one client without mixing people up",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_VERIFY})
  void manyThreadsShareOneClient() {
    ConcurrentCalls<Boolean> race =
        ConcurrentCalls.run(
            8,
            index ->
                () -> {
                  EmailAddress mine = harness().address("thread" + index);
                  SignInResult.SignedIn up = signUp(mine);
                  SignInResult.SignedIn in = signIn(mine, PASSWORD);
                  return up.user().id().equals(in.user().id())
                      && mine.equals(in.user().primaryEmail().orElseThrow().address())
                      && client()
                          .sessions()
                          .verify(in.tokens().access())
                          .userId()
                          .equals(up.user().id());
                });
    assertEquals(List.of(), race.refusals());
    assertTrue(race.winners().stream().allMatch(right -> right), "people were mixed up");
  }

  @Rule(
      id = "LIF-006",
      value = "An asynchronous call ends as the call itself would",
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN})
  void anAsynchronousCallEndsAsTheCallItself() {
    SignInResult in = client().async(c -> c.passwords().signUp(ada(), PASSWORD)).join();
    assertInstanceOf(SignInResult.SignedIn.class, in);
    CompletionException failure =
        assertThrows(
            CompletionException.class,
            () -> client().async(c -> c.passwords().signIn(ada(), OTHER_PASSWORD)).join());
    assertEquals(
        ErrorCode.INVALID_CREDENTIALS,
        assertInstanceOf(AuthException.class, failure.getCause()).code());
  }

  @Rule(
      id = "LIF-010",
      value = "A closed client refuses every call unsent",
      negative = true,
      needs = {PASSWORD_SIGN_UP, USER_FIND})
  void aClosedClientRefusesEveryCall() {
    AuthClient closed = harness().builder(Map.of()).build();
    closed.close();
    refusedUnsent(() -> closed.passwords().signUp(ada(), PASSWORD), ErrorCode.CLIENT_CLOSED);
    refusedUnsent(() -> closed.users().findByEmail(ada()), ErrorCode.CLIENT_CLOSED);
    CompletionException failure =
        assertThrows(
            CompletionException.class,
            () -> closed.async(c -> c.users().findByEmail(ada())).join());
    assertEquals(
        ErrorCode.CLIENT_CLOSED, assertInstanceOf(AuthException.class, failure.getCause()).code());
  }

  @Rule(
      id = "LIF-011",
      value = "Closing one client leaves another of the same project alone",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, SESSION_VERIFY})
  void closingOneClientLeavesAnotherAlone() {
    SignInResult.SignedIn in = signUp(ada());
    AuthClient second = harness().builder(Map.of()).build();
    second.sessions().verify(in.tokens().access());
    second.close();
    client().sessions().verify(in.tokens().access());
    signIn(ada(), PASSWORD);
  }

  @Rule(
      id = "LIF-012",
      value = "Requiring what is not declared fails at once and names all of it",
      negative = true)
  void requiringWhatIsNotDeclaredFails() {
    Set<Capability> missing = EnumSet.allOf(Capability.class);
    missing.removeAll(client().capabilities());
    assumeFalse(missing.isEmpty(), "the provider declares everything");
    AuthException failure =
        refusedUnsent(
            () -> harness().builder(Map.of()).require(Capability.values()).build(),
            ErrorCode.UNSUPPORTED);
    missing.forEach(
        capability ->
            assertTrue(
                message(failure).contains(capability.name()),
                () -> capability + " is not named in: " + message(failure)));
  }

  @Rule(id = "LIF-013", value = "A missing setting is named in the refusal", negative = true)
  void aMissingSettingIsNamed() {
    Set<String> required = harness().requiredSettings();
    assumeFalse(required.isEmpty(), "the harness names no required settings");
    for (String key : required) {
      AuthException failure =
          refusedUnsent(
              () -> harness().builder(Map.of(key, "")).build(), ErrorCode.CONFIGURATION_INVALID);
      assertTrue(message(failure).contains(key), () -> "unnamed: " + message(failure));
    }
  }

  @Rule(
      id = "LIF-014",
      value = "A setting of the provider that it does not know is refused",
      negative = true)
  void anUnknownSettingIsRefused() {
    String slip = "keyway." + client().provider() + ".projekt-id";
    AuthException failure =
        refusedUnsent(
            () -> harness().builder(Map.of(slip, "x")).build(), ErrorCode.CONFIGURATION_INVALID);
    assertTrue(message(failure).contains("projekt"), () -> message(failure));
  }

  @Rule(
      id = "LIF-015",
      value = "Impossible timeouts and clock skews are refused and named",
      negative = true,
      needs = PASSWORD_SIGN_UP)
  void impossibleDurationsAreRefused() {
    for (String bad : new String[] {"10", "-PT1S", "PT0S", "ten seconds"}) {
      refused(
          "keyway.timeout = " + bad,
          () -> callWith("keyway.timeout", bad),
          ErrorCode.CONFIGURATION_INVALID);
    }
    for (String bad : new String[] {"5", "-PT1S", "PT6M"}) {
      refused(
          "keyway.clock-skew = " + bad,
          () -> callWith("keyway.clock-skew", bad),
          ErrorCode.CONFIGURATION_INVALID);
    }
  }

  @Rule(
      id = "LIF-016",
      value = "A client has no provider's view of a type that is none",
      negative = true)
  void unwrappingAForeignTypeIsRefused() {
    refusedUnsent(() -> client().unwrap(Runnable.class), ErrorCode.UNSUPPORTED);
  }

  @Rule(
      id = "LIF-017",
      value = "The text form of a client names its provider only",
      negative = true)
  void theTextFormNamesTheProviderOnly() {
    String text = client().toString();
    assertTrue(text.contains(client().provider()));
    harness().secrets().forEach(secret -> assertTrue(!text.contains(secret), "a secret shows"));
    assertTrue(
        Arrays.stream(Capability.values()).noneMatch(c -> text.contains(c.name())), () -> text);
  }

  private void callWith(String key, String value) {
    try (AuthClient client = harness().builder(Map.of(key, value)).build()) {
      SignInResult.SignedIn in = signUp(client, ada());
      client.sessions().verify(in.tokens().access());
    }
  }
}
