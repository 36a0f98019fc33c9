package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;

/**
 * Worlds for wrong requests.
 *
 * @param own the one whose credentials they carry
 * @param other another, whose ids and keys are worth nothing in the first
 * @param strict one whose project demands a publishable key
 * @param ownToken an access token of a user of {@code own}
 * @param foreignToken an access token of a user of {@code other}
 */
record Stage(
    AuthEmulator emulator,
    World own,
    World other,
    World strict,
    String ownToken,
    String foreignToken) {
  static Stage of(AuthEmulator emulator) throws Exception {
    World own = emulator.newWorld(everything());
    World other = emulator.newWorld(everything());
    return new Stage(
        emulator,
        own,
        other,
        emulator.newWorld(WorldSpec.defaults().stackAuth(s -> s.requirePublishableClientKey(true))),
        token(own),
        token(other));
  }

  /** A world in which as much as possible is switched on. */
  static WorldSpec everything() {
    return WorldSpec.defaults()
        .stackAuth(
            s ->
                s.magicLinkEnabled(true)
                    .passkeyEnabled(true)
                    .allowUserApiKeys(true)
                    .allowTeamApiKeys(true)
                    .oauthProviders("github", "google"))
        .stytch(s -> s.embeddableMagicLinks(true).oauthProviders("github", "google"));
  }

  private static String token(World world) throws Exception {
    JsonNode user =
        Wire.stackServer(world)
            .post("/users", "{\"primary_email\":\"someone@example.com\"}")
            .json();
    return Wire.stackServer(world)
        .post("/auth/sessions", "{\"user_id\":\"" + user.path("id").asText() + "\"}")
        .at("access_token");
  }
}
