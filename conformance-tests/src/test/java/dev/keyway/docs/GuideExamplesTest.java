package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Retry;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the guides print beside the web flows does what they say. */
@ExtendWith(EmulatorExtension.class)
class GuideExamplesTest {

  private static final String EMAIL = "alice@example.com";
  private static final String PASSWORD = "my horse reads maps at noon";

  @TempDir static Path folder;
  private static GuideExamples examples;

  private final World world;

  GuideExamplesTest(World world) {
    this.world = world;
  }

  @BeforeAll
  static void compile() throws Exception {
    examples = GuideExamples.compile(folder);
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  @Runs({"Application", "Outcomes", "WithOptions"})
  void gettingStarted(Vendor vendor) throws Exception {
    Path properties = folder.resolve(vendor + ".properties");
    Files.writeString(
        properties,
        vendor.patientSettings(world).entrySet().stream()
            .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
            .collect(Collectors.joining()));
    try (AuthClient auth = (AuthClient) examples.call("Application", "open", properties)) {
      String id = signUp(auth);
      assertEquals("Welcome, " + id, examples.call("Outcomes", "signIn", auth, EMAIL, PASSWORD));
      assertInstanceOf(
          SignInResult.SignedIn.class,
          examples.call(
              "WithOptions", "signIn", auth, EmailAddress.of(EMAIL), Secret.of(PASSWORD)));
    }
  }

  @Test
  @Runs("Configurations")
  void configurations() throws Exception {
    AuthConfig config = (AuthConfig) examples.call("Configurations", "fromMap", "secret-test-xyz");
    try (AuthClient auth = AuthClient.open(config)) {
      assertEquals("stytch", auth.provider());
    }
    assertTrue(!config.toString().contains("xyz"), "the secret is not told");
    assertRefused(() -> examples.call("Configurations", "fromFile"));
    AuthConfig environment = (AuthConfig) examples.call("Configurations", "fromEnvironment");
    assertRefused(() -> AuthClient.open(environment));
  }

  @Test
  @Runs({"MigratedClient", "MigratedServerClient"})
  void migratedClientsAreOpenedForLiveProjects() throws Exception {
    String stytch = "project-test-11111111-1111-4111-8111-111111111111";
    try (AuthClient auth =
        (AuthClient) examples.call("MigratedClient", "open", stytch, "secret-test-xyz")) {
      assertEquals("stytch", auth.provider());
    }
    String stack = "11111111-1111-4111-8111-111111111111";
    try (AuthClient auth =
        (AuthClient) examples.call("MigratedServerClient", "open", stack, "ssk_xyz")) {
      assertEquals("stack-auth", auth.provider());
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  @Runs({"MigratedSignUp", "MigratedSignIn"})
  void migratedCalls(Vendor vendor) throws Exception {
    try (AuthClient auth = client(vendor)) {
      String welcome = (String) examples.call("MigratedSignUp", "signUp", auth, EMAIL, PASSWORD);
      assertTrue(welcome.startsWith("welcome, "), welcome);
      String id = welcome.substring("welcome, ".length());
      assertEquals(
          "please sign in instead",
          examples.call("MigratedSignUp", "signUp", auth, EMAIL, PASSWORD));
      assertEquals(
          "please choose another password",
          examples.call("MigratedSignUp", "signUp", auth, "bob@example.com", "short"));
      assertEquals(
          "signed in as " + id, examples.call("MigratedSignIn", "signIn", auth, EMAIL, PASSWORD));
      assertEquals(
          "wrong address or password",
          examples.call("MigratedSignIn", "signIn", auth, EMAIL, "your horse reads maps"));
    }
  }

  @Test
  @Runs("AcmeFactory")
  void aProviderIsFoundByItsFactory() throws Exception {
    Path services = Files.createDirectories(folder.resolve("services/META-INF/services"));
    Files.writeString(services.resolve("dev.keyway.spi.AuthProviderFactory"), "AcmeFactory\n");
    URL[] urls = {folder.resolve("services").toUri().toURL()};
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, examples.classes())) {
      thread.setContextClassLoader(loader);
      Map<String, String> settings =
          Map.of("keyway.provider", "acme", "keyway.acme.api-key", "secret");
      try (AuthClient auth = AuthClient.open(AuthConfig.of(settings))) {
        SessionTokens tokens =
            new SessionTokens(AccessToken.of("access"), RenewalToken.of("renewal"));
        AuthException failure =
            assertThrows(AuthException.class, () -> auth.sessions().signOut(tokens));
        assertEquals(ErrorCode.CONNECTION_FAILED, failure.code());
        assertEquals(Retry.SAFE_NOW, failure.retry());
      }
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private AuthClient client(Vendor vendor) {
    return AuthClient.builder(AuthConfig.of(vendor.patientSettings(world)))
        .clock(world.clock())
        .build();
  }

  private static String signUp(AuthClient auth) {
    return auth.passwords()
        .signUp(EmailAddress.of(EMAIL), Secret.of(PASSWORD))
        .orElseThrow()
        .user()
        .id()
        .value();
  }

  private static void assertRefused(Executable opening) {
    AuthException failure = assertThrows(AuthException.class, opening);
    assertEquals(ErrorCode.CONFIGURATION_INVALID, failure.code());
  }
}
