package dev.keyway.providers.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthException;
import dev.keyway.Secret;
import dev.keyway.providers.FinestLogs;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("log levels")
class StackAuthLogsTest {

  @Test
  void noLoggerAtAnyLevelPrintsASecret() {
    Secret fresh = Secret.of("another-canary-battery");
    try (FinestLogs logs = new FinestLogs();
        FakeStack stack = new FakeStack()) {
      Reply signedIn = Reply.json(200, stack.signedIn());
      Reply done = Reply.json(200, "{\"success\":true}");
      stack.on("POST /api/v1/auth/password/sign-up", signedIn);
      stack.on("POST /api/v1/auth/password/sign-in", signedIn);
      stack.on("POST /api/v1/auth/password/set", done);
      stack.on("POST /api/v1/auth/password/update", done);
      stack.on("POST /api/v1/auth/password/reset", done);
      stack.on("DELETE /api/v1/auth/sessions/current", done);
      stack.client().passwords().signUp(FakeStack.JANE, FakeStack.PASSWORD);
      stack.client().passwords().signIn(FakeStack.JANE, FakeStack.PASSWORD);
      stack.client().passwords().set(stack.tokens(), fresh);
      stack.client().passwords().change(stack.tokens(), FakeStack.PASSWORD, fresh);
      stack
          .client()
          .passwords()
          .finishReset(URI.create(FakeStack.CALLBACK + "?code=" + FakeStack.CODE), fresh);
      stack.client().sessions().verify(stack.tokens().access());
      stack.client().sessions().signOut(stack.tokens());
      stack.on("POST /api/v1/auth/password/sign-in", Reply.dropped());
      try {
        stack.client().passwords().signIn(FakeStack.JANE, FakeStack.PASSWORD);
      } catch (AuthException e) {
        // As it should.
      }
      List<String> lines = logs.lines();
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("org.apache.hc.client5")));
      for (String canary :
          List.of(
              FakeStack.SERVER_KEY,
              FakeStack.PASSWORD.reveal(),
              fresh.reveal(),
              FakeStack.REFRESH,
              FakeStack.CODE,
              "eyJraWQ",
              "eyJhbGc")) {
        assertEquals(List.of(), lines.stream().filter(line -> line.contains(canary)).toList());
      }
    }
  }
}
