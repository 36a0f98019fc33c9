package dev.keyway.providers.stytch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AccessToken;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignUpOptions;
import dev.keyway.providers.FinestLogs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock("log levels")
class StytchLogsTest {

  @Test
  void noLoggerAtAnyLevelPrintsASecret() {
    EmailAddress ada = EmailAddress.of("ada@example.com");
    Secret password = Secret.of("my-canary-reads-maps");
    SessionTokens tokens =
        new SessionTokens(AccessToken.of("jwt.s3cr3t.x"), RenewalToken.of("t0ken-s3cr3t"));
    try (FinestLogs logs = new FinestLogs();
        StytchServer server = new StytchServer()) {
      server.on("POST /v1/passwords", StytchServer.signIn());
      server.on("POST /v1/passwords/authenticate", StytchServer.signIn());
      server.on("POST /v1/sessions/authenticate", StytchServer.signIn());
      server.on("POST /v1/sessions/revoke", "{}");
      var areas = server.provider.areas();
      areas.passwords().signUp(ada, password, SignUpOptions.defaults());
      areas.passwords().signIn(ada, password, SignInOptions.defaults());
      areas.sessions().refresh(tokens.renewal(), CallOptions.defaults());
      areas.sessions().signOut(tokens, CallOptions.defaults());
      List<String> lines = logs.lines();
      assertTrue(lines.stream().anyMatch(line -> line.startsWith("org.apache.hc.client5")));
      String basic =
          Base64.getEncoder()
              .encodeToString(
                  (StytchServer.PROJECT + ":" + StytchServer.SECRET)
                      .getBytes(StandardCharsets.US_ASCII));
      for (String canary :
          List.of(StytchServer.SECRET, basic, password.reveal(), "t0ken-s3cr3t", "jwt.s3cr3t.x")) {
        assertEquals(List.of(), lines.stream().filter(line -> line.contains(canary)).toList());
      }
    }
  }
}
