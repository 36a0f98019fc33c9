package dev.keyway.emulator.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldClock;
import dev.keyway.emulator.internal.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the program says once it is ready. It names keys: they open nothing but this emulator, and
 * whoever starts it needs them.
 */
final class ReadyMessage {
  /** Left to the control API: it is no key and no address, and tokens say it themselves. */
  private static final String ISSUER = "issuer";

  /** Less than this is how long it takes to look at two clocks. */
  private static final Duration NOTHING = Duration.ofSeconds(2);

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
    return " | world "
        + world.name()
        + clock(world.clock())
        + ": "
        + world.services().stream().map(ReadyMessage::text).collect(Collectors.joining("; "));
  }

  /**
   * Nothing for a clock that runs with the machine's: any other fails clients that go by theirs.
   */
  private static String clock(WorldClock clock) {
    if (clock.frozen()) {
      return " (clock frozen at " + clock.now() + ")";
    }
    Instant machine = Clock.systemUTC().instant();
    Instant world = clock.now();
    return Duration.between(machine, world).abs().compareTo(NOTHING) > 0
        ? " (clock moved to " + world.truncatedTo(ChronoUnit.SECONDS) + ")"
        : "";
  }

  private static String text(VendorService service) {
    return service.name()
        + " "
        + service.connection().stream()
            .flatMap(value -> value.brief().stream().map(word -> word + " " + value.value()))
            .collect(Collectors.joining(", "));
  }

  private static ObjectNode json(World world) {
    ObjectNode json = Json.object().put("id", world.id()).put("name", world.name());
    world.services().forEach(service -> put(service, json.putObject(service.id())));
    return json;
  }

  private static void put(VendorService service, ObjectNode json) {
    service.connection().stream()
        .filter(value -> !value.name().equals(ISSUER))
        .forEach(value -> json.put(value.name(), value.value()));
  }
}
