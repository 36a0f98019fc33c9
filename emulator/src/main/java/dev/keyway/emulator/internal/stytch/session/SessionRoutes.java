package dev.keyway.emulator.internal.stytch.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.internal.stytch.rules.SessionInput;
import dev.keyway.emulator.internal.stytch.rules.SessionTokens;
import dev.keyway.emulator.internal.stytch.rules.SessionView;
import dev.keyway.emulator.internal.stytch.rules.SignIns;
import dev.keyway.emulator.internal.stytch.rules.UserLookup;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.token.JwkNumber;
import dev.keyway.emulator.internal.token.SigningKey;
import dev.keyway.emulator.stytch.Role;
import jakarta.inject.Inject;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /v1/sessions}. */
public final class SessionRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> SESSION_ID = Field.text("session_id");
  private static final Field<String> RESOURCE_ID = Field.text("resource_id");
  private static final Field<String> ACTION = Field.text("action");
  private static final Field<Values> AUTHORIZATION_CHECK =
      Field.of("authorization_check", ObjectType.of(RESOURCE_ID.required(), ACTION.required()));

  @Inject
  SessionRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.session.list").fails(UserLookup.ERRORS).answers(this::list);
    book.on("stytch.session.authenticate")
        .takes(
            SessionInput.SESSION_TOKEN,
            SessionInput.SESSION_JWT,
            SessionInput.DURATION_MINUTES,
            SessionInput.CUSTOM_CLAIMS,
            AUTHORIZATION_CHECK)
        .fails(StytchError.NO_SESSION_ARGUMENTS, StytchError.CONSUMER_SESSION_AUTHORIZATION_ERROR)
        .fails(SessionInput.ERRORS)
        .answers(this::authenticate);
    book.on("stytch.session.revoke")
        .takes(SESSION_ID, SessionInput.SESSION_TOKEN, SessionInput.SESSION_JWT)
        .fails(
            StytchError.INVALID_SESSION_ID,
            StytchError.NO_SESSION_REVOKE_ARGUMENTS,
            StytchError.TOO_MANY_SESSION_REVOKE_ARGUMENTS)
        .fails(SessionTokens.ERRORS)
        .answers(this::revoke);
    book.on("stytch.session.jwks").open().fails(StytchError.PROJECT_NOT_FOUND).answers(this::jwks);
  }

  private Response list(StytchCall call) {
    String userId =
        call.query("user_id")
            .orElseThrow(
                () -> StytchError.BAD_REQUEST.failure("The query parameter user_id is required."));
    StytchUser user = UserLookup.require(call.project(), userId);
    ArrayNode sessions = Json.array();
    call.project().sessions().ofUser(user.id()).stream()
        .filter(session -> session.livesAt(call.now()))
        .forEach(session -> sessions.add(SessionView.of(session, user.allRoles())));
    ObjectNode json = Json.object();
    json.set("sessions", sessions);
    return call.ok(json);
  }

  private Response authenticate(StytchCall call) {
    StytchProject project = call.project();
    if (call.find(SessionInput.SESSION_TOKEN).filter(Sandbox.SESSION::equals).isPresent()) {
      return call.ok(answer(Sandbox.authenticateSession(call), null));
    }
    SessionInput input = SessionInput.of(call);
    StytchSession session = input.existing();
    if (session == null) {
      throw StytchError.NO_SESSION_ARGUMENTS.failure();
    }
    StytchUser user = UserLookup.require(project, session.userId());
    Optional<ObjectNode> verdict =
        call.find(AUTHORIZATION_CHECK).map(check -> judge(project, user, check));
    SignIns.use(project, session, input);
    return call.ok(answer(SignIns.output(project, user, session), verdict.orElse(null)));
  }

  /** Whose session it is stands in user and session alone, other than at a sign-in. */
  private static ObjectNode answer(ObjectNode signIn, @Nullable ObjectNode verdict) {
    signIn.remove(List.of("user_id", "user_device"));
    return signIn.set("verdict", verdict);
  }

  private static ObjectNode judge(StytchProject project, StytchUser user, Values check) {
    List<String> held = user.allRoles();
    List<String> granting =
        project.settings().roles().stream()
            .filter(role -> held.contains(role.id()))
            .filter(role -> role.allows(check.get(RESOURCE_ID), check.get(ACTION)))
            .map(Role::id)
            .toList();
    if (granting.isEmpty()) {
      throw StytchError.CONSUMER_SESSION_AUTHORIZATION_ERROR.failure();
    }
    ObjectNode verdict = Json.object().put("authorized", true);
    granting.forEach(verdict.putArray("granting_roles")::add);
    return verdict;
  }

  /** An id that is unknown or revoked already is answered with success: inferred, lenient. */
  private Response revoke(StytchCall call) {
    StytchProject project = call.project();
    Optional<String> id = call.find(SESSION_ID);
    Optional<String> token = call.find(SessionInput.SESSION_TOKEN);
    Optional<String> jwt = call.find(SessionInput.SESSION_JWT);
    int count = (id.isPresent() ? 1 : 0) + (token.isPresent() ? 1 : 0) + (jwt.isPresent() ? 1 : 0);
    if (count == 0) {
      throw StytchError.NO_SESSION_REVOKE_ARGUMENTS.failure();
    }
    if (count > 1) {
      throw StytchError.TOO_MANY_SESSION_REVOKE_ARGUMENTS.failure();
    }
    if (id.isPresent()) {
      Formats.id("session", id.get(), StytchError.INVALID_SESSION_ID);
      project.sessions().byId(id.get()).ifPresent(project.sessions()::revoke);
    }
    token.ifPresent(value -> project.sessions().revoke(SessionTokens.byToken(project, value)));
    jwt.ifPresent(value -> project.sessions().revoke(SessionTokens.byJwt(project, value)));
    return call.ok();
  }

  private Response jwks(StytchCall call) {
    if (!call.path("project_id").equals(call.project().id())) {
      throw StytchError.PROJECT_NOT_FOUND.failure();
    }
    ObjectNode json = Json.object();
    ArrayNode keys = json.putArray("keys");
    call.project().keys().published().forEach(key -> keys.add(jwk(key)));
    return call.ok(json).withHeader("cache-control", "public, max-age=900");
  }

  /** All nine fields: the vendor's typed SDKs refuse a key that lacks one. */
  private static ObjectNode jwk(SigningKey key) {
    RSAPublicKey rsa = (RSAPublicKey) key.pair().getPublic();
    ObjectNode json =
        Json.object().put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", key.kid());
    json.putArray("key_ops").add("verify");
    json.putArray("x5c");
    return json.put("x5tS256", "")
        .put("n", JwkNumber.text(rsa.getModulus()))
        .put("e", JwkNumber.text(rsa.getPublicExponent()));
  }
}
