package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stackauth.server.ConfigLevel;
import dev.keyway.providers.stackauth.server.Project;
import dev.keyway.providers.stackauth.server.ProjectChanges;
import dev.keyway.providers.stackauth.server.ProjectSettings;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators change of a project of Stack Auth. */
@ExtendWith(EmulatorExtension.class)
class StackAuthProjectTest {

  private static final CallOptions DEFAULTS = CallOptions.defaults();

  private AuthClient client;
  private Project project;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STACK_AUTH, world).build();
    project = client.unwrap(StackAuthServer.class).project();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void whatIsSaidChangesAndTheRestStays() {
    ProjectSettings before = project.settings(DEFAULTS);
    URI domain = URI.create("https://shop.example.com");

    ProjectSettings changed =
        project.update(
            ProjectChanges.builder()
                .displayName("Shop")
                .signUpEnabled(false)
                .userApiKeysAllowed(true)
                .domains(domain)
                .build(),
            DEFAULTS);

    assertEquals(changed, project.settings(DEFAULTS));
    assertEquals("Shop", changed.displayName());
    assertFalse(changed.signUpEnabled());
    assertTrue(changed.userApiKeysAllowed());
    assertEquals(Set.of(domain), changed.domains());
    assertEquals(before.passwordEnabled(), changed.passwordEnabled());
    assertEquals(before.oauthProviders(), changed.oauthProviders());
    Secret password = Secret.of("quiet-Harbour-74-lanterns");
    assertEquals(
        ErrorCode.SIGN_UP_DISABLED,
        code(() -> client.passwords().signUp(EmailAddress.of("ada@example.com"), password)));
    assertEquals(changed, project.update(ProjectChanges.builder().build(), DEFAULTS));
  }

  @Test
  void theConfigurationIsWrittenByItsKeys(World world) {
    project.configure(
        ConfigLevel.PROJECT,
        Map.of("domains.allowLocalhost", false, "app.theme", Map.of("dark", true)),
        DEFAULTS);

    assertFalse(world.stackAuth().settings().allowLocalhost());
    Map<?, ?> domains = assertInstanceOf(Map.class, project.configuration(DEFAULTS).get("domains"));
    assertEquals(false, domains.get("allowLocalhost"));
    assertEquals(Map.of("theme", Map.of("dark", true)), project.configuration(DEFAULTS).get("app"));
    project.configure(ConfigLevel.ENVIRONMENT, Map.of("domains.allowLocalhost", true), DEFAULTS);
    assertTrue(world.stackAuth().settings().allowLocalhost());
  }

  @Test
  void whatCannotBeSoChangesNothing(World world) {
    Map<String, Object> before = world.stackAuth().settings().toMap();
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        code(
            () ->
                project.configure(
                    ConfigLevel.PROJECT, Map.of("domains.allowLocalhost", "perhaps"), DEFAULTS)));
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        code(
            () ->
                project.update(
                    ProjectChanges.builder().domains(URI.create("no-address")).build(), DEFAULTS)));
    assertEquals(before, world.stackAuth().settings().toMap());
  }

  @Test
  void changesAreForAdministrators(World world) {
    int before = world.ledger().entries().size();
    try (AuthClient plain =
        AuthClient.open(AuthConfig.of(Vendor.STACK_AUTH.patientSettings(world)))) {
      Project project = plain.unwrap(StackAuthServer.class).project();
      assertEquals(
          ErrorCode.CONFIGURATION_INVALID,
          code(() -> project.update(ProjectChanges.builder().build(), DEFAULTS)));
      assertEquals(ErrorCode.CONFIGURATION_INVALID, code(() -> project.configuration(DEFAULTS)));
      assertEquals(
          ErrorCode.CONFIGURATION_INVALID,
          code(() -> project.configure(ConfigLevel.PROJECT, Map.of(), DEFAULTS)));
    }
    assertEquals(before, world.ledger().entries().size());
  }
}
