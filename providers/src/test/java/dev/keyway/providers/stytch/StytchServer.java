package dev.keyway.providers.stytch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.keyway.AuthConfig;
import dev.keyway.AuthObserver;
import dev.keyway.Options;
import dev.keyway.Secret;
import dev.keyway.providers.TestClock;
import dev.keyway.providers.http.ScriptedServer;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import dev.keyway.providers.stytch.consumer.StytchConsumer;
import dev.keyway.spi.AuthProvider;
import dev.keyway.spi.NativeCalls;
import dev.keyway.spi.ProviderContext;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Answers by method and path as told, and a provider that talks to it. */
final class StytchServer implements AutoCloseable {

  static final String PROJECT = "project-test-00000000-0000-4000-8000-000000000001";
  static final String USER = "user-test-00000000-0000-4000-8000-000000000002";
  static final String SESSION = "session-test-00000000-0000-4000-8000-000000000003";
  static final String SECRET = "secret-test-s3cr3t";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Reply> replies = new ConcurrentHashMap<>();
  private final ScriptedServer server = ScriptedServer.answering(this::answer);
  final TestClock clock = new TestClock();
  final AuthProvider provider =
      Stytch.factory()
          .create(new ProviderContext(config(), clock, new SecureRandom(), new AuthObserver() {}));

  private AuthConfig config() {
    return Stytch.config()
        .projectId(PROJECT)
        .secret(Secret.of(SECRET))
        .publicToken("public-token-test-1")
        .baseUrl(server.url())
        .relyingPartyId("app.example.com")
        .timeout(Duration.ofMinutes(5))
        .build();
  }

  private Reply answer(Received request) {
    String path =
        request
            .path()
            .replaceAll("/(?:user|session|totp|webauthn-registration)-test-[^/]+", "/{id}");
    return replies.getOrDefault(request.method() + " " + path, error(404, "route_not_found"));
  }

  static final NativeCalls UNGUARDED =
      new NativeCalls() {
        @Override
        public <T> T call(String operation, Options options, Supplier<T> body) {
          return body.get();
        }
      };

  /** What only Stytch has, without a client around it. */
  StytchConsumer view() {
    return provider.unwrap(StytchConsumer.class, UNGUARDED).orElseThrow();
  }

  /** From now on the route answers this. */
  StytchServer on(String route, Reply reply) {
    replies.put(route, reply);
    return this;
  }

  StytchServer on(String route, String json) {
    String envelope = "{\"status_code\":200,\"request_id\":\"request-id-test-1\",";
    return on(
        route,
        Reply.json(
            200,
            json.equals("{}")
                ? envelope.replaceFirst(",$", "}")
                : json.replaceFirst("^\\{(?!\"status_code)", envelope.replace("\\", "\\\\"))));
  }

  static Reply error(int status, String type) {
    return Reply.json(
        status,
        """
        {"status_code":%d,"request_id":"request-id-test-9","error_type":"%s",
         "error_message":"quotes s3cr3t","error_url":"https://stytch.com/docs"}"""
            .formatted(status, type));
  }

  static String user(String fields) {
    return """
        {"user_id":"%s","name":{"first_name":"Ada","middle_name":"","last_name":"King"},
         "emails":[{"email_id":"email-test-1","email":"Ada@example.com","verified":true}],
         "phone_numbers":[],"providers":[{"provider_type":"GitHub"}],"webauthn_registrations":[],
         "biometric_registrations":[],"crypto_wallets":[],"status":"active","roles":[],
         "totps":[],"password":{"password_id":"password-test-1","requires_reset":false},
         "is_locked":false,"created_at":"2025-02-01T09:00:00.123456Z","external_id":null,
         "trusted_metadata":{"plan":"pro","old":1},"untrusted_metadata":{}%s}"""
        .formatted(USER, fields.isEmpty() ? "" : "," + fields);
  }

  /** With a confirmed authenticator app. */
  static String userWithApp() {
    return user("")
        .replace("\"totps\":[]", "\"totps\":[{\"totp_id\":\"totp-test-1\",\"verified\":true}]");
  }

  static String session(String... factors) {
    return """
        {"session_id":"%s","user_id":"%s","authentication_factors":[%s],"roles":[],
         "started_at":"2026-01-01T00:00:00Z","last_accessed_at":"2026-01-01T00:00:00Z",
         "expires_at":"2026-01-01T01:00:00Z","custom_claims":{"plan":"pro"}}"""
        .formatted(SESSION, USER, String.join(",", factors));
  }

  static String factor(String type, String delivery) {
    return "{\"type\":\"%s\",\"delivery_method\":\"%s\",\"last_authenticated_at\":\"2026-01-01T00:00:00Z\"}"
        .formatted(type, delivery);
  }

  static String signIn(String user, String session) {
    return """
        {"status_code":200,"request_id":"request-id-test-1","user_id":"%s","user":%s,
         "session_token":"t0ken-s3cr3t","session_jwt":"jwt.s3cr3t.x","session":%s,"new_field":[]}"""
        .formatted(USER, user, session);
  }

  static String signIn() {
    return signIn(user(""), session(factor("password", "knowledge")));
  }

  List<Received> received() {
    return server.received();
  }

  /** The requests as {@code METHOD /path}. */
  List<String> routes() {
    return received().stream().map(r -> r.method() + " " + r.path()).toList();
  }

  /** The body of the nth request. */
  JsonNode body(int n) {
    return json(received().get(n).body());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  @Override
  public void close() {
    provider.close();
    server.close();
  }
}
