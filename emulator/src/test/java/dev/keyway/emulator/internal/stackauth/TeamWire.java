package dev.keyway.emulator.internal.stackauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;

/** Teams as programs ask for them. JSON is written with single quotes. */
final class TeamWire {
  private TeamWire() {}

  static Wire admin(World world) {
    return Wire.stackServer(world)
        .with("x-stack-access-type", "admin")
        .with("x-stack-super-secret-admin-key", world.stackAuth().superSecretAdminKey());
  }

  static Wire.Reply post(Wire wire, String path, String json) throws Exception {
    return wire.post(path, json.replace('\'', '"'));
  }

  static Wire.Reply patch(Wire wire, String path, String json) throws Exception {
    return wire.with("content-type", "application/json")
        .send("PATCH", path, json.replace('\'', '"'));
  }

  static Wire.Reply delete(Wire wire, String path) throws Exception {
    return wire.send("DELETE", path, "");
  }

  /** Makes a team without members. */
  static String team(World world, String name) throws Exception {
    return post(Wire.stackServer(world), "/teams", "{'display_name':'" + name + "'}").at("id");
  }

  /** Makes somebody a member. */
  static void join(World world, String team, SignedIn user) throws Exception {
    Wire.Reply joined =
        post(Wire.stackServer(world), "/team-memberships/" + team + "/" + user.userId(), "{}");
    if (joined.status() != 201) {
      throw new AssertionError(joined.text());
    }
  }

  /** Grants somebody a permission in a team. */
  static void grant(World world, String team, SignedIn user, String permission) throws Exception {
    String path = "/team-permissions/%s/%s/%s".formatted(team, user.userId(), permission);
    Wire.Reply granted = post(Wire.stackServer(world), path, "{}");
    if (granted.status() != 201) {
      throw new AssertionError(granted.text());
    }
  }

  /** Status and code, or status and text where there is no code. */
  static String told(Wire.Reply reply) {
    JsonNode code = reply.json().path("code");
    return reply.status() + " " + (code.isTextual() ? code.asText() : reply.text());
  }
}
