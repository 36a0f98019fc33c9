package dev.keyway.emulator.internal.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmulatorExtension.class)
class SettingRoutesTest {
  private static final String SIGN_UP =
      "{\"email\":\"ada@example.com\",\"password\":\"correct horse battery\"}";

  private final World world;
  private final Control control;

  SettingRoutesTest(AuthEmulator emulator, World world) throws Exception {
    this.world = world;
    this.control = new Control(emulator);
  }

  private String at(String vendor) {
    return Control.of(world) + "/settings/" + vendor;
  }

  @ParameterizedTest
  @ValueSource(strings = {"stackauth", "stytch"})
  void allSettingsAreRead(String vendor) throws Exception {
    JsonNode read = control.get(at(vendor));
    VendorService service = world.service(vendor).orElseThrow();

    assertEquals(service.settingValues().size(), read.size());
    for (Iterator<String> names = read.fieldNames(); names.hasNext(); ) {
      assertTrue(service.settingValues().containsKey(names.next()));
    }
  }

  @Test
  void whatIsChangedHoldsForTheNextRequest() throws Exception {
    JsonNode changed = control.patch(at("stackauth"), "{\"signUpEnabled\":false}");

    assertFalse(changed.path("signUpEnabled").asBoolean(true));
    assertTrue(changed.path("credentialEnabled").asBoolean());
    assertFalse(world.stackAuth().settings().signUpEnabled());
    Wire.Reply refused = Wire.stackClient(world).post("/auth/password/sign-up", SIGN_UP);
    assertEquals("SIGN_UP_NOT_ENABLED", refused.at("code"));

    control.patch(at("stackauth"), "{\"signUpEnabled\":true}");
    assertEquals(200, Wire.stackClient(world).post("/auth/password/sign-up", SIGN_UP).status());
  }

  @Test
  void settingsOfEveryKindAreChangedTogether() throws Exception {
    control.patch(
        at("stytch"),
        """
        {"displayName":"Shop","lockThreshold":3,"lockDuration":"PT5M","phoneCallingCodes":["49"],
         "passwordPolicy":{"kind":"luds","minimumLength":12},
         "redirectUrls":{"login":["https://shop.example/in"]},
         "roles":[{"id":"admin","permissions":{"orders":["read"]}}]}""");

    var settings = world.stytch().settings();
    assertEquals("Shop", settings.displayName());
    assertEquals(3, settings.lockThreshold());
    assertEquals(Duration.ofMinutes(5), settings.lockDuration());
    assertEquals("[49]", settings.phoneCallingCodes().toString());
    assertEquals(12, settings.passwordPolicy().minimumLength());
    assertEquals(
        "[https://shop.example/in]", settings.redirectUrls().values().iterator().next().toString());
    assertTrue(settings.roles().get(0).allows("orders", "read"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stackauth", "stytch"})
  void whatWasReadCanBeSentBack(String vendor) throws Exception {
    control.patch(at(vendor), "{\"displayName\":\"Shop\"}");
    JsonNode read = control.get(at(vendor));

    assertEquals(read, control.patch(at(vendor), Json.write(read)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stackauth|signUp|{\"displayName\":\"x\",\"signUp\":true}",
        "stackauth|signUpEnabled|{\"displayName\":\"x\",\"signUpEnabled\":\"yes\"}",
        "stackauth|signUpEnabled|{\"displayName\":\"x\",\"signUpEnabled\":null}",
        "stackauth|accessTokenLifetime|{\"displayName\":\"x\",\"accessTokenLifetime\":\"PT0S\"}",
        "stackauth|mergeStrategy|{\"displayName\":\"x\",\"mergeStrategy\":\"guess\"}",
        "stackauth|trustedDomains[0].domain|{\"displayName\":\"x\",\"trustedDomains\":[{}]}",
        "stytch|lockThreshold|{\"displayName\":\"x\",\"lockThreshold\":0}",
        "stytch|lockThreshold|{\"displayName\":\"x\",\"lockThreshold\":1.5}",
        "stytch|passwordPolicy.minimumLength|{\"displayName\":\"x\",\"passwordPolicy\":{\"kind\":\"zxcvbn\",\"minimumLength\":9}}",
        "stytch|redirectUrls.login[0]|{\"displayName\":\"x\",\"redirectUrls\":{\"login\":[\"/in\"]}}"
      })
  void whatCannotBeIsNamedAndNothingChanges(String vendor, String field, String body)
      throws Exception {
    Map<String, Object> before = world.service(vendor).orElseThrow().settingValues();

    control.refused(400, "invalid", "PATCH", at(vendor), body);
    control.refusedFor(field, "PATCH", at(vendor), body);

    assertEquals(before, world.service(vendor).orElseThrow().settingValues());
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    control.refused(404, "not_found", "GET", "/worlds/nowhere/settings/stytch", "");
    assertEquals(404, control.send("GET", at("auth0"), "").status());
  }
}
