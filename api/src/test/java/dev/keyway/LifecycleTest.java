package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.fails;
import static dev.keyway.Failures.message;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyway.spi.AuthProviderFactory;
import dev.keyway.spi.ProviderContext;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening, running elsewhere, closing. */
class LifecycleTest {

  private final FixtureProvider provider = new FixtureProvider(EnumSet.allOf(Capability.class));

  @Test
  void closingTwiceClosesTheProviderOnce() {
    AuthClient client = provider.client().build();
    client.close();
    client.close();
    assertEquals(1, provider.closings.get());
  }

  @TestFactory
  Stream<DynamicTest> aClosedClientRefusesEveryCall() {
    return Operation.all()
        .map(
            operation ->
                dynamicTest(
                    operation.toString(),
                    () -> {
                      FixtureProvider own = new FixtureProvider(EnumSet.allOf(Capability.class));
                      AuthClient client = own.client().build();
                      client.close();
                      fails(
                          ErrorCode.CLIENT_CLOSED,
                          () -> operation.call(client, operation.samples()));
                      assertEquals(List.of(), own.calls);
                    }));
  }

  @Test
  void aClosedClientRefusesToUnwrap() {
    AuthClient client = provider.client().build();
    client.close();
    fails(ErrorCode.CLIENT_CLOSED, () -> client.unwrap(FixtureProvider.class));
  }

  @Test
  void anAsyncCallRunsOnAnotherThread() {
    Thread here = Thread.currentThread();
    CompletableFuture<Thread> there = new CompletableFuture<>();
    provider.answers(
        method -> {
          there.complete(Thread.currentThread());
          return FixtureProvider.sample(method);
        });
    try (AuthClient client = provider.client().build()) {
      SignInResult result =
          client.async(c -> c.passwords().signIn(Samples.EMAIL, Samples.SECRET)).join();
      assertSame(Samples.SIGNED_IN, result);
    }
    assertNotEquals(here, there.join());
    assertTrue(there.join().isDaemon(), "must not keep the process alive");
  }

  /** Threads of a pool that nobody ended would wait for more work, for a minute. */
  @Test
  void threadsOfTheClientsOwnEndWithIt() throws Exception {
    Thread worker;
    try (AuthClient client = provider.client().build()) {
      worker = client.async(c -> Thread.currentThread()).join();
    }
    worker.join(Duration.ofSeconds(40).toMillis());
    assertFalse(worker.isAlive(), "lives on after the client was closed");
  }

  @Test
  void aProviderIsMadeWithTheTimeAndTheRandomnessOfTheBuilder() {
    Clock clock = Clock.fixed(Samples.NOON, ZoneOffset.UTC);
    SecureRandom random = new SecureRandom();
    AtomicReference<ProviderContext> made = new AtomicReference<>();
    AuthClient.Builder builder =
        AuthClient.builder(
            Factories.of(
                context -> {
                  made.set(context);
                  return provider;
                }),
            FixtureProvider.CONFIG);
    builder.clock(clock).random(random).executor(Runnable::run).build().close();
    ProviderContext context = Objects.requireNonNull(made.get());
    assertSame(clock, context.clock());
    assertSame(random, context.random());
    assertSame(FixtureProvider.CONFIG, context.config());
  }

  @Test
  void anAsyncCallFailsWithTheSameException() {
    AuthException thrown = AuthException.of(ErrorCode.USER_NOT_FOUND, "no");
    provider.answers(
        method -> {
          throw thrown;
        });
    try (AuthClient client = provider.client().build()) {
      CompletableFuture<User> user =
          client.async(c -> c.users().update(Samples.USER_ID, UserUpdate.builder().build()));
      CompletionException failure = assertThrows(CompletionException.class, user::join);
      assertSame(thrown, failure.getCause());
    }
  }

  @Test
  void anAsyncCallRunsOnTheCallersExecutorWhichClosingLeavesAlone() {
    Queue<Runnable> tasks = new ArrayDeque<>();
    AuthClient client = provider.client().executor(tasks::add).build();
    CompletableFuture<?> before = client.async(c -> c.users().find(Samples.USER_ID));
    CompletableFuture<?> late = client.async(c -> c.users().find(Samples.USER_ID));
    assertFalse(before.isDone());
    tasks.remove().run();
    assertTrue(before.isDone() && !before.isCompletedExceptionally());
    client.close();
    tasks.remove().run();
    assertClosed(late);
    assertClosed(client.async(c -> c.users().find(Samples.USER_ID)));
    assertTrue(tasks.isEmpty(), "a closed client hands out no work");
  }

  @Test
  void anExecutorThatTakesNoMoreFailsTheFuture() {
    try (AuthClient client =
        provider
            .client()
            .executor(
                task -> {
                  throw new RejectedExecutionException();
                })
            .build()) {
      assertClosed(client.async(c -> c.users().find(Samples.USER_ID)));
    }
  }

  private static void assertClosed(CompletableFuture<?> future) {
    CompletionException failure = assertThrows(CompletionException.class, future::join);
    AuthException cause = assertInstanceOf(AuthException.class, failure.getCause());
    assertEquals(ErrorCode.CLIENT_CLOSED, cause.code());
  }

  @Test
  void theConfigurationNamesTheProvider() {
    try (AuthClient client = AuthClient.open(FixtureProvider.CONFIG)) {
      assertEquals("fixture", client.provider());
      assertEquals("AuthClient[fixture]", client.toString());
    }
  }

  @Test
  void anUnknownProviderIsNamedBesideTheKnownOnes() {
    AuthConfig config = AuthConfig.of(Map.of("keyway.provider", "nobody"));
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(config));
    assertTrue(
        message(failure)
            .endsWith(
                "Configuration keyway.provider must be fixture, not nobody (looked for with the"
                    + " thread's context class loader and Keyway's own)"),
        message(failure));
  }

  @Test
  void aProviderIsFoundFromAThreadWhoseLoaderKnowsOfNone() {
    for (ClassLoader loader : Arrays.asList(ClassLoader.getPlatformClassLoader(), null)) {
      underLoader(loader, () -> AuthClient.open(FixtureProvider.CONFIG).close());
    }
  }

  @Test
  void aProviderThatCannotBeLoadedHidesNoOther(@TempDir Path folder) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(AuthProviderFactory.class.getName()), "app.Gone\n");
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      underLoader(loader, () -> AuthClient.open(FixtureProvider.CONFIG).close());
      AuthConfig config = AuthConfig.of(Map.of("keyway.provider", "nobody"));
      underLoader(
          loader,
          () -> {
            AuthException failure =
                fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(config));
            assertTrue(message(failure).contains("app.Gone"), message(failure));
          });
    }
  }

  private static void underLoader(@Nullable ClassLoader loader, Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "timeout, ten",
    "timeout, PT0S",
    "timeout, PT2H",
    "clock-skew, -PT1S",
    "clock-skew, PT1H",
    "callback-url, nonsense",
    "callback-url, /relative",
    "relying-party-id, https://example.com",
    "relying-party-id, example.com:443",
    "relying-party-id, exa_mple.com",
    "relying-party-id, .com",
    "relying-party-id, a..b",
    "handle-keys, short"
  })
  void aWrongSettingIsToldWhenTheClientIsBuilt(String key, String value) {
    AuthConfig config = fixtureWith(key, value);
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(config));
    assertTrue(message(failure).contains("keyway." + key), message(failure));
  }

  @ParameterizedTest
  @CsvSource({
    "relying-party-id, localhost",
    "relying-party-id, xn--bcher-kva.example",
    "relying-party-id, Auth.Example.com",
    "totp-issuer, Bücher & Co",
    "callback-url, myapp://signed-in",
    "timeout, PT0.5S"
  })
  void whatIsRightIsTaken(String key, String value) {
    AuthClient.open(fixtureWith(key, value)).close();
  }

  private static AuthConfig fixtureWith(String key, String value) {
    return AuthConfig.of(
        Map.of(
            "keyway.provider", "fixture", "keyway.fixture.api-key", "key", "keyway." + key, value));
  }

  @Test
  void aMissingProviderIsAMissingKey() {
    AuthException failure =
        fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(AuthConfig.of(Map.of())));
    assertTrue(
        message(failure).contains("keyway.provider (environment: KEYWAY_PROVIDER)"),
        message(failure));
  }

  @Test
  void aMissingKeyOfTheProviderIsNamedInBothSpellings() {
    AuthConfig config = AuthConfig.of(Map.of("keyway.provider", "fixture"));
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(config));
    assertTrue(
        message(failure).contains("keyway.fixture.api-key (environment: KEYWAY_FIXTURE_API_KEY)"),
        message(failure));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "keyway.timeot",
        "KEYWAY_TIMEOUTS",
        "keyway.tiemout",
        "keyway.timeoud",
        "keyway.imeout",
        "keyway.call-back-url",
        "keyway.totp-isuer"
      })
  void aCommonKeyThatIsNearlyRightIsRefused(String misspelt) {
    AuthConfig config =
        AuthConfig.of(
            Map.of("keyway.provider", "fixture", "KEYWAY_FIXTURE_API_KEY", "x", misspelt, "PT1S"));
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(config));
    assertTrue(failure.toString().contains("did you mean keyway."), failure::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"keyway.home", "KEYWAY_OTHER_API_KEY", "keyway.time", "keyway.timeframe"})
  void aKeyThatMayBeSomebodyElsesIsLeftAlone(String foreign) {
    AuthConfig config =
        AuthConfig.of(
            Map.of("keyway.provider", "fixture", "KEYWAY_FIXTURE_API_KEY", "x", foreign, "PT1S"));
    AuthClient.open(config).close();
  }

  @Test
  void anUnknownKeyUnderTheProvidersPrefixIsRefused() {
    AuthConfig config =
        AuthConfig.of(
            Map.of(
                "keyway.provider", "fixture",
                "KEYWAY_FIXTURE_API_KEY", "x",
                "KEYWAY_FIXTURE_API_KYE", Samples.SECRET_TEXT));
    AuthException failure = fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(config));
    assertEquals(
        "CONFIGURATION_INVALID: Configuration KEYWAY_FIXTURE_API_KYE is not a setting of fixture;"
            + " did you mean keyway.fixture.api-key?",
        message(failure));
    AuthConfig other =
        AuthConfig.of(
            Map.of(
                "keyway.provider", "fixture",
                "keyway.fixture.api-key", "x",
                "keyway.fixture.colour", Samples.SECRET_TEXT));
    AuthException unlike = fails(ErrorCode.CONFIGURATION_INVALID, () -> AuthClient.open(other));
    assertEquals(
        "CONFIGURATION_INVALID: Configuration keyway.fixture.colour is not a setting of fixture;"
            + " it has api-key, project.name",
        message(unlike));
  }

  @Test
  void anotherProvidersKeysAreLeftAlone() {
    AuthConfig config =
        AuthConfig.of(
            Map.of(
                "keyway.provider", "fixture",
                "keyway.fixture.api-key", "x",
                "keyway.fixture.project.name", "y",
                "keyway.other.whatever", "z"));
    AuthClient.open(config).close();
  }

  @Test
  void aFactoryThatFailsQuotesNothing() {
    AuthClient.Builder builder =
        AuthClient.builder(
            Factories.of(
                context -> {
                  throw new IllegalStateException(Samples.SECRET_TEXT);
                }),
            FixtureProvider.CONFIG);
    AuthException failure = fails(ErrorCode.UNKNOWN, builder::build);
    assertFalse((message(failure) + failure.getCause()).contains(Samples.SECRET_TEXT));
  }

  @Test
  void theBuilderRefusesNulls() {
    AuthClient.Builder builder = provider.client();
    refuses("config", () -> AuthClient.open(absent()));
    refuses("config", () -> AuthClient.builder(absent()));
    refuses("factory", () -> AuthClient.builder(absent(), FixtureProvider.CONFIG));
    refuses("observer", () -> builder.observer(absent()));
    refuses("clock", () -> builder.clock(absent()));
    refuses("random", () -> builder.random(absent()));
    refuses("executor", () -> builder.executor(absent()));
    refuses("capabilities element", () -> builder.require(Capability.OAUTH, absent()));
    try (AuthClient client = builder.build()) {
      refuses("call", () -> client.async(absent()));
      refuses("type", () -> client.unwrap(absent()));
      refuses("capability", () -> client.supports(absent()));
    }
  }
}
