package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.headers;
import static dev.keyway.emulator.internal.control.ControlFields.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program needs to use a world: its URLs and its keys. */
final class Connection {
  private static final ObjectType STACK_AUTH =
      ObjectType.of(
              "StackAuthConnection",
              line("baseUrl").says("Stands for https://api.stack-auth.com.").required(),
              line("projectId").says("Project id.").required(),
              line("publishableClientKey").says("The key that browsers may hold.").required(),
              line("secretServerKey").says("The key of servers.").required(),
              line("superSecretAdminKey").says("The key of administrators.").required(),
              line("jwksUrl").says("Public keys of access tokens.").required(),
              line("issuer").says("Issuer of access tokens.").required())
          .example(
              """
              {"baseUrl":"http://127.0.0.1:4000","projectId":"11111111-1111-4111-8111-111111111111",
               "publishableClientKey":"pck_…","secretServerKey":"ssk_…","superSecretAdminKey":"sak_…",
               "jwksUrl":"http://127.0.0.1:4000/api/v1/projects/…/.well-known/jwks.json",
               "issuer":"http://127.0.0.1:4000/api/v1/projects/…"}""");

  private static final ObjectType STYTCH =
      ObjectType.of(
              "StytchConnection",
              line("baseUrl").says("Stands for https://test.stytch.com.").required(),
              line("projectId").says("User name of every request.").required(),
              line("secret").says("Password of every request.").required(),
              line("publicToken").says("What browsers name the project with.").required(),
              line("jwksUrl").says("Public keys of session JWTs.").required(),
              line("issuer").says("Issuer of session JWTs.").required())
          .example(
              """
              {"baseUrl":"http://127.0.0.1:4000","projectId":"project-test-…","secret":"secret-test-…",
               "publicToken":"public-token-test-…",
               "jwksUrl":"http://127.0.0.1:4000/v1/sessions/jwks/project-test-…",
               "issuer":"stytch.com/project-test-…"}""");

  static final ObjectType SHAPE =
      ObjectType.of(
              "Connection",
              line("world").says("The world's id.").required(),
              line("controlUrl").says("The world's own part of the control API.").required(),
              Field.of("stackauth", STACK_AUTH).says("Stack Auth.").required(),
              Field.of("stytch", STYTCH).says("Stytch.").required(),
              headers("environment")
                  .says(
                      "Keyway's configuration for both; KEYWAY_PROVIDER chooses, stack-auth or stytch.")
                  .required())
          .example(
              Json.write(
                  Json.object()
                      .put("world", "w1")
                      .put("controlUrl", "http://127.0.0.1:4000/_emulator/worlds/w1")
                      .<ObjectNode>set("stackauth", STACK_AUTH.example().orElseThrow())
                      .<ObjectNode>set("stytch", STYTCH.example().orElseThrow())
                      .set("environment", Json.object().put("KEYWAY_PROVIDER", "stack-auth"))));

  private Connection() {}

  static ObjectNode json(World world, String controlUrl) {
    StackAuthService stackAuth = world.stackAuth();
    StytchService stytch = world.stytch();
    ObjectNode json = Json.object().put("world", world.id()).put("controlUrl", controlUrl);
    json.putObject("stackauth")
        .put("baseUrl", stackAuth.baseUrl().toString())
        .put("projectId", stackAuth.projectId())
        .put("publishableClientKey", stackAuth.publishableClientKey())
        .put("secretServerKey", stackAuth.secretServerKey())
        .put("superSecretAdminKey", stackAuth.superSecretAdminKey())
        .put("jwksUrl", stackAuth.jwksUrl().toString())
        .put("issuer", stackAuth.issuer());
    json.putObject("stytch")
        .put("baseUrl", stytch.baseUrl().toString())
        .put("projectId", stytch.projectId())
        .put("secret", stytch.secret())
        .put("publicToken", stytch.publicToken())
        .put("jwksUrl", stytch.jwksUrl().toString())
        .put("issuer", stytch.issuer());
    ObjectNode environment = json.putObject("environment");
    environment(world).forEach(environment::put);
    return json;
  }

  /** Lines for a shell's {@code eval} or an {@code .env} file; no value needs quoting. */
  static String shell(World world) {
    return environment(world).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  private static Map<String, String> environment(World world) {
    StackAuthService stackAuth = world.stackAuth();
    StytchService stytch = world.stytch();
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("KEYWAY_PROVIDER", "stack-auth");
    variables.put("KEYWAY_STACK_AUTH_BASE_URL", stackAuth.baseUrl().toString());
    variables.put("KEYWAY_STACK_AUTH_PROJECT_ID", stackAuth.projectId());
    variables.put("KEYWAY_STACK_AUTH_PUBLISHABLE_CLIENT_KEY", stackAuth.publishableClientKey());
    variables.put("KEYWAY_STACK_AUTH_SECRET_SERVER_KEY", stackAuth.secretServerKey());
    variables.put("KEYWAY_STYTCH_BASE_URL", stytch.baseUrl().toString());
    variables.put("KEYWAY_STYTCH_PROJECT_ID", stytch.projectId());
    variables.put("KEYWAY_STYTCH_SECRET", stytch.secret());
    variables.put("KEYWAY_STYTCH_PUBLIC_TOKEN", stytch.publicToken());
    return variables;
  }
}
