package dev.keyway.emulator.internal.stackauth.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Forgery;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import dev.keyway.emulator.internal.stackauth.state.UserType;
import dev.keyway.emulator.internal.state.Session;
import dev.keyway.emulator.internal.token.Forger;
import dev.keyway.emulator.internal.token.SigningKey;
import java.util.List;
import java.util.Locale;

/** Access tokens with one flaw each. */
public final class ForgedAccessTokens {
  private ForgedAccessTokens() {}

  /**
   * A token of a user.
   *
   * @throws UnknownIdException if there is no such user
   */
  public static String forge(StackAuthProject project, String userId, Forgery how) {
    return project.exclusively(
        () -> {
          StackAuthUser user =
              project
                  .users()
                  .byId(userId.toLowerCase(Locale.ROOT))
                  .orElseThrow(() -> new UnknownIdException("account", userId));
          return forge(project, user, how);
        });
  }

  private static String forge(StackAuthProject project, StackAuthUser user, Forgery how) {
    Randomness random = project.context().random();
    Forger forger = new Forger(how, random);
    UserType type = AccessTokens.type(project, user);
    String foreign = random.uuid();
    ObjectNode claims = AccessTokens.claims(project, user, newestSession(project, user));
    forger.spoil(
        claims,
        type.audience(foreign),
        type.issuer(project.context().publicUrl().toString(), foreign));
    SigningKey key = project.keys(type).signing();
    return forger.sign(key, null, Json.write(claims), random.base64Url(StackAuthProject.KID_BYTES));
  }

  private static String newestSession(StackAuthProject project, StackAuthUser user) {
    List<StackAuthSession> sessions = project.sessions().ofUser(user.id());
    return sessions.stream()
        .filter(session -> session.livesAt(project.now()))
        .reduce((older, newer) -> newer)
        .map(Session::id)
        .orElseGet(() -> project.context().random().uuid());
  }
}
