package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.File;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The transcripts are what curl and the emulator say to each other. {@code
 * -Dkeyway.docs.write=true} writes them anew; otherwise the commands are run again and have to end
 * with the statuses that are written there.
 */
@ExtendWith(EmulatorExtension.class)
class TranscriptsTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @BeforeEach
  void curlIsThere() {
    String path = System.getenv().getOrDefault("PATH", "");
    assumeTrue(
        Arrays.stream(path.split(File.pathSeparator, -1))
            .anyMatch(folder -> new File(folder, "curl").canExecute()),
        "there is no curl on this machine");
  }

  @Test
  void stackAuth(World world, AuthEmulator emulator) throws Exception {
    world.clock().freezeAt(NOON);
    Transcript talk =
        new Transcript(
            """
            # Stack Auth, by hand

            Recorded from curl against the emulator. `$BASE` is the emulator's address, `$PROJECT` and `$KEY` are the world's project id and secret server key. `$WORLD` is the world in the emulator's control API. Tokens are cut short.

            """,
            Map.of(
                "WORLD", control(emulator, world),
                "BASE", world.stackAuth().baseUrl().toString(),
                "PROJECT", world.stackAuth().projectId(),
                "KEY", world.stackAuth().secretServerKey()));
    String account =
        "'{\"email\":\"alice@example.com\",\"password\":\"my horse reads maps at noon\"}'";
    talk.step(
        "Sign up",
        stack("POST", "/auth/password/sign-up", "") + body(account),
        Map.of("user_id", "ID"));
    talk.step("The webhook that tells of it", webhook("user.created"), Map.of());
    talk.step(
        "Sign in",
        stack("POST", "/auth/password/sign-in", "") + body(account),
        Map.of("access_token", "ACCESS", "refresh_token", "REFRESH"));
    talk.step(
        "Sign in with a wrong password",
        stack("POST", "/auth/password/sign-in", "")
            + body("'{\"email\":\"alice@example.com\",\"password\":\"not this one\"}'"),
        Map.of());
    String access = " \\\n    -H \"x-stack-access-token: $ACCESS\"";
    String refresh = " \\\n    -H \"x-stack-refresh-token: $REFRESH\"";
    talk.step("The user", stack("GET", "/users/me", access), Map.of());
    talk.step("The user's sessions", stack("GET", "/auth/sessions?user_id=$ID", ""), Map.of());
    talk.step(
        "Refresh",
        stack("POST", "/auth/sessions/current/refresh", refresh),
        Map.of("access_token", "ACCESS"));
    talk.step(
        "Sign out", stack("DELETE", "/auth/sessions/current", access) + body("'{}'"), Map.of());
    talk.step(
        "Refresh after that", stack("POST", "/auth/sessions/current/refresh", refresh), Map.of());
    compare("docs/transcripts/stack-auth.md", talk);
  }

  @Test
  void stytch(World world, AuthEmulator emulator) throws Exception {
    world.clock().freezeAt(NOON);
    Transcript talk =
        new Transcript(
            """
            # Stytch, by hand

            Recorded from curl against the emulator. `$BASE` is the emulator's address, `$PROJECT` and `$SECRET` are the world's project id and secret. `$WORLD` is the world in the emulator's control API. Tokens are cut short.

            """,
            Map.of(
                "WORLD", control(emulator, world),
                "BASE", world.stytch().baseUrl().toString(),
                "PROJECT", world.stytch().projectId(),
                "SECRET", world.stytch().secret()));
    talk.step(
        "Sign up",
        stytch("POST", "/passwords")
            + body(
                "'{\"email\":\"alice@example.com\",\"password\":\"my horse reads maps at noon\"}'"),
        Map.of("user_id", "ID"));
    talk.step("The webhook that tells of it", webhook("direct.user.create"), Map.of());
    talk.step(
        "Sign in",
        stytch("POST", "/passwords/authenticate")
            + body(
                "'{\"email\":\"alice@example.com\",\"password\":\"my horse reads maps at noon\","
                    + "\"session_duration_minutes\":60}'"),
        Map.of("session_token", "TOKEN"));
    talk.step(
        "Sign in with a wrong password",
        stytch("POST", "/passwords/authenticate")
            + body("'{\"email\":\"alice@example.com\",\"password\":\"not this one\"}'"),
        Map.of());
    talk.step("The user", stytch("GET", "/users/$ID"), Map.of());
    talk.step("The user's sessions", stytch("GET", "/sessions?user_id=$ID"), Map.of());
    String session = body("'{\"session_token\":\"'$TOKEN'\"}'");
    talk.step("A new JWT", stytch("POST", "/sessions/authenticate") + session, Map.of());
    talk.step("Sign out", stytch("POST", "/sessions/revoke") + session, Map.of());
    talk.step("A new JWT after that", stytch("POST", "/sessions/authenticate") + session, Map.of());
    compare("docs/transcripts/stytch.md", talk);
  }

  private static String control(AuthEmulator emulator, World world) {
    return emulator.baseUrl() + "/_emulator/worlds/" + world.id();
  }

  private static String webhook(String type) {
    return "curl -si \"$WORLD/webhooks/await?type=%s\"".formatted(type);
  }

  private static String stack(String method, String path, String headers) {
    return """
        curl -si -X %s "$BASE/api/v1%s" \\
            -H "x-stack-access-type: server" -H "x-stack-project-id: $PROJECT" \\
            -H "x-stack-secret-server-key: $KEY\""""
            .formatted(method, path)
        + headers;
  }

  private static String stytch(String method, String path) {
    return "curl -si -X %s \"$BASE/v1%s\" -u \"$PROJECT:$SECRET\"".formatted(method, path);
  }

  private static String body(String json) {
    return " \\\n    -H 'content-type: application/json' -d " + json;
  }

  private static void compare(String page, Transcript talk) {
    if (Boolean.getBoolean("keyway.docs.write")) {
      new Document(Document.ROOT.resolve(page), talk.text().stripTrailing() + "\n").write();
      return;
    }
    List<String> written =
        Document.read(page).text().lines().filter(line -> line.startsWith("HTTP/")).toList();
    assertEquals(
        talk.statuses(),
        written,
        "the transcript is stale; run this test with -Dkeyway.docs.write=true");
  }
}
