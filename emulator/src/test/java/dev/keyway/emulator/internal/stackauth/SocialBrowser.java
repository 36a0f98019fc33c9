package dev.keyway.emulator.internal.stackauth;

import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.http.FormValues;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A browser on its way through a social sign-in, and the application that sent it there. */
final class SocialBrowser {
  static final String REDIRECT = "http://localhost:3000/oauth?next=%2Fhome";

  /** The example of RFC 7636 appendix B. */
  static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final World world;
  private final Wire wire;
  private String cookie = "";

  SocialBrowser(World world) {
    this.world = world;
    this.wire = Wire.to(world.stackAuth().baseUrl());
  }

  /** The first step, with some parameters changed; those changed to nothing are left out. */
  Wire.Reply start(String provider, Map<String, String> changes) throws Exception {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", world.stackAuth().projectId());
    query.put("client_secret", world.stackAuth().publishableClientKey());
    query.put("redirect_uri", REDIRECT);
    query.put("scope", "legacy");
    query.put("state", "outer state");
    query.put("grant_type", "authorization_code");
    query.put("code_challenge", CHALLENGE);
    query.put("code_challenge_method", "S256");
    query.put("response_type", "code");
    query.putAll(changes);
    query.values().removeIf(String::isEmpty);
    Wire.Reply reply = wire.get("/api/v1/auth/oauth/authorize/" + provider + "?" + encoded(query));
    cookie = reply.header("set-cookie").map(set -> set.split(";", 2)[0]).orElse("");
    return reply;
  }

  /** Goes on from the first step until the callback has answered. */
  Wire.Reply back(String provider, Map<String, String> changes) throws Exception {
    return follow(follow(start(provider, changes)));
  }

  /** Signs in as an account and gives the code that the application gets. */
  String code(SocialAccount account, Map<String, String> changes) throws Exception {
    world.oauth().next(OAuthDecision.approve(account));
    return parameter(back("google", changes), "code");
  }

  String code(String email) throws Exception {
    return code(SocialAccount.of(email), Map.of());
  }

  Wire.Reply follow(Wire.Reply redirect) throws Exception {
    URI target = URI.create(location(redirect));
    Wire browser = cookie.isEmpty() ? wire : wire.with("cookie", "other=1; " + cookie);
    return browser.get(target.getRawPath() + "?" + target.getRawQuery());
  }

  void loseCookies() {
    cookie = "";
  }

  /** The application's exchange of a code, with some fields changed or left out. */
  Wire.Reply exchange(String code, Map<String, String> changes) throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", world.stackAuth().projectId());
    form.put("client_secret", world.stackAuth().publishableClientKey());
    form.put("code", code);
    form.put("redirect_uri", REDIRECT);
    form.put("code_verifier", VERIFIER);
    form.putAll(changes);
    form.values().removeIf(String::isEmpty);
    return wire.with("content-type", "application/x-www-form-urlencoded;charset=UTF-8")
        .send("POST", "/api/v1/auth/oauth/token", encoded(form));
  }

  Wire.Reply exchange(String code) throws Exception {
    return exchange(code, Map.of());
  }

  /** A client that acts for whoever a social account signs in. */
  Wire signedIn(SocialAccount account, Map<String, String> changes) throws Exception {
    return Wire.stackClient(world)
        .with("x-stack-access-token", exchange(code(account, changes)).at("access_token"));
  }

  static String location(Wire.Reply reply) {
    return reply.header("location").orElseThrow(() -> new AssertionError(reply.text()));
  }

  /** A parameter of where a reply sends the browser; empty when it has none. */
  static String parameter(Wire.Reply reply, String name) {
    return FormValues.parse(URI.create(location(reply)).getRawQuery())
        .getOrDefault(name, List.of(""))
        .get(0);
  }

  private static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
