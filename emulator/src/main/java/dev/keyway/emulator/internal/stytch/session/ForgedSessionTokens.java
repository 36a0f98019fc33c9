package dev.keyway.emulator.internal.stytch.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.stytch.rules.SessionTokens;
import dev.keyway.emulator.internal.stytch.state.Attributes;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchSession;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.token.Forger;
import dev.keyway.emulator.internal.token.SigningKey;
import java.time.Duration;

/** Session JWTs with one flaw each. */
public final class ForgedSessionTokens {
  private ForgedSessionTokens() {}

  /**
   * A JWT of a user.
   *
   * @throws UnknownIdException if there is no such user
   */
  public static String forge(StytchProject project, String userId, Forgery how) {
    return project.exclusively(
        () -> {
          StytchUser user =
              project
                  .users()
                  .byId(userId)
                  .orElseThrow(() -> new UnknownIdException("account", userId));
          return forge(project, user, how);
        });
  }

  private static String forge(StytchProject project, StytchUser user, Forgery how) {
    Randomness random = project.context().random();
    Forger forger = new Forger(how, random);
    String foreign = "project-test-" + random.uuid();
    ObjectNode claims =
        SessionTokens.claims(project, newestSession(project, user), user.allRoles());
    forger.spoil(claims, foreign, SessionTokens.issuer(foreign));
    SigningKey key = project.keys().signing();
    return forger.sign(key, SessionTokens.TYPE, Json.write(claims), "jwk-test-" + random.uuid());
  }

  private static StytchSession newestSession(StytchProject project, StytchUser user) {
    return project.sessions().ofUser(user.id()).stream()
        .filter(session -> session.livesAt(project.now()))
        .reduce((older, newer) -> newer)
        .orElseGet(() -> invented(project, user));
  }

  private static StytchSession invented(StytchProject project, StytchUser user) {
    Randomness random = project.context().random();
    return new StytchSession(
        "session-test-" + random.uuid(),
        user.id(),
        random.base64Url(32),
        project.now(),
        project.now().plus(Duration.ofHours(1)),
        Attributes.NONE);
  }
}
