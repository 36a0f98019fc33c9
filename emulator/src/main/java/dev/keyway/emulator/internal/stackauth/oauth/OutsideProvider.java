package dev.keyway.emulator.internal.stackauth.oauth;

import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.text;
import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.texts;
import static dev.keyway.emulator.internal.stackauth.oauth.OutsideAnswer.unavailable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.internal.idp.Grant;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.outbound.OutboundHttp.Answer;
import dev.keyway.emulator.internal.stackauth.protocol.Form;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.token.CompactJws;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The OpenID provider outside that a development stack's shared social providers are: each is a
 * client of it whose id is its own. While it is waited for, the project answers other requests.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</a>
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">Discovery</a>
 */
final class OutsideProvider {
  private static final String SECRET = "MOCK-SERVER-SECRET";
  private static final List<String> SCOPES = List.of("openid", "offline_access");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration USUAL_LIFE = Duration.ofHours(1);

  private final OutboundHttp outbound;

  @Inject
  OutsideProvider(OutboundHttp outbound) {
    this.outbound = outbound;
  }

  /** Whether a provider of the project is it. */
  static boolean serves(StackAuthProject project, String provider) {
    return SocialProviders.shared(project, provider)
        && project.settings().outsideOpenIdProvider().isPresent();
  }

  /**
   * Asks where its endpoints are.
   *
   * @throws StackAuthFailure if it does not say so
   */
  OutsideEndpoints discover(StackAuthProject project) {
    URI issuer =
        project
            .settings()
            .outsideOpenIdProvider()
            .orElseThrow(() -> unavailable("The project has no outside provider any more."));
    return project.meanwhile(() -> discover(issuer));
  }

  private OutsideEndpoints discover(URI issuer) {
    String base = issuer.toString().replaceAll("/+$", "");
    URI document = URI.create(base + "/.well-known/openid-configuration");
    JsonNode found = read("discovery", () -> get(document, Map.of()));
    if (!text(found, "issuer").replaceAll("/+$", "").equals(base)) {
      throw unavailable("The outside provider's discovery document names another issuer.");
    }
    return OutsideEndpoints.of(found);
  }

  /** Where to send a browser. */
  static URI authorizeUrl(
      OutsideEndpoints endpoints,
      StackAuthProject project,
      String provider,
      String state,
      String verifier) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client_id", provider);
    parameters.put("redirect_uri", SocialProviders.callbackUrl(project, provider));
    parameters.put("response_type", "code");
    parameters.put("scope", String.join(" ", SCOPES));
    parameters.put("state", state);
    parameters.put("code_challenge", OAuthCodes.s256(verifier));
    parameters.put("code_challenge_method", "S256");
    parameters.put("access_type", "offline");
    parameters.put("prompt", "consent");
    String url = endpoints.authorization();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      url = Urls.withParameter(url, parameter.getKey(), parameter.getValue()).toString();
    }
    return URI.create(url);
  }

  /**
   * Turns a code into what was granted: whose account it is, by the subject alone.
   *
   * @return empty if it refuses the code
   * @throws StackAuthFailure if it does not answer as an OpenID provider
   */
  Optional<Grant> redeem(StackAuthProject project, String provider, String code, String verifier) {
    OutsideEndpoints endpoints = discover(project);
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", SocialProviders.callbackUrl(project, provider));
    form.put("code_verifier", verifier);
    form.put("client_id", provider);
    if (endpoints.authentication() == OutsideEndpoints.ClientAuthentication.POST) {
      form.put("client_secret", SECRET);
    }
    return project
        .meanwhile(() -> tokens(endpoints, provider, form))
        .map(
            granted -> {
              String subject =
                  endpoints
                      .userInfo()
                      .map(at -> project.meanwhile(() -> subject(at, granted)))
                      .orElseGet(() -> subjectOfIdToken(endpoints, provider, granted));
              return grant(project, provider, granted, subject);
            });
  }

  private Optional<JsonNode> tokens(
      OutsideEndpoints endpoints, String provider, Map<String, String> form) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("accept", List.of("application/json"));
    headers.put("content-type", List.of("application/x-www-form-urlencoded"));
    if (endpoints.authentication() == OutsideEndpoints.ClientAuthentication.BASIC) {
      String pair = encoded(provider) + ":" + encoded(SECRET);
      headers.put(
          "authorization",
          List.of(
              "Basic "
                  + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
    }
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    Answer answer = ask("token", () -> post(endpoints.token(), headers, body));
    return answer.status() == 400 ? Optional.empty() : Optional.of(read("token", () -> answer));
  }

  private String subject(URI userInfo, JsonNode granted) {
    List<String> authorization = List.of("Bearer " + text(granted, "access_token"));
    return text(
        read("userinfo", () -> get(userInfo, Map.of("authorization", authorization))), "sub");
  }

  /**
   * Of a token that came straight from its token endpoint, no signature is looked at; inferred: the
   * development stack's provider has a userinfo endpoint.
   */
  private static String subjectOfIdToken(
      OutsideEndpoints endpoints, String provider, JsonNode granted) {
    JsonNode claims =
        CompactJws.parse(text(granted, "id_token"))
            .map(CompactJws::payload)
            .orElseThrow(() -> unavailable("The outside provider's id_token is no token."));
    JsonNode audience = claims.path("aud");
    List<String> audiences = audience.isArray() ? texts(audience) : List.of(audience.asText());
    if (!text(claims, "iss").equals(endpoints.issuer()) || !audiences.contains(provider)) {
      throw unavailable("The outside provider's id_token is of another issuer or client.");
    }
    return text(claims, "sub");
  }

  /** A subject is the address too; inferred: one that is no address is an account without one. */
  private static Grant grant(
      StackAuthProject project, String provider, JsonNode granted, String subject) {
    String email = Form.EMAIL.accepts(subject) ? subject : "";
    long seconds = granted.path("expires_in").asLong(USUAL_LIFE.toSeconds());
    return new Grant(
        provider,
        new SocialAccount(subject, email, true, "", "", ""),
        SCOPES,
        text(granted, "access_token"),
        granted.path("refresh_token").asText(""),
        project.now().plusSeconds(Math.max(0, Math.min(seconds, Integer.MAX_VALUE))));
  }

  private Answer get(URI target, Map<String, List<String>> headers) throws IOException {
    Map<String, List<String>> all = new LinkedHashMap<>(headers);
    all.put("accept", List.of("application/json"));
    return outbound.ask("GET", target, all, "", PATIENCE);
  }

  private Answer post(URI target, Map<String, List<String>> headers, String body)
      throws IOException {
    return outbound.ask("POST", target, headers, body, PATIENCE);
  }

  /** A question to it. */
  private interface Question {
    Answer ask() throws IOException;
  }

  private static Answer ask(String endpoint, Question question) {
    try {
      return question.ask();
    } catch (IOException e) {
      throw unavailable(
          "The outside provider does not answer (" + endpoint + "): " + e.getMessage() + ".");
    }
  }

  private static JsonNode read(String endpoint, Question question) {
    Answer answer = ask(endpoint, question);
    if (answer.status() != 200) {
      throw unavailable(
          "The outside provider answers with status %d (%s).".formatted(answer.status(), endpoint));
    }
    try {
      return Json.read(answer.body());
    } catch (Json.Malformed e) {
      throw unavailable("The outside provider does not answer with JSON (" + endpoint + ").");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
