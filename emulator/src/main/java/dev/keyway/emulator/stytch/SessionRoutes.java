package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.http.Answer;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;

/** {@code /v1/sessions}. */
final class SessionRoutes implements StytchRoutes {
  /** How long the sandbox's session lives when no duration is asked for; inferred. */
  private static final Duration SANDBOX_LIFE = Duration.ofHours(1);

  @Inject
  SessionRoutes() {}

  @Override
  public void addTo(StytchRouteTable routes) {
    routes
        .post("/v1/sessions/authenticate", "stytch.session.authenticate")
        .answers(this::authenticate);
  }

  private Answer authenticate(StytchCall call) {
    StytchProject project = call.project();
    Optional<String> token = call.optionalText("session_token");
    if (token.filter(Sandbox.SESSION::equals).isPresent()) {
      return call.ok(sandbox(project, SessionRequest.readWithoutExisting(call)));
    }
    SessionRequest request = SessionRequest.read(call);
    StytchSession session =
        request.existing().orElseThrow(StytchError.NO_SESSION_ARGUMENTS::failure);
    StytchUser user =
        project.people().byId(session.userId()).orElseThrow(StytchError.USER_NOT_FOUND::failure);
    Optional<ObjectNode> verdict = AuthorizationCheck.verdict(call, session);
    request.touch(session);
    ObjectNode answer = SessionRequest.answer(project, user, Optional.of(session));
    verdict.ifPresent(given -> answer.set("verdict", given));
    return call.ok(answer);
  }

  private static ObjectNode sandbox(StytchProject project, SessionRequest request) {
    Factor factor = Factor.password(Sandbox.email(project), project.now());
    return Sandbox.authenticated(
        project, Optional.of(request.duration().orElse(SANDBOX_LIFE)), factor);
  }
}
