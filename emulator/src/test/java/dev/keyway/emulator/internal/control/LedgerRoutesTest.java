package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class LedgerRoutesTest {
  private static final String PASSWORD = "correct horse battery";

  private final AuthEmulator emulator;
  private final World world;
  private final Control control;
  private final String ledger;

  LedgerRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.emulator = emulator;
    this.world = world;
    this.control = new Control(emulator);
    this.ledger = Control.of(world) + "/ledger";
  }

  @BeforeEach
  void someRequestsAreMade() throws Exception {
    String ada = "{\"email\":\"ada@example.com\",\"password\":\"" + PASSWORD + "\"}";
    Wire.stackClient(world).post("/auth/password/sign-up", ada);
    Wire.stackClient(world).post("/auth/password/sign-in", ada.replace("battery", "bakery"));
    Wire.stytch(world).post("/v1/passwords", ada);
  }

  @Test
  void noPasswordAndNoTokenIsShown() throws Exception {
    String all = control.wire().get(ledger).text();

    assertFalse(all.contains(PASSWORD), all);
    assertFalse(all.contains("eyJ"), all);
    assertTrue(all.contains("[redacted]"), all);
  }

  @Test
  void theListIsFiltered() throws Exception {
    assertEquals(3, control.get(ledger).path("entries").size());
    JsonNode refused = control.get(ledger + "?status=400").path("entries");
    assertEquals(1, refused.size());
    assertEquals("EMAIL_PASSWORD_MISMATCH", refused.at("/0/errorCode").asText());
    assertEquals(1, control.get(ledger + "?provider=stytch").path("entries").size());
    assertEquals(
        1, control.get(ledger + "?operation=stackauth.password.sign-up").path("entries").size());
    assertEquals("stytch", control.get(ledger + "?after=2").at("/entries/0/provider").asText());
    assertEquals("stytch", control.get(ledger + "?limit=1").at("/entries/0/provider").asText());
  }

  @Test
  void theListIsFilteredByUserAndRequest() throws Exception {
    JsonNode about = control.get(ledger + "?about=ada@example.com").path("entries");
    assertEquals(3, about.size());
    assertEquals("INVALID_CREDENTIALS", about.at("/1/neutralCode").asText());
    assertTrue(about.at("/1/cause").asText().contains("password is wrong"), about.toString());
    String requestId = about.at("/1/requestId").asText();
    JsonNode found = control.get(ledger + "?requestId=" + requestId).path("entries");
    assertEquals(1, found.size());
    assertEquals(about.at("/1/user").asText(), found.at("/0/user").asText());
    assertEquals(0, control.get(ledger + "?about=grace@example.com").path("entries").size());
  }

  @Test
  void orderAndCountAreVerified() throws Exception {
    control.post(
        ledger + "/verify",
        "{\"operations\":[\"stackauth.password.sign-up\",\"stackauth.password.sign-in\"]}");
    control.post(ledger + "/verify", "{\"operation\":\"stackauth.password.sign-in\",\"count\":1}");

    control.refused(
        409,
        "not_as_expected",
        "POST",
        ledger + "/verify",
        "{\"operations\":[\"stackauth.password.sign-in\",\"stackauth.password.sign-up\"]}");
    control.refused(
        409,
        "not_as_expected",
        "POST",
        ledger + "/verify",
        "{\"operation\":\"stackauth.password.sign-in\",\"count\":2}");
    control.refused(
        400,
        "invalid",
        "POST",
        ledger + "/verify",
        "{\"operation\":\"stackauth.passwrod.sign-in\",\"count\":0}");
  }

  @Test
  void aClearedLedgerIsEmpty() throws Exception {
    control.delete(ledger);

    assertEquals(0, control.get(ledger).path("entries").size());
  }

  @Test
  void requestsOfNoWorldAreListedApart() throws Exception {
    String path = "/elsewhere-" + UUID.randomUUID();
    Wire.to(emulator.baseUrl()).get(path);

    assertTrue(
        control.get("/strays?operation=emulator.unknown").findValuesAsText("path").contains(path));
    assertEquals(3, control.get(ledger).path("entries").size());
  }
}
