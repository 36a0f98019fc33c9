package dev.keyway.providers.stackauth.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.server.CliLogin;
import dev.keyway.providers.stackauth.server.CliPoll;
import dev.keyway.providers.stackauth.server.CliSignIn;
import dev.keyway.providers.stackauth.wire.CliApi;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link CliSignIn} by the routes of that name. */
final class CliCalls implements CliSignIn {

  private static final Duration LONGEST = Duration.ofDays(1);

  private final ViewCalls calls;
  private final CliApi api;
  private final Renewals renewals;

  CliCalls(ViewCalls calls, CliApi api, Renewals renewals) {
    this.calls = calls;
    this.api = api;
    this.renewals = renewals;
  }

  @Override
  public CliLogin start(Duration life, CallOptions options) {
    notNull(life, "life");
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      throw AuthException.of(ErrorCode.INVALID_ARGUMENT, "life must be positive and at most a day");
    }
    return calls.call(
        "stack-auth.cliSignIn.start",
        options,
        () -> {
          CliApi.Started started = api.start(new CliApi.Start(Math.max(1, life.toMillis())));
          return new CliLogin(
              started.loginCode(), started.pollingCode(), time(started.expiresAt()));
        });
  }

  @Override
  public void complete(Secret loginCode, SessionTokens session, CallOptions options) {
    notNull(loginCode, "loginCode");
    notNull(session, "session");
    calls.run(
        "stack-auth.cliSignIn.complete",
        options,
        () -> api.complete(new CliApi.Complete(loginCode, "complete", session.renewal())));
  }

  @Override
  public CliPoll poll(Secret pollingCode, CallOptions options) {
    notNull(pollingCode, "pollingCode");
    return calls.call(
        "stack-auth.cliSignIn.poll",
        options,
        () -> {
          CliApi.Polled polled = api.poll(new CliApi.Poll(pollingCode));
          return switch (polled.status()) {
            case "waiting" -> without(CliPoll.State.WAITING);
            case "expired" -> without(CliPoll.State.EXPIRED);
            case "used" -> without(CliPoll.State.USED);
            case "success" -> completed(polled.refreshToken());
            default -> throw Answer.invalid("with a state that is not known");
          };
        });
  }

  private static CliPoll without(CliPoll.State state) {
    return new CliPoll(state, Optional.empty());
  }

  private CliPoll completed(@Nullable RenewalToken renewal) {
    if (renewal == null) {
      throw Answer.invalid("without the token");
    }
    return new CliPoll(CliPoll.State.COMPLETED, Optional.of(renewals.renew(renewal)));
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Answer.invalid("with a malformed time");
    }
  }
}
