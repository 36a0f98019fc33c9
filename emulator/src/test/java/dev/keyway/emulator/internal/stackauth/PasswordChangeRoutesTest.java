package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class PasswordChangeRoutesTest {
  private static final String GONE = "REFRESH_TOKEN_NOT_FOUND_OR_EXPIRED";
  private static final String ADA = "ada@example.com";

  private final World world;

  PasswordChangeRoutesTest(World world) {
    this.world = world;
  }

  private static Wire.Reply update(Wire wire, String from, String to) throws Exception {
    return wire.post(
        "/auth/password/update",
        "{\"old_password\":\"%s\",\"new_password\":\"%s\"}".formatted(from, to));
  }

  private static Wire.Reply set(Wire wire, String password) throws Exception {
    return wire.post("/auth/password/set", "{\"password\":\"%s\"}".formatted(password));
  }

  @Test
  void withoutAUserBothAreOutOfForm() throws Exception {
    Wire nobody = Wire.stackClient(world);

    assertTrue(set(nobody, "long enough").at("error").contains("- auth.user must be defined"));
    assertTrue(update(nobody, "a", "b").at("error").contains("- auth.user must be defined"));
  }

  @Test
  void anUpdateFailsInTheServicesOrder() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);
    Wire passwordless = userWithoutPassword();

    assertEquals(
        "PASSWORD_CONFIRMATION_MISMATCH", update(ada.wire(), "no", "long enough").at("code"));
    assertEquals("PASSWORD_TOO_SHORT", update(passwordless, "no", "short").at("code"));
    assertEquals(
        "USER_DOES_NOT_HAVE_PASSWORD", update(passwordless, "no", "long enough").at("code"));
    world.stackAuth().configure(settings -> settings.credentialEnabled(false));
    assertEquals(
        "PASSWORD_AUTHENTICATION_NOT_ENABLED", update(ada.wire(), "no", "short").at("code"));
  }

  @Test
  void anUpdateSparesTheSessionWhoseRefreshTokenItNames() throws Exception {
    SignedIn other = SignedIn.up(world, ADA);
    SignedIn ada = SignedIn.in(world, ADA, SignedIn.PASSWORD);
    Wire keeping = ada.wire().with("x-stack-refresh-token", ada.refreshToken());

    assertEquals("{\"success\":true}", update(keeping, SignedIn.PASSWORD, "battery staple").text());

    assertEquals(GONE, other.refreshError(world));
    assertEquals("", ada.refreshError(world));
    assertEquals("", SignedIn.in(world, ADA, SignedIn.PASSWORD).userId());
    assertEquals(ada.userId(), SignedIn.in(world, ADA, "battery staple").userId());
  }

  @Test
  void anUpdateThatNamesNoSessionEndsThemAll() throws Exception {
    SignedIn ada = SignedIn.up(world, ADA);

    update(ada.wire(), SignedIn.PASSWORD, "battery staple");

    assertEquals(GONE, ada.refreshError(world));
  }

  @Test
  void aPasswordIsSetOnceAndEndsNoSession() throws Exception {
    Wire wire = userWithoutPassword();

    assertEquals("PASSWORD_TOO_SHORT", set(wire, "short").at("code"));
    assertEquals(200, set(wire, "long enough").status());
    assertEquals("User already has a password set.", set(wire, "long enough").text());
    assertTrue(wire.get("/users/me").json().path("has_password").booleanValue());
    world.stackAuth().configure(settings -> settings.credentialEnabled(false));
    assertEquals("PASSWORD_AUTHENTICATION_NOT_ENABLED", set(wire, "short").at("code"));
  }

  private Wire userWithoutPassword() throws Exception {
    Wire server = Wire.stackServer(world);
    String id = server.post("/users", "{\"primary_email\":\"bob@example.com\"}").at("id");
    String token =
        server.post("/auth/sessions", "{\"user_id\":\"%s\"}".formatted(id)).at("access_token");
    return Wire.stackClient(world).with("x-stack-access-token", token);
  }
}
