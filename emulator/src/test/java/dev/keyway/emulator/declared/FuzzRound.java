package dev.keyway.emulator.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LogLines;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Some thousand requests to one emulator, made from what its routes declare and from what earlier
 * answers told.
 */
final class FuzzRound {
  /** A machine ten times slower than a slow one keeps to it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String MARK = "mark_of_another_project";

  /** What some fields want and no answer tells. */
  private static final Map<String, String> WORDS =
      Map.of(
          "password", Belongings.PASSWORD,
          "response_type", "code",
          "crypto_wallet_type", "ethereum",
          "crypto_wallet_address", "0x6df2cB7B2Cb7B1d1C4d9D1A7c3dF5c5B1c1F1aB0",
          "hash_type", "sha_1",
          "hash", "a9993e364706816aba3e25717850c26c9cd0d89d",
          "challenge_mode", "S256");

  /** After so many requests there is one more of everything, whatever became of the first. */
  private static final int RENEWAL = 50;

  /** How many requests in a hundred are to a route that has succeeded before: they change state. */
  private static final int AGAIN = 60;

  /** How many requests in a hundred keep to what is declared in every field. */
  private static final int PLAIN = 80;

  private final Random random;
  private final LogLines log;
  private final AuthEmulator emulator;
  private final World own;
  private final World other;
  private World controlled;
  private final List<DeclaredRoute> routes;
  private final List<DeclaredRoute> succeeded = new ArrayList<>();
  private final Map<String, Pool> pools =
      Map.of("stackauth", new Pool(), "stytch", new Pool(), "control", new Pool());
  private final Map<String, Integer> statuses = new TreeMap<>();
  private final List<String> findings = new ArrayList<>();

  FuzzRound(AuthEmulator emulator, LogLines log, long seed) throws Exception {
    this.random = new Random(seed);
    this.log = log;
    this.emulator = emulator;
    this.own = emulator.newWorld(Stage.everything());
    this.other = emulator.newWorld(Stage.everything());
    this.controlled = emulator.newWorld(Stage.everything());
    List<DeclaredRoute> all = new ArrayList<>();
    for (String provider : List.of("stackauth", "stytch", "control")) {
      all.addAll(DeclaredRoute.of(emulator, provider));
    }
    // It ends the world, as it should.
    this.routes =
        all.stream()
            .filter(DeclaredRoute::built)
            .filter(route -> !route.id().equals("stackauth.project.delete-current"))
            .toList();
    mark();
  }

  /** Makes another project whose ids may be sent, and whose other values must never be seen. */
  private void mark() throws Exception {
    Map<String, String> stackAuth = Belongings.ofStackAuth(other, MARK);
    Map<String, String> stytch = Belongings.ofStytch(other, MARK);
    Wire.stackServer(other)
        .with("content-type", "application/json")
        .send("PATCH", "/users/" + stackAuth.get("user_id"), "{\"display_name\":\"" + MARK + "\"}");
    Wire.stytch(other)
        .with("content-type", "application/json")
        .send(
            "PUT",
            "/v1/users/" + stytch.get("user_id"),
            "{\"name\":{\"first_name\":\"" + MARK + "\"}}");
    addUnmarked(stackAuth, pool("stackauth"));
    addUnmarked(stytch, pool("stytch"));
  }

  private static void addUnmarked(Map<String, String> values, Pool pool) {
    values.forEach(
        (name, value) -> {
          if (!value.contains(MARK)) {
            pool.add(name, value);
          }
        });
  }

  private Pool pool(String provider) {
    return Objects.requireNonNull(pools.get(provider));
  }

  /** How many answers there were of each kind. */
  Map<String, Integer> statuses() {
    return statuses;
  }

  /** What was wrong. */
  List<String> findings() {
    return findings;
  }

  void run(int requests) throws Exception {
    for (int i = 0; i < requests; i++) {
      if (i % RENEWAL == 0) {
        renew("ada" + i);
      }
      DeclaredRoute route = any(random.nextInt(100) < AGAIN ? succeeded : routes);
      int wild = random.nextInt(100) < PLAIN ? 0 : random.nextInt(25);
      send(route, new Gene(random, pool(route.provider()), wild));
      if (i % 20 == 0) {
        takeMails();
      }
    }
  }

  private DeclaredRoute any(List<DeclaredRoute> some) {
    List<DeclaredRoute> all = some.isEmpty() ? routes : some;
    return all.get(random.nextInt(all.size()));
  }

  /** Puts right what requests have switched off, and makes one more of everything. */
  private void renew(String name) throws Exception {
    own.stackAuth().configure(changed -> Stage.everything().stackAuth().toBuilder());
    Belongings.ofStackAuth(own, name).forEach(pool("stackauth")::add);
    Belongings.ofStytch(own, name).forEach(pool("stytch")::add);
    WORDS.forEach((field, word) -> pools.values().forEach(pool -> pool.add(field, word)));
    if (emulator.worlds().stream().noneMatch(world -> world.id().equals(controlled.id()))) {
      controlled = emulator.newWorld(Stage.everything());
    }
    controlled.stackAuth().configure(changed -> Stage.everything().stackAuth().toBuilder());
    Belongings.ofStackAuth(controlled, name).forEach(pool("control")::add);
  }

  private void takeMails() {
    for (OutboxMessage message : own.outbox().messages()) {
      for (String code : List.of(words(message.code()), words(message.token()))) {
        for (Pool pool : pools.values()) {
          pool.add("code", code);
          pool.add("token", code);
        }
      }
    }
    own.outbox().clear();
  }

  private static String words(@Nullable String code) {
    return code == null ? "" : code;
  }

  private void send(DeclaredRoute route, Gene gene) {
    String path = path(route, gene) + query(route, gene);
    String body = body(route, gene);
    String method = gene.chance(1) ? "PUT" : route.method();
    int before = log.lines().size();
    long start = System.nanoTime();
    List<String> wrong = new ArrayList<>();
    try {
      Wire.Reply reply =
          wire(route, gene, body).within(PATIENCE).byChance().send(method, path, body);
      statuses.merge(route.provider() + " " + reply.status() / 100 + "xx", 1, Integer::sum);
      wrong.addAll(AnswerRules.broken(route, reply));
      if (reply.text().contains(MARK) && !route.provider().equals("control")) {
        wrong.add("it tells of another project");
      }
      if (reply.status() < 300) {
        if (!succeeded.contains(route)) {
          succeeded.add(route);
        }
        gene.known().harvest(route.resource(), reply.json());
      }
    } catch (Exception | AssertionError e) {
      wrong.add(e.toString());
    }
    log.lines().stream().skip(before).forEach(wrong::add);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    for (String words : wrong) {
      findings.add(
          "%s: %s%n  %s %s (%d ms)%n  %s"
              .formatted(
                  route,
                  shortened(words),
                  method,
                  shortened(path),
                  took.toMillis(),
                  shortened(body)));
    }
  }

  /** A server need not read a line of any length. */
  private static String shortened(String text) {
    return text.length() > 600 ? text.substring(0, 600) + "..." : text;
  }

  private String path(DeclaredRoute route, Gene gene) {
    String prefix = route.provider().equals("control") ? "/_emulator" : "";
    return prefix + route.path(name -> encode(inPath(route, gene, name))).replaceFirst("/$", "");
  }

  private String inPath(DeclaredRoute route, Gene gene, String name) {
    if (name.equals("world")) {
      return gene.chance(97) ? controlled.id() : "x";
    }
    if (name.equals("project_id") && gene.chance(80)) {
      boolean stytch = route.provider().equals("stytch");
      return stytch ? own.stytch().projectId() : own.stackAuth().projectId();
    }
    return shortened(gene.text(route.resource(), name, Json.object()));
  }

  private String query(DeclaredRoute route, Gene gene) {
    List<String> query = new ArrayList<>();
    for (JsonNode parameter : route.parameters("query")) {
      if (gene.chance(parameter.path("required").asBoolean() ? 95 : 25)) {
        String name = parameter.path("name").asText();
        JsonNode schema = parameter.path("schema");
        String value = gene.value(route.resource(), name, schema, 0).asText();
        // Nobody waits for what does not come.
        query.add(name + "=" + encode(name.equals("timeout") ? "PT0.01S" : shortened(value)));
      }
    }
    return query.isEmpty() ? "" : "?" + String.join("&", query);
  }

  private String body(DeclaredRoute route, Gene gene) {
    if (!route.hasBody() || route.method().equals("GET") || gene.chance(1)) {
      return "";
    }
    JsonNode body = gene.chance(2) ? gene.hostile(0) : anyObject(route, gene);
    String text = Json.write(body);
    return switch (random.nextInt(200)) {
      case 0 -> text.substring(0, text.length() / 2);
      case 1 -> text + text;
      case 2 -> "\ufeff" + text;
      default -> text;
    };
  }

  private JsonNode anyObject(DeclaredRoute route, Gene gene) {
    JsonNode example = route.operation().at("/requestBody/content/application~1json/example");
    JsonNode made =
        example instanceof ObjectNode whole && gene.chance(40)
            ? changed(whole.deepCopy(), route, gene)
            : gene.value(route.resource(), "", route.body(), 0);
    if (made instanceof ObjectNode object && object.has("timeout")) {
      object.put("timeout", "PT0.01S");
    }
    return made;
  }

  /** An example of the document, with another value in one field half of the time. */
  private static ObjectNode changed(ObjectNode example, DeclaredRoute route, Gene gene) {
    List<String> names = new ArrayList<>();
    example.fieldNames().forEachRemaining(names::add);
    if (!names.isEmpty() && gene.chance(50)) {
      String name = gene.pick(names);
      JsonNode schema = route.body().path("properties").path(name);
      example.set(name, gene.value(route.resource(), name, schema, 0));
    }
    return example;
  }

  private Wire wire(DeclaredRoute route, Gene gene, String body) {
    Wire wire = Wire.to(URI.create(emulator.baseUrl().toString()));
    if (!body.isEmpty() || gene.chance(2)) {
      wire = wire.with("content-type", gene.chance(98) ? "application/json" : "text/plain");
    }
    return switch (route.provider()) {
      case "stytch" ->
          gene.chance(98)
              ? wire.basic(own.stytch().projectId(), own.stytch().secret())
              : wire.basic(own.stytch().projectId(), other.stytch().secret());
      case "stackauth" -> stackAuth(route, gene, wire);
      default -> wire;
    };
  }

  private Wire stackAuth(DeclaredRoute route, Gene gene, Wire bare) {
    List<String> types = route.accessTypes();
    if (gene.chance(types.isEmpty() ? 80 : 1)) {
      return bare;
    }
    Wire wire =
        bare.with(
                "x-stack-access-type",
                types.isEmpty() || gene.chance(2) ? "client" : gene.pick(types))
            .with("x-stack-project-id", own.stackAuth().projectId())
            .with("x-stack-publishable-client-key", own.stackAuth().publishableClientKey())
            .with("x-stack-secret-server-key", own.stackAuth().secretServerKey())
            .with("x-stack-super-secret-admin-key", own.stackAuth().superSecretAdminKey())
            .with("x-stack-allow-anonymous-user", "true");
    for (String header : route.requiredHeaders()) {
      wire = withKnown(wire, gene, header);
    }
    return gene.chance(route.needsUser() ? 95 : 40)
        ? withKnown(wire, gene, "x-stack-access-token")
        : wire;
  }

  private static Wire withKnown(Wire wire, Gene gene, String header) {
    List<String> values =
        gene.known().of("", header.replace("x-stack-", "").replace('-', '_')).stream()
            .filter(value -> value.matches("[!-~]+"))
            .toList();
    return values.isEmpty() ? wire : wire.with(header, gene.pick(values));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
