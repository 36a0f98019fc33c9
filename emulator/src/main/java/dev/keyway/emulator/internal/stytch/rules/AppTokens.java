package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.CodeKind;
import dev.keyway.emulator.internal.state.OneTimeCode;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.ConnectedApp;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.token.CompactJws;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The access tokens of connected apps. They are JWTs, and known here by their id, so that they can
 * be revoked and exchanged.
 */
public final class AppTokens {
  /** What {@link #require} refuses a token with. */
  public static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.IDP_ACCESS_TOKEN_NOT_FOUND,
          StytchError.IDP_ACCESS_TOKEN_EXPIRED,
          StytchError.CONNECTED_APP_CONSENT_REVOKED);

  /** Lets an app exchange its access token for a session of the user. */
  public static final String FULL_ACCESS = "full_access";

  private static final CodeKind<Facts> KIND = new CodeKind<>("idp_access_token");

  private AppTokens() {}

  /**
   * What a user granted an app.
   *
   * @param userId who
   * @param appId whom
   * @param consent the number of the consent that it rests on
   * @param scopes what for
   * @param resources audiences that were asked for (RFC 8707)
   * @param nonce what the app wants to see again in an ID token; empty for none
   */
  public record Grant(
      String userId,
      String appId,
      long consent,
      List<String> scopes,
      List<String> resources,
      String nonce) {
    /** Copies the lists. */
    public Grant {
      scopes = List.copyOf(scopes);
      resources = List.copyOf(resources);
    }

    /** The user, if the consent still stands. */
    public Optional<StytchUser> user(StytchProject project) {
      return project
          .appConsents()
          .find(userId, appId)
          .filter(now -> now.number() == consent)
          .flatMap(now -> project.users().byId(userId));
    }
  }

  /**
   * What is known of an access token.
   *
   * @param grant what it stands for
   * @param refreshed whether a refresh token brought it, rather than an authorization code
   */
  public record Facts(Grant grant, boolean refreshed) {}

  /**
   * A new access token.
   *
   * @param id by which it can be revoked
   * @param jwt the token; its signature may be put off
   */
  public record Issued(String id, String jwt) {
    /** The id. */
    @Override
    public String toString() {
      return "Issued[" + id + "]";
    }
  }

  /** Makes one. */
  public static Issued issue(
      StytchProject project, ConnectedApp app, StytchUser user, Facts facts) {
    Duration life = Duration.ofMinutes(app.details().tokenMinutes());
    String id = project.context().random().uuid();
    project.codes().issue(KIND, id, life, facts);
    ObjectNode claims = template(app.details().tokenTemplate(), app, project, user);
    Instant now = project.now();
    claims.put("iss", SessionTokens.issuer(project)).put("sub", user.id());
    var audience = claims.putArray("aud").add(project.id());
    if (!app.details().audience().isEmpty()) {
      audience.add(app.details().audience());
    }
    facts.grant().resources().forEach(audience::add);
    claims
        .put("client_id", app.id())
        .put("scope", String.join(" ", facts.grant().scopes()))
        .put("token_type", "access_token")
        .put("jti", id)
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(life).getEpochSecond());
    return new Issued(id, sign(project, claims));
  }

  /** A JWT that the project signs. */
  public static String sign(StytchProject project, ObjectNode claims) {
    return project.keys().signing().signLater(SessionTokens.TYPE, Json.write(claims), token -> {});
  }

  /** The custom claims that an app's template makes for a user. */
  public static ObjectNode template(
      String template, ConnectedApp app, StytchProject project, StytchUser user) {
    ObjectNode facts = Json.object();
    facts
        .putObject("client")
        .put("client_id", app.id())
        .put("client_name", app.details().name())
        .put("client_description", app.details().description());
    facts.set("user", UserView.of(project, user));
    try {
      return !template.isEmpty() && Json.read(template) instanceof ObjectNode object
          ? TokenTemplate.claims(object, facts)
          : Json.object();
    } catch (Json.Malformed e) {
      throw new IllegalStateException("A template was kept that is no JSON", e);
    }
  }

  /**
   * A token that was issued here and not revoked, be it expired or exchanged; empty for anything
   * else.
   */
  public static Optional<Known> find(StytchProject project, String jwt) {
    return CompactJws.parse(jwt)
        .filter(
            parsed ->
                project.keys().find(parsed.kid()).filter(key -> key.verifies(parsed)).isPresent())
        .flatMap(
            parsed ->
                Optional.ofNullable(parsed.payload().path("jti").textValue())
                    .flatMap(id -> project.codes().find(KIND, id))
                    .flatMap(
                        code ->
                            parsed.payload() instanceof ObjectNode claims
                                ? Optional.of(new Known(code, claims))
                                : Optional.empty()));
  }

  /** Makes a token unknown; does nothing if it is. */
  public static void revoke(StytchProject project, String id) {
    project.codes().find(KIND, id).ifPresent(project.codes()::forget);
  }

  /**
   * A token that works now.
   *
   * @throws StytchFailure one of the {@link #ERRORS}
   */
  public static Known require(StytchProject project, String jwt) {
    Known known = find(project, jwt).orElseThrow(StytchError.IDP_ACCESS_TOKEN_NOT_FOUND::failure);
    if (known.code().expiredAt(project.now())) {
      throw StytchError.IDP_ACCESS_TOKEN_EXPIRED.failure();
    }
    if (known.grant().user(project).isEmpty()) {
      throw StytchError.CONNECTED_APP_CONSENT_REVOKED.failure();
    }
    return known;
  }

  /**
   * A token that was issued here.
   *
   * @param code spent once it was exchanged
   * @param claims what it says
   */
  public record Known(OneTimeCode<Facts> code, ObjectNode claims) {
    public Grant grant() {
      return code.facts().grant();
    }

    /** Whether an app may use it at this moment. */
    public boolean active(StytchProject project) {
      return !code.expiredAt(project.now()) && grant().user(project).isPresent();
    }
  }
}
