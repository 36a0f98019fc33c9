package dev.keyway.emulator.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the program says once it is ready. It names keys: they open nothing but this emulator, and
 * whoever starts it needs them.
 */
final class ReadyMessage {
  private final AuthEmulator emulator;
  private final List<World> worlds;
  private final boolean https;

  ReadyMessage(AuthEmulator emulator, List<World> worlds, boolean https) {
    this.emulator = emulator;
    this.worlds = worlds;
    this.https = https;
  }

  /** One line for people. */
  String text() {
    StringBuilder line = new StringBuilder("Keyway emulator ready at ").append(emulator.baseUrl());
    if (https) {
      line.append(" and ").append(emulator.httpsBaseUrl());
    }
    if (!emulator.publicUrl().equals(emulator.baseUrl())) {
      line.append(", public ").append(emulator.publicUrl());
    }
    line.append(" | page ").append(page());
    return line.append(worlds.stream().map(ReadyMessage::text).collect(Collectors.joining()))
        .toString();
  }

  /** The same as one line of JSON. */
  String json() {
    ObjectNode json =
        Json.object()
            .put("version", Version.text())
            .put("url", emulator.baseUrl().toString())
            .put("httpsUrl", https ? emulator.httpsBaseUrl().toString() : null)
            .put("publicUrl", emulator.publicUrl().toString())
            .put("page", page())
            .put("certificateAuthority", https ? emulator.certificateAuthorityPem() : null);
    ArrayNode list = json.putArray("worlds");
    worlds.forEach(world -> list.add(json(world)));
    return Json.write(json);
  }

  private String page() {
    return emulator.publicUrl() + "/_emulator/ui";
  }

  private static String text(World world) {
    StackAuthService stackAuth = world.stackAuth();
    StytchService stytch = world.stytch();
    return " | world "
        + world.name()
        + ": Stack Auth project "
        + stackAuth.projectId()
        + ", client key "
        + stackAuth.publishableClientKey()
        + ", server key "
        + stackAuth.secretServerKey()
        + ", admin key "
        + stackAuth.superSecretAdminKey()
        + "; Stytch project "
        + stytch.projectId()
        + ", secret "
        + stytch.secret()
        + ", public token "
        + stytch.publicToken();
  }

  private static ObjectNode json(World world) {
    StackAuthService stackAuth = world.stackAuth();
    StytchService stytch = world.stytch();
    ObjectNode json = Json.object().put("id", world.id()).put("name", world.name());
    json.putObject("stackauth")
        .put("baseUrl", stackAuth.baseUrl().toString())
        .put("projectId", stackAuth.projectId())
        .put("publishableClientKey", stackAuth.publishableClientKey())
        .put("secretServerKey", stackAuth.secretServerKey())
        .put("superSecretAdminKey", stackAuth.superSecretAdminKey())
        .put("jwksUrl", stackAuth.jwksUrl().toString());
    json.putObject("stytch")
        .put("baseUrl", stytch.baseUrl().toString())
        .put("projectId", stytch.projectId())
        .put("secret", stytch.secret())
        .put("publicToken", stytch.publicToken())
        .put("jwksUrl", stytch.jwksUrl().toString());
    return json;
  }
}
