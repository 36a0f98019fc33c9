package dev.keyway.providers.stytch.views;

import static dev.keyway.providers.http.ViewCalls.notNull;

import dev.keyway.AccountOutcome;
import dev.keyway.CallOptions;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.ForeignSessions;
import dev.keyway.providers.stytch.consumer.Impersonation;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.ForeignSessionApi;
import dev.keyway.providers.stytch.wire.WireSignIn;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Sessions by the word of somebody else than the user: another system, or the dashboard. */
final class ForeignSessionCalls implements ForeignSessions, Impersonation {

  private final ViewCalls calls;
  private final ForeignSessionApi api;
  private final SignIns signIns;
  private final SessionMinutes minutes;

  ForeignSessionCalls(
      ViewCalls calls, ForeignSessionApi api, SignIns signIns, SessionMinutes minutes) {
    this.calls = calls;
    this.api = api;
    this.signIns = signIns;
    this.minutes = minutes;
  }

  @Override
  public SignInResult migrate(Secret token, SignInOptions options) {
    notNull(token, "token");
    return begin(
        "stytch.foreignSessions.migrate",
        options,
        (lasting, claims) -> api.migrate(new ForeignSessionApi.Migrate(token, lasting, claims)));
  }

  @Override
  public SignInResult attest(String profile, Secret token, SignInOptions options) {
    notNull(profile, "profile");
    notNull(token, "token");
    return begin(
        "stytch.foreignSessions.attest",
        options,
        (lasting, claims) ->
            api.attest(new ForeignSessionApi.Attest(profile, token, lasting, claims)));
  }

  @Override
  public SignInResult exchange(Secret accessToken, SignInOptions options) {
    notNull(accessToken, "accessToken");
    return begin(
        "stytch.foreignSessions.exchange",
        options,
        (lasting, claims) ->
            api.exchange(new ForeignSessionApi.Exchange(accessToken, lasting, claims)));
  }

  private SignInResult begin(
      String operation,
      SignInOptions options,
      BiFunction<Integer, @Nullable Map<String, @Nullable Object>, WireSignIn> request) {
    Checks.nothingToCompare(options);
    return calls.call(
        operation,
        options,
        () -> {
          int lasting = minutes.of(options.sessionDuration());
          WireSignIn answer = request.apply(lasting, CustomClaims.of(options.sessionClaims()));
          return signIns.afterFirstFactor(answer, AccountOutcome.EXISTING, lasting);
        });
  }

  @Override
  public SignInResult.SignedIn authenticate(Secret token, CallOptions options) {
    notNull(token, "token");
    return calls.call(
        "stytch.impersonation.authenticate",
        options,
        () ->
            signIns.signedIn(
                api.impersonate(new ForeignSessionApi.Impersonate(token)),
                AccountOutcome.EXISTING));
  }
}
