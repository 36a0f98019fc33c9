package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordingTest {
  @TempDir private Path folder;

  private Path file(String json) throws Exception {
    return Files.writeString(folder.resolve("wording.json"), json);
  }

  @Test
  void errorsAreToldInTheFilesSentences() throws Exception {
    Path file =
        file(
            "\ufeff{\"EMAIL_PASSWORD_MISMATCH\":\"No.\",\"USER_EMAIL_ALREADY_EXISTS\":"
                + "\"{email} is {email}, {would_work_if_email_was_verified} {\"}");
    try (AuthEmulator emulator = AuthEmulator.builder().wording(file).start()) {
      World world = emulator.newWorld(WorldSpec.defaults());
      Wire client = Wire.stackClient(world);

      Wire.Reply wrong =
          client.post("/auth/password/sign-in", "{\"email\":\"a@b.test\",\"password\":\"p\"}");
      assertEquals("EMAIL_PASSWORD_MISMATCH", wrong.at("code"));
      assertEquals("No.", wrong.at("error"));

      String body = "{\"email\":\"a$1@b.test\",\"password\":\"correct horse\"}";
      client.post("/auth/password/sign-up", body);
      Wire.Reply taken = client.post("/auth/password/sign-up", body);
      assertEquals("a$1@b.test is a$1@b.test, false {", taken.at("error"));
      assertEquals("a$1@b.test", taken.json().at("/details/email").asText());

      assertEquals(
          "The refresh token is unknown or has expired.",
          client
              .with("x-stack-refresh-token", "x")
              .post("/auth/sessions/current/refresh")
              .at("error"));
    }
  }

  @Test
  void theSentenceIsThatOfARedirectToo() throws Exception {
    Path file = file("{\"OAUTH_PROVIDER_ACCESS_DENIED\":\"Said no\"}");
    try (AuthEmulator emulator = AuthEmulator.builder().wording(file).start()) {
      World world =
          emulator.newWorld(WorldSpec.defaults().stackAuth(s -> s.oauthProviders("github")));
      world.oauth().next(OAuthDecision.deny());
      String query =
          "?client_id="
              + world.stackAuth().projectId()
              + "&client_secret="
              + world.stackAuth().publishableClientKey()
              + "&redirect_uri=http://localhost:3000/in&scope=legacy&state=s&grant_type="
              + "authorization_code&code_challenge=c&code_challenge_method=S256"
              + "&response_type=code&stack_response_mode=json";
      Wire open = Wire.to(URI.create(world.stackAuth().baseUrl().toString()));
      String idp = open.get("/api/v1/auth/oauth/authorize/github" + query).at("location");

      String back = Wire.to(URI.create(idp)).get("").header("location").orElseThrow();
      String target = Wire.to(URI.create(back)).get("").header("location").orElseThrow();

      assertTrue(target.contains("message=Said"), target);
    }
  }

  private void assertRefused(String json, String reason) throws Exception {
    Path file = file(json);
    WordingException refused =
        assertThrows(
            WordingException.class, () -> AuthEmulator.builder().wording(file).start().close());
    assertEquals(file + ": " + reason, refused.getMessage());
  }

  @Test
  void aDamagedFileIsRefusedWithItsPlace() throws Exception {
    assertRefused("{\n \"A\": }", "line 2, column 7: is no JSON");
    assertRefused("[]", "must be a JSON object of codes and sentences");
    assertRefused("{\"NO_SUCH\":\"x\"}", "NO_SUCH: there is no error of this code");
    assertRefused("{\"USER_NOT_FOUND\":1}", "USER_NOT_FOUND: must be a text");
    assertRefused(
        "{\"PASSWORD_TOO_SHORT\":\"{max}\"}",
        "PASSWORD_TOO_SHORT: has no detail max; there are [min_length]");
    Path missing = folder.resolve("none.json");
    assertEquals(
        missing + ": cannot be read as text in UTF-8",
        assertThrows(
                WordingException.class,
                () -> AuthEmulator.builder().wording(missing).start().close())
            .getMessage());
  }
}
