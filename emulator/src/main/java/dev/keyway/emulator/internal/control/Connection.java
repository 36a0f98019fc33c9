package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program needs to use a world: its URLs and its keys. */
final class Connection {
  private static final Shape STACK_AUTH =
      Shape.named("StackAuthConnection")
          .required("baseUrl", Type.line(), "Stands for https://api.stack-auth.com.")
          .required("projectId", Type.line(), "Project id.")
          .required("publishableClientKey", Type.line(), "The key that browsers may hold.")
          .required("secretServerKey", Type.line(), "The key of servers.")
          .required("superSecretAdminKey", Type.line(), "The key of administrators.")
          .required("jwksUrl", Type.line(), "Public keys of access tokens.")
          .required("issuer", Type.line(), "Issuer of access tokens.")
          .example(
              """
              {"baseUrl":"http://127.0.0.1:4000","projectId":"11111111-1111-4111-8111-111111111111",
               "publishableClientKey":"pck_…","secretServerKey":"ssk_…","superSecretAdminKey":"sak_…",
               "jwksUrl":"http://127.0.0.1:4000/api/v1/projects/…/.well-known/jwks.json",
               "issuer":"http://127.0.0.1:4000/api/v1/projects/…"}""");

  private static final Shape STYTCH =
      Shape.named("StytchConnection")
          .required("baseUrl", Type.line(), "Stands for https://test.stytch.com.")
          .required("projectId", Type.line(), "User name of every request.")
          .required("secret", Type.line(), "Password of every request.")
          .required("publicToken", Type.line(), "What browsers name the project with.")
          .required("jwksUrl", Type.line(), "Public keys of session JWTs.")
          .required("issuer", Type.line(), "Issuer of session JWTs.")
          .example(
              """
              {"baseUrl":"http://127.0.0.1:4000","projectId":"project-test-…","secret":"secret-test-…",
               "publicToken":"public-token-test-…",
               "jwksUrl":"http://127.0.0.1:4000/v1/sessions/jwks/project-test-…",
               "issuer":"stytch.com/project-test-…"}""");

  static final Shape SHAPE =
      Shape.named("Connection")
          .required("world", Type.line(), "The world's id.")
          .required("controlUrl", Type.line(), "The world's own part of the control API.")
          .required("stackauth", Type.of(STACK_AUTH), "Stack Auth.")
          .required("stytch", Type.of(STYTCH), "Stytch.")
          .required(
              "environment",
              Type.headers(),
              "Keyway's configuration for both; KEYWAY_PROVIDER chooses, stack-auth or stytch.")
          .example(
              Json.write(
                  Json.object()
                      .put("world", "w1")
                      .put("controlUrl", "http://127.0.0.1:4000/_emulator/worlds/w1")
                      .<ObjectNode>set("stackauth", STACK_AUTH.example())
                      .<ObjectNode>set("stytch", STYTCH.example())
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
