package dev.keyway.benchmarks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.keyway.emulator.StackAuthService;
import dev.keyway.emulator.StytchService;
import java.util.Base64;

/** The requests that are measured, as bytes. */
final class Requests {
  static final String PASSWORD = "my horse reads maps at noon";

  private Requests() {}

  static byte[] get(String path, String... headers) {
    return request("GET", path, "", headers);
  }

  static byte[] stackSignUp(StackAuthService project, String email) {
    return stackSignUp(project.projectId(), project.secretServerKey(), email);
  }

  /** A new user at Stack Auth, with the keys that the runnable jar printed as JSON. */
  static byte[] signUp(String printed) {
    return stackSignUp(
        value(printed, "projectId"), value(printed, "secretServerKey"), "a@example.com");
  }

  private static String value(String json, String name) {
    int start = json.indexOf('"' + name + "\":\"") + name.length() + 4;
    return json.substring(start, json.indexOf('"', start));
  }

  private static byte[] stackSignUp(String project, String key, String email) {
    String fields =
        "{\"email\":\"%s\",\"password\":\"%s\",\"verification_callback_url\":\"http://localhost/\"}";
    return stack(project, key, "/api/v1/auth/password/sign-up", fields.formatted(email, PASSWORD));
  }

  static byte[] stackSignIn(StackAuthService project, String email) {
    String fields = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, PASSWORD);
    return stack(
        project.projectId(), project.secretServerKey(), "/api/v1/auth/password/sign-in", fields);
  }

  static byte[] stackMe(StackAuthService project, String accessToken) {
    return get(
        "/api/v1/users/me",
        "x-stack-access-type: client",
        "x-stack-project-id: " + project.projectId(),
        "x-stack-publishable-client-key: " + project.publishableClientKey(),
        "x-stack-access-token: " + accessToken);
  }

  /** A new user with a password, and a session. */
  static byte[] stytchSignUp(StytchService project, String email) {
    return stytch(project, "POST", "/v1/passwords", password(email, true));
  }

  static byte[] stytchSignIn(StytchService project, String email) {
    return stytch(project, "POST", "/v1/passwords/authenticate", password(email, true));
  }

  /** A right password, without a session: nothing is signed. */
  static byte[] stytchPassword(StytchService project, String email) {
    return stytch(project, "POST", "/v1/passwords/authenticate", password(email, false));
  }

  static byte[] stytchUser(String project, String secret, String id) {
    return request("GET", "/v1/users/" + id, "", "authorization: " + basic(project, secret));
  }

  static byte[] stytchNewUser(StytchService project, String email) {
    return stytch(project, "POST", "/v1/users", "{\"email\":\"%s\"}".formatted(email));
  }

  static byte[] form(String path, String fields) {
    return request("POST", path, fields, "content-type: application/x-www-form-urlencoded");
  }

  private static String password(String email, boolean session) {
    String end = session ? ",\"session_duration_minutes\":60}" : "}";
    return "{\"email\":\"%s\",\"password\":\"%s\"".formatted(email, PASSWORD) + end;
  }

  private static byte[] stack(String project, String key, String path, String body) {
    return request(
        "POST",
        path,
        body,
        "x-stack-access-type: server",
        "x-stack-project-id: " + project,
        "x-stack-secret-server-key: " + key);
  }

  private static byte[] stytch(StytchService project, String method, String path, String body) {
    String credentials = basic(project.projectId(), project.secret());
    return request(method, path, body, "authorization: " + credentials);
  }

  private static String basic(String project, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((project + ":" + secret).getBytes(UTF_8));
  }

  private static byte[] request(String method, String path, String body, String... headers) {
    StringBuilder head = new StringBuilder();
    head.append(method).append(' ').append(path).append(" HTTP/1.1\r\nhost: 127.0.0.1\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    if (!body.isEmpty()) {
      if (!head.toString().contains("content-type")) {
        head.append("content-type: application/json\r\n");
      }
      head.append("content-length: ").append(body.length()).append("\r\n");
    }
    return head.append("\r\n").append(body).toString().getBytes(ISO_8859_1);
  }
}
