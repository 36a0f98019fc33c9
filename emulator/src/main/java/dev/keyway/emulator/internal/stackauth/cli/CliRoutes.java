package dev.keyway.emulator.internal.stackauth.cli;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Type;
import dev.keyway.emulator.internal.stackauth.protocol.AccessTokens;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthFailure;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.CliLogin;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.internal.stackauth.state.StackAuthSession;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /auth/cli}. A refresh token of another project is unknown here, as every project keeps its
 * own; the vendor's service, which has one store, says whose it is not.
 */
public final class CliRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Duration USUAL_LIFE = Duration.ofHours(2);
  private static final Duration LONGEST_LIFE = Duration.ofHours(24);
  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Field<Long> EXPIRES_IN =
      Field.of("expires_in_millis", Type.integer(Long.MIN_VALUE, LONGEST_LIFE.toMillis()));
  private static final Field<String> ANONYMOUS_TOKEN = Field.text("anon_refresh_token");
  private static final Field<String> POLLING_CODE = Field.text("polling_code");
  private static final Field<String> LOGIN_CODE = Field.text("login_code");
  private static final Field<String> MODE =
      Field.choice("mode", "check", "claim-anon-session", "complete");
  private static final Field<String> REFRESH_TOKEN = Field.text("refresh_token");

  private final AccessTokens tokens;

  @Inject
  CliRoutes(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.cli.start").takes(EXPIRES_IN, ANONYMOUS_TOKEN).answers(this::start);
    book.on("stackauth.cli.poll")
        .takes(POLLING_CODE.required())
        .fails(KnownError.INVALID_POLLING_CODE)
        .answers(this::poll);
    book.on("stackauth.cli.complete")
        .takes(LOGIN_CODE.required(), MODE, REFRESH_TOKEN)
        .answers(this::complete);
  }

  private Response start(StackAuthCall call) {
    StackAuthProject project = call.project();
    // An empty text is none.
    Optional<String> anonymous = call.find(ANONYMOUS_TOKEN).filter(token -> !token.isEmpty());
    anonymous.ifPresent(token -> requireAnonymous(project, token));
    // However far in the past it ends, it has ended.
    long millis = call.find(EXPIRES_IN).orElse(USUAL_LIFE.toMillis());
    Randomness random = project.context().random();
    CliLogin login =
        new CliLogin(
            random.crockford45(),
            random.crockford45(),
            project.now().plusMillis(Math.max(millis, -LONGEST_LIFE.toMillis())),
            Optional.empty(),
            anonymous,
            false);
    project.cliLogins().put(login);
    return StackAuthResponses.ok(
        Json.object()
            .put("polling_code", login.pollingCode())
            .put("login_code", login.loginCode())
            .put("expires_at", ISO.format(login.expiresAt())));
  }

  private static void requireAnonymous(StackAuthProject project, String token) {
    StackAuthSession session =
        project
            .sessions()
            .byToken(token)
            .orElseThrow(() -> StackAuthFailure.text(400, "Invalid anon refresh token"));
    if (!session.livesAt(project.now())) {
      throw StackAuthFailure.text(400, "The provided anon refresh token has expired");
    }
    StackAuthUser user =
        project
            .users()
            .byId(session.userId())
            .orElseThrow(
                () -> StackAuthFailure.text(400, "User not found for provided refresh token"));
    if (!user.anonymous) {
      throw StackAuthFailure.text(
          400, "The provided refresh token does not belong to an anonymous user");
    }
  }

  private Response poll(StackAuthCall call) {
    StackAuthProject project = call.project();
    CliLogin login =
        project
            .cliLogins()
            .byPollingCode(call.get(POLLING_CODE))
            .orElseThrow(KnownError.INVALID_POLLING_CODE::failure);
    if (login.expiredAt(project.now())) {
      return status("expired");
    }
    if (login.used()) {
      return status("used");
    }
    if (login.refreshToken().isEmpty()) {
      return status("waiting");
    }
    project.cliLogins().put(login.spent());
    return StackAuthResponses.created(
        Json.object()
            .put("status", "success")
            .put(REFRESH_TOKEN.name(), login.refreshToken().get()));
  }

  private static Response status(String word) {
    return StackAuthResponses.ok(Json.object().put("status", word));
  }

  private Response complete(StackAuthCall call) {
    StackAuthProject project = call.project();
    CliLogin login =
        project
            .cliLogins()
            .byLoginCode(call.get(LOGIN_CODE))
            .filter(found -> found.waitingAt(project.now()))
            .orElseThrow(
                () -> StackAuthFailure.text(400, "Invalid login code or the code has expired"));
    return switch (call.find(MODE).orElse("complete")) {
      case "check" ->
          StackAuthResponses.ok(
              Json.object()
                  .put(
                      "cli_session_state",
                      anonymousSession(project, login).isPresent() ? "anonymous" : "none"));
      case "claim-anon-session" -> claim(project, login);
      default -> complete(project, login, call.find(REFRESH_TOKEN).orElse(""));
    };
  }

  /** Gives the program's anonymous user to the browser, once. */
  private Response claim(StackAuthProject project, CliLogin login) {
    StackAuthSession session =
        anonymousSession(project, login)
            .orElseThrow(
                () -> StackAuthFailure.text(400, "No anonymous session associated with this code"));
    project.cliLogins().put(login.claimed());
    return StackAuthResponses.ok(
        Json.object()
            .put("access_token", tokens.refreshed(project, session.token()))
            .put(REFRESH_TOKEN.name(), session.token()));
  }

  private static Response complete(StackAuthProject project, CliLogin login, String token) {
    if (token.isEmpty()) {
      throw StackAuthFailure.text(400, "refresh_token is required when mode is 'complete'");
    }
    if (living(project, token).isEmpty()) {
      throw StackAuthFailure.text(400, "Invalid refresh token");
    }
    project.cliLogins().put(login.completed(token));
    return StackAuthResponses.success();
  }

  private static Optional<StackAuthSession> anonymousSession(
      StackAuthProject project, CliLogin login) {
    return login
        .anonymousToken()
        .flatMap(token -> living(project, token))
        .filter(
            session ->
                project.users().byId(session.userId()).filter(user -> user.anonymous).isPresent());
  }

  private static Optional<StackAuthSession> living(StackAuthProject project, String token) {
    return project.sessions().byToken(token).filter(session -> session.livesAt(project.now()));
  }
}
