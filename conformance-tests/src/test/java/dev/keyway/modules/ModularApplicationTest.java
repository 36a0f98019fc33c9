package dev.keyway.modules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.conformance.AuthConformance;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.modules.ModularApplication.Ended;
import dev.keyway.providers.stytch.StytchFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application with a {@code module-info} of its own, on the JDK that runs this test. */
class ModularApplicationTest {
  private static final Path GUIDE = Path.of("..", "docs", "guides", "testing.md");

  private static final String MODULE =
      """
      module application {
        requires dev.keyway.emulator;
        requires dev.keyway.providers;
      }
      """;

  private static final String SIGNS_IN_ON_BOTH =
      """
      package app;

      import dev.keyway.*;
      import dev.keyway.emulator.*;
      import java.util.HashMap;
      import java.util.Map;

      public class Main {
        public static void main(String[] arguments) {
          try (AuthEmulator emulator = AuthEmulator.start(); World world = emulator.newWorld()) {
            for (VendorService service : world.services()) {
              Map<String, String> settings = new HashMap<>(service.configuration());
              settings.put("keyway.timeout", "PT5M");
              try (AuthClient auth = AuthClient.open(AuthConfig.of(settings))) {
                EmailAddress email = EmailAddress.of("alice@example.com");
                Secret password = Secret.of("my horse reads maps at noon");
                auth.passwords().signUp(email, password);
                SessionTokens tokens = auth.passwords().signIn(email, password).orElseThrow().tokens();
                auth.sessions().verify(tokens.access());
                System.out.println("signed in on " + settings.get("keyway.provider"));
              }
            }
          }
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void itSignsInOnBothProvidersWithTheFlagsOfTheGuide() throws Exception {
    ModularApplication application = new ModularApplication(folder, everything());
    assertEquals(List.of(), application.compile(MODULE, SIGNS_IN_ON_BOTH));
    Ended ended = application.run(flagsOfTheGuide());
    assertEquals(0, ended.code(), ended::output);
    assertTrue(ended.output().contains("signed in on stack-auth"), ended::output);
    assertTrue(ended.output().contains("signed in on stytch"), ended::output);
  }

  /** Once this fails, the guide has a paragraph too many. */
  @Test
  void withoutThemTheServersLogIsRefused() throws Exception {
    ModularApplication application = new ModularApplication(folder, everything());
    assertEquals(List.of(), application.compile(MODULE, SIGNS_IN_ON_BOTH));
    Ended ended = application.run(List.of());
    assertNotEquals(0, ended.code(), ended::output);
    assertTrue(ended.output().contains("io.undertow.UndertowLogger"), ended::output);
  }

  @Test
  void withoutTheEmulatorNoFlagIsNeeded() throws Exception {
    ModularApplication application =
        new ModularApplication(
            folder,
            new ModulePath()
                .with(AuthClient.class, StytchFactory.class)
                .withLibrariesOf(StytchFactory.class));
    assertEquals(
        List.of(),
        application.compile(
            "module application { requires dev.keyway.providers; }",
            """
            package app;

            import dev.keyway.*;
            import java.util.Map;

            public class Main {
              public static void main(String[] arguments) {
                Map<String, String> settings = Map.of(
                    "keyway.provider", "stytch",
                    "keyway.stytch.project-id", "project-test-1",
                    "keyway.stytch.secret", "secret-test-1");
                try (AuthClient auth = AuthClient.open(AuthConfig.of(settings))) {
                  System.out.println("opened, with passwords: " + auth.supports(Capability.PASSWORD_SIGN_IN));
                }
              }
            }
            """));
    Ended ended = application.run(List.of());
    assertEquals(0, ended.code(), ended::output);
    assertTrue(ended.output().contains("opened, with passwords: true"), ended::output);
  }

  @Test
  void whatIsInternalHasNoNameThere() throws Exception {
    List<String> said =
        new ModularApplication(folder, everything())
            .compile(
                MODULE,
                """
                package app;

                class Main {
                  dev.keyway.emulator.internal.json.Json json;
                }
                """);
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.get(0).contains("does not export it"), said::toString);
  }

  @Test
  void aProvidersOwnTestsCanBeAModule() throws Exception {
    ModulePath suite =
        new ModulePath()
            .with(AuthClient.class, AuthConformance.class)
            .with(Test.class, NullMarked.class)
            // By name, because the build counts a class that is named as a dependency of our own.
            .with(Class.forName("org.junit.platform.commons.JUnitException"))
            .with(Class.forName("org.opentest4j.AssertionFailedError"))
            .with(Class.forName("org.apiguardian.api.API"));
    assertEquals(
        List.of(),
        new ModularApplication(folder, suite)
            .compile(
                "module application { requires dev.keyway.conformance; }",
                """
                package app;

                abstract class Main extends dev.keyway.conformance.AuthConformance {}
                """));
  }

  private static ModulePath everything() throws IOException {
    return new ModulePath()
        .with(AuthClient.class, StytchFactory.class, AuthEmulator.class)
        .withLibrariesOf(StytchFactory.class)
        .withLibrariesOf(AuthEmulator.class);
  }

  private static List<String> flagsOfTheGuide() throws IOException {
    Matcher command =
        Pattern.compile("java (--add-reads \\S+) --module-path").matcher(Files.readString(GUIDE));
    assertTrue(command.find(), "the guide shows no command");
    return List.of(command.group(1).split(" ", -1));
  }
}
