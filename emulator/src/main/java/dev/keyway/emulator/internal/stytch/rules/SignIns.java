package dev.keyway.emulator.internal.stytch.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.Factor;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of every way to sign in. */
public final class SignIns {
  private static final int TOKEN_BYTES = 32;
  private static final Duration IMPERSONATION = Duration.ofHours(1);

  private SignIns() {}

  /**
   * Records that a user proved a factor: joins the session that was sent, or starts one if a
   * duration was, and neither if neither was.
   *
   * @param project where
   * @param user who
   * @param factor what they proved
   * @param input what was asked about sessions
   * @param attributes of the browser, for a new session
   * @return the fields that all such calls answer with
   */
  public static ObjectNode complete(
      StytchProject project,
      StytchUser user,
      Factor factor,
      SessionInput input,
      Attributes attributes) {
    user.set(StytchUserRows.PENDING, false);
    user.set(StytchUserRows.INVITED, false);
    UserLocks.succeeded(user);
    StytchSession session =
        input
            .existingOf(user)
            // It may have been revoked since, by this very request.
            .filter(existing -> project.sessions().byId(existing.id()).isPresent())
            .orElse(null);
    if (session == null && input.duration() != null) {
      session = begin(project, user, project.now().plus(input.duration()), attributes);
    }
    if (session != null) {
      session.add(factor);
      use(project, session, input);
    }
    return output(project, user, session);
  }

  /** Starts a session in which somebody else acts as a user. It changes nothing of the user. */
  public static ObjectNode impersonate(StytchProject project, StytchUser user, Factor factor) {
    StytchSession session =
        begin(project, user, project.now().plus(IMPERSONATION), Attributes.NONE);
    session.add(factor);
    ObjectNode json = output(project, user, session);
    json.remove("user_device");
    return json;
  }

  /** Records a use of a session, and what the caller wants changed in it. */
  public static void use(StytchProject project, StytchSession session, SessionInput input) {
    Instant now = project.now();
    session.usedAt(now);
    if (input.duration() != null) {
      project.sessions().end(session, now.plus(input.duration()));
    }
    session.customClaims = CustomClaims.merge(session.customClaims, input.claims());
  }

  /** What calls answer with that may start a session. */
  public static ObjectNode output(
      StytchProject project, StytchUser user, @Nullable StytchSession session) {
    ObjectNode json = Json.object().put("user_id", user.id());
    json.set("user", UserView.of(project, user));
    Optional<StytchSession> started = Optional.ofNullable(session);
    json.put("session_token", started.map(StytchSession::token).orElse(""));
    json.put(
        "session_jwt", started.map(s -> SessionTokens.jwt(project, s, user.allRoles())).orElse(""));
    json.set("session", started.map(s -> SessionView.of(s, user.allRoles())).orElse(null));
    json.putNull("user_device");
    return json;
  }

  private static StytchSession begin(
      StytchProject project, StytchUser user, Instant end, Attributes attributes) {
    StytchSession session =
        new StytchSession(
            "session-test-" + project.context().random().uuid(),
            user.id(),
            project.context().random().base64Url(TOKEN_BYTES),
            project.now(),
            end,
            attributes);
    project.sessions().add(session);
    return session;
  }
}
