package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(EmulatorExtension.class)
class OAuthRoutesTest {
  private final World world;
  private final Control control;
  private final String oauth;

  OAuthRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
    this.oauth = Control.of(world) + "/oauth";
  }

  /** Where the browser is sent after the social provider. */
  private URI signIn() throws Exception {
    Wire.Reply start =
        Wire.to(world.stytch().baseUrl())
            .get("/v1/public/oauth/google/start?public_token=" + world.stytch().publicToken());
    Wire.Reply decided = Wire.to(URI.create(start.header("location").orElseThrow())).get("");
    return URI.create(decided.header("location").orElse("no-redirect:" + decided.status()));
  }

  @Test
  void aDecisionIsUsedOnceAndThenAPageIsShown() throws Exception {
    control.post(
        oauth + "/next",
        "{\"decision\":\"approve\",\"account\":{\"email\":\"ada@example.com\",\"name\":\"Ada\"}}");

    assertTrue(signIn().getRawQuery().contains("code="));
    assertEquals("no-redirect", signIn().getScheme());
    JsonNode accounts = control.get(oauth + "/accounts").path("accounts");
    assertEquals("Ada", accounts.at("/0/name").asText());
    assertTrue(accounts.at("/0/emailVerified").asBoolean());
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"decision\":\"deny\"}',error=access_denied",
    "'{\"decision\":\"error\",\"code\":\"server_error\"}',error=server_error"
  })
  void aRefusalComesBackAsTheProvidersError(String decision, String error) throws Exception {
    control.post(oauth + "/next", decision);

    assertTrue(signIn().getRawQuery().contains(error));
  }

  @Test
  void anAccountIsAddedToThePickerAndForgotten() throws Exception {
    control.post(
        oauth + "/accounts",
        "{\"email\":\"grace@example.com\",\"emailVerified\":false,\"subject\":\"g-1\"}");
    JsonNode account = control.get(oauth + "/accounts").at("/accounts/0");
    assertEquals("g-1", account.path("subject").asText());
    assertEquals("false", account.path("emailVerified").asText());

    control.delete(oauth);
    assertEquals(0, control.get(oauth + "/accounts").path("accounts").size());
  }
}
