package dev.keyway.providers.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.mock.env.MockEnvironment;

/** The beans, without a provider to talk to: nothing is sent at the start. */
class KeywayAutoConfigurationTest {

  private static final Map<String, Object> STYTCH =
      Map.of(
          "keyway.provider", "stytch",
          "keyway.stytch.project-id", "project-test-11111111-1111-4111-8111-111111111111",
          "keyway.stytch.secret", "secret-test-1");

  private static final AuthConfig OWN =
      AuthConfig.of(
          Map.of(
              "keyway.provider", "stytch",
              "keyway.stytch.project-id", "project-test-1",
              "keyway.stytch.secret", "secret-test-1"));

  @Test
  void aClientIsThereAndEndsWithTheContext() {
    AuthClient client;
    try (AnnotationConfigApplicationContext context = started(STYTCH, beans -> {})) {
      client = context.getBean(AuthClient.class);
      assertEquals("stytch", client.provider());
    }
    AuthException closed = assertThrows(AuthException.class, () -> client.unwrap(List.class));
    assertEquals(ErrorCode.CLIENT_CLOSED, closed.code());
  }

  @Test
  void withoutAProviderThereIsNone() {
    try (AnnotationConfigApplicationContext context = started(Map.of(), beans -> {})) {
      assertFalse(context.containsBean("keywayClient"));
      assertFalse(context.containsBean("keywayConfig"));
    }
  }

  @Test
  void aConfigOfTheApplicationsOwnWins() {
    try (AnnotationConfigApplicationContext context =
        started(Map.of(), beans -> beans.registerBean("own", AuthConfig.class, () -> OWN))) {
      assertSame(OWN, context.getBean(AuthConfig.class));
      assertEquals("stytch", context.getBean(AuthClient.class).provider());
    }
  }

  @Test
  void aClientOfTheApplicationsOwnWins() {
    try (AnnotationConfigApplicationContext context =
        started(
            STYTCH,
            beans -> beans.registerBean("own", AuthClient.class, () -> AuthClient.open(OWN)))) {
      assertEquals(Set.of("own"), context.getBeansOfType(AuthClient.class).keySet());
    }
  }

  @Test
  void aCustomizerHasASay() {
    List<AuthClient.Builder> handed = new ArrayList<>();
    try (AnnotationConfigApplicationContext context =
        started(
            STYTCH,
            beans ->
                beans.registerBean("customizer", AuthClientCustomizer.class, () -> handed::add))) {
      assertEquals(1, handed.size(), context::toString);
    }
  }

  @Test
  void aWrongSettingKeepsTheApplicationFromStartingAndIsExplained() {
    Map<String, Object> settings = new HashMap<>(STYTCH);
    settings.put("keyway.stytch.scret", "x");
    Throwable failure =
        assertThrows(BeanCreationException.class, () -> started(settings, beans -> {}).close());
    FailureAnalysis said = explained(new ConfigurationFailureAnalyzer(), failure);
    assertTrue(said.getDescription().contains("keyway.stytch.scret"), said.getDescription());
    assertTrue(said.getAction().contains("Rename or remove"), said.getAction());
  }

  @Test
  void aVariableThatIsNotSetKeepsTheApplicationFromStarting() {
    Map<String, Object> settings = new HashMap<>(STYTCH);
    settings.put("keyway.stytch.secret", "${A_VARIABLE_THAT_NOBODY_SETS}");
    Throwable failure =
        assertThrows(BeanCreationException.class, () -> started(settings, beans -> {}).close());
    FailureAnalysis said = explained(new ConfigurationFailureAnalyzer(), failure);
    assertTrue(said.getDescription().contains("keyway.stytch.secret"), said.getDescription());
    assertTrue(said.getAction().contains("Correct"), said.getAction());
  }

  @Test
  void anApplicationWithoutAProviderIsToldWhichPropertyIsMissing() {
    Throwable failure =
        assertThrows(
            BeanCreationException.class,
            () -> started(Map.of(), beans -> beans.registerBean(NeedsAClient.class)).close());
    FailureAnalysis said = explained(new MissingClientFailureAnalyzer(), failure);
    assertTrue(said.getDescription().contains("keyway.provider"), said.getDescription());
    assertTrue(said.getAction().contains("stack-auth or stytch"), said.getAction());
    String factories = "META-INF/spring.factories";
    List<FailureAnalyzer> known =
        SpringFactoriesLoader.forResourceLocation(factories)
            .load(FailureAnalyzer.class, (type, name, unmade) -> {});
    assertInstanceOf(MissingClientFailureAnalyzer.class, known.get(0), "before Spring Boot's own");
  }

  /** As an application has one. */
  static final class NeedsAClient {
    NeedsAClient(AuthClient client) {
      throw new AssertionError("made with " + client);
    }
  }

  private static FailureAnalysis explained(FailureAnalyzer analyzer, Throwable failure) {
    return Optional.ofNullable(analyzer.analyze(failure)).orElseThrow();
  }

  private static AnnotationConfigApplicationContext started(
      Map<String, Object> settings, Consumer<AnnotationConfigApplicationContext> own) {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("settings", settings));
    own.accept(context);
    context.register(KeywayAutoConfiguration.class, KeywayMetricsAutoConfiguration.class);
    context.refresh();
    return context;
  }

  @Test
  void everySpellingOfSpringBootIsUnderstood() {
    AuthConfig config =
        config(
            "keyway.provider", "stytch",
            "keyway.stytch.projectId", "p",
            "keyway.stytch.session_duration", "30m",
            "keyway.relyingPartyId", "example.com",
            "keyway.timeout", "PT3S",
            "keyway.handle-keys[0]", "a".repeat(32),
            "keyway.handle-keys[1]", "b".repeat(32));
    assertEquals(Optional.of("p"), config.value("stytch.project-id"));
    assertEquals(Optional.of(Duration.ofMinutes(30)), config.duration("stytch.session-duration"));
    assertEquals(Optional.of("example.com"), config.relyingPartyId());
    assertEquals(Duration.ofSeconds(3), config.timeout());
    assertEquals(2, config.handleKeys().size());
  }

  /** It would be milliseconds to Spring Boot, and is anybody's guess to a reader. */
  @Test
  void aDurationWithoutAUnitIsRefused() {
    AuthConfig config = config("keyway.timeout", "10");
    assertEquals(
        ErrorCode.CONFIGURATION_INVALID, assertThrows(AuthException.class, config::timeout).code());
  }

  private static AuthConfig config(String... settings) {
    MockEnvironment environment = new MockEnvironment();
    for (int i = 0; i < settings.length; i += 2) {
      environment.setProperty(settings[i], settings[i + 1]);
    }
    return new EnvironmentSettings(environment).config();
  }
}
