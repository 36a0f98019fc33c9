package dev.keyway.providers.stackauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthObserver;
import dev.keyway.CallEvent;
import dev.keyway.EmailAddress;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.WireEvent;
import dev.keyway.providers.http.ScriptedServer;
import dev.keyway.providers.http.ScriptedServer.Received;
import dev.keyway.providers.http.ScriptedServer.Reply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A server that answers routes of Stack Auth as a test scripts them, with a client that talks to
 * it. Access tokens are really signed.
 */
final class FakeStack implements AutoCloseable {

  static final String PROJECT = "0b6f7c9e-2b0e-4c64-9a53-4b1d2a7c0f11";
  static final String USER = "5b3f0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  static final String SESSION = "7c1e0d0e-9c3f-4c53-9e2e-0a1f6f1d8a10";
  static final String SERVER_KEY = "ssk_very-secret-server-key";
  static final String REFRESH = "0123456789abcdefghjkmnpqrstvwxyz0123456789abg";
  static final String CODE = "7w3k0c9d2m5rfn8xq1tz4bvhs6yjgpae0c2d4f6h8k0m8";
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final EmailAddress JANE = EmailAddress.of("jane@example.org");
  static final Secret PASSWORD = Secret.of("correct-horse-battery");
  static final URI CALLBACK = URI.create("https://app.example.org/back");

  private static final ECKey KEY = key();

  private final Map<String, Function<Received, Reply>> routes = new ConcurrentHashMap<>();
  private final List<String> observed = new CopyOnWriteArrayList<>();
  private final ScriptedServer server = ScriptedServer.answering(this::answer);
  private final AuthClient client;

  FakeStack() {
    client = client(config -> config);
    on(
        "GET /api/v1/projects/" + PROJECT + "/.well-known/jwks.json",
        Reply.json(200, new JWKSet(KEY.toPublicJWK()).toString()));
    on("GET /api/v1/users/me", Reply.json(200, user("jane@example.org")));
    on("GET /api/v1/users/" + USER, Reply.json(200, user("jane@example.org")));
    on(
        "POST /api/v1/auth/sessions/current/refresh",
        Reply.json(200, "{\"access_token\":\"" + accessToken() + "\"}"));
  }

  AuthClient client() {
    return client;
  }

  /** Another client with changed settings, the caller's to close. */
  AuthClient client(UnaryOperator<StackAuth.Config> change) {
    return AuthClient.builder(
            StackAuth.factory(),
            change
                .apply(
                    StackAuth.config()
                        .projectId(PROJECT)
                        .secretServerKey(Secret.of(SERVER_KEY))
                        .baseUrl(server.url())
                        .timeout(Duration.ofMinutes(5)))
                .build())
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .observer(
            new AuthObserver() {
              @Override
              public void onCall(CallEvent event) {
                observed.add(event.toString());
              }

              @Override
              public void onWire(WireEvent event) {
                observed.add(event.toString());
              }
            })
        .build();
  }

  /** Answers a method and path, without query. */
  FakeStack on(String route, Reply reply) {
    return on(route, request -> reply);
  }

  FakeStack on(String route, Function<Received, Reply> script) {
    routes.put(route, script);
    return this;
  }

  private Reply answer(Received request) {
    return routes
        .getOrDefault(
            request.method() + " " + request.path(),
            unknown -> Reply.text(404, "404 - no such route here"))
        .apply(request);
  }

  /** Requests of one route, oldest first. */
  List<Received> sent(String route) {
    return server.received().stream()
        .filter(request -> (request.method() + " " + request.path()).equals(route))
        .toList();
  }

  /** All requests but those for keys. */
  List<String> sent() {
    return server.received().stream()
        .map(request -> request.method() + " " + request.path())
        .filter(route -> !route.endsWith("jwks.json"))
        .toList();
  }

  List<String> observed() {
    return observed;
  }

  static Reply known(int status, String code) {
    return known(status, code, "{}");
  }

  static Reply known(int status, String code, String details) {
    return Reply.json(
        status,
        "{\"code\":\"%s\",\"details\":%s,\"error\":\"about correct-horse-battery\"}"
            .formatted(code, details),
        "x-stack-known-error: " + code,
        "x-stack-request-id: req-0123456789ab");
  }

  static String user(String email) {
    return """
        {"id":"%s","primary_email":"%s","primary_email_verified":true,
         "primary_email_auth_enabled":true,"display_name":"Jane",
         "signed_up_at_millis":1767225600000,"has_password":true,"requires_totp_mfa":false,
         "oauth_providers":[{"id":"github","account_id":"9981","email":null}],
         "client_metadata":{"theme":"dark"},"client_read_only_metadata":null,
         "server_metadata":[1],"is_anonymous":false,"is_restricted":false,"new_field":[{}]}
        """
        .formatted(USER, email);
  }

  String signedIn() {
    return "{\"access_token\":\"%s\",\"refresh_token\":\"%s\",\"user_id\":\"%s\"}"
        .formatted(accessToken(), REFRESH, USER);
  }

  SessionTokens tokens() {
    return new SessionTokens(AccessToken.of(accessToken()), RenewalToken.of(REFRESH));
  }

  String accessToken() {
    return accessToken("projects", "", claims -> claims);
  }

  String accessToken(String path, String suffix, UnaryOperator<Map<String, Object>> change) {
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", server.url() + "/api/v1/" + path + "/" + PROJECT);
    claims.put("aud", PROJECT + suffix);
    claims.put("sub", USER);
    claims.put("refresh_token_id", SESSION);
    claims.put("iat", NOW.getEpochSecond());
    claims.put("exp", NOW.plusSeconds(600).getEpochSecond());
    claims.put("is_restricted", !suffix.isEmpty());
    claims.put("is_anonymous", suffix.equals(":anon"));
    claims.put("email", "jane@example.org");
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(),
            new Payload(change.apply(new LinkedHashMap<>(claims))));
    try {
      jws.sign(new ECDSASigner(KEY));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jws.serialize();
  }

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID("q1ZfJw0aB3xY").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
  }
}
