package dev.keyway.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A world with users, the requests of one call, and what the emulator answers to each: for the
 * servers that are measured beside it.
 *
 * @param answers by what the call looks up: a user's id, an access token, an e-mail address
 */
record Workload(World world, List<byte[]> requests, Map<String, JsonNode> answers, String user) {
  static final ObjectMapper JSON = new ObjectMapper();

  /** The requests that are measured go to this many users at most. */
  private static final int ASKED = 2_000;

  /**
   * Fills a new world.
   *
   * @param call {@code stack-sign-in}, {@code stytch-sign-in}, {@code stytch-password}, {@code
   *     stytch-user} or {@code stack-me}
   * @param count users; of {@code stack-me}, live tokens of one user
   */
  static Workload fill(AuthEmulator emulator, String call, int count) {
    World world = emulator.newWorld();
    try (Connection connection = new Connection(emulator.publicUrl().getPort())) {
      return switch (call) {
        case "stack-sign-in" -> stackSignIn(connection, world);
        case "stytch-sign-in", "stytch-password" -> stytchPassword(connection, world, call);
        case "stytch-user" -> stytchUser(connection, world, count);
        case "stack-me" -> stackMe(connection, world, count);
        default -> throw new IllegalArgumentException(call);
      };
    }
  }

  private static Workload stackSignIn(Connection connection, World world) {
    String email = "a@example.com";
    connection.send(Requests.stackSignUp(world.stackAuth(), email));
    byte[] request = Requests.stackSignIn(world.stackAuth(), email);
    return new Workload(world, List.of(request), Map.of(email, ask(connection, request)), "");
  }

  private static Workload stytchPassword(Connection connection, World world, String call) {
    String email = "a@example.com";
    connection.send(Requests.stytchSignUp(world.stytch(), email));
    byte[] request =
        call.equals("stytch-password")
            ? Requests.stytchPassword(world.stytch(), email)
            : Requests.stytchSignIn(world.stytch(), email);
    return new Workload(world, List.of(request), Map.of(email, ask(connection, request)), "");
  }

  private static Workload stytchUser(Connection connection, World world, int count) {
    String project = world.stytch().projectId();
    String secret = world.stytch().secret();
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] request = Requests.stytchNewUser(world.stytch(), "user" + i + "@example.com");
      ids.add(ask(connection, request).path("user_id").asText());
    }
    // The same order at every run, and not the order that they were made in.
    Random random = new Random(7);
    List<byte[]> requests = new ArrayList<>();
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(count, ASKED); i++) {
      String id = ids.get(random.nextInt(count));
      byte[] request = Requests.stytchUser(project, secret, id);
      requests.add(request);
      answers.put(id, ask(connection, request));
    }
    return new Workload(world, requests, answers, ids.get(0));
  }

  private static Workload stackMe(Connection connection, World world, int count) {
    String email = "a@example.com";
    connection.send(Requests.stackSignUp(world.stackAuth(), email));
    List<byte[]> requests = new ArrayList<>();
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      byte[] signIn = Requests.stackSignIn(world.stackAuth(), email);
      String token = ask(connection, signIn).path("access_token").asText();
      byte[] request = Requests.stackMe(world.stackAuth(), token);
      requests.add(request);
      answers.put(token, ask(connection, request));
    }
    return new Workload(world, requests, answers, "");
  }

  private static JsonNode ask(Connection connection, byte[] request) {
    try {
      return JSON.readTree(connection.send(request).bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
