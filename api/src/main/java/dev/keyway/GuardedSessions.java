package dev.keyway;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Sessions with the checks that are the same for every provider. */
final class GuardedSessions implements Sessions {

  private final CallPipeline pipeline;
  private final Supplier<Sessions> area;

  GuardedSessions(CallPipeline pipeline, Supplier<Sessions> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public Session verify(AccessToken token, VerifyOptions options) {
    Arguments.notNull(token, "token");
    Arguments.notNull(options, "options");
    return pipeline
        .call("sessions.verify", options)
        .needs(Capability.SESSION_VERIFY)
        .get(() -> area.get().verify(token, options));
  }

  @Override
  public SignInResult.SignedIn authenticate(SessionTokens tokens, CallOptions options) {
    Arguments.notNull(tokens, "tokens");
    Arguments.notNull(options, "options");
    return pipeline
        .call("sessions.authenticate", options)
        .needs(Capability.SESSION_AUTHENTICATE)
        .get(() -> area.get().authenticate(tokens, options));
  }

  @Override
  public SessionTokens refresh(RenewalToken renewal, CallOptions options) {
    Arguments.notNull(renewal, "renewal");
    Arguments.notNull(options, "options");
    return pipeline
        .call("sessions.refresh", options)
        .needs(Capability.SESSION_REFRESH)
        .get(() -> area.get().refresh(renewal, options));
  }

  @Override
  public SessionTokens extend(RenewalToken renewal, Duration duration, ExtendOptions options) {
    Arguments.notNull(renewal, "renewal");
    Arguments.positive(duration, "duration");
    Arguments.notNull(options, "options");
    return pipeline
        .call("sessions.extend", options)
        .needs(Capability.SESSION_EXTEND)
        .get(() -> area.get().extend(renewal, duration, options));
  }

  @Override
  public List<Session> list(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    return pipeline
        .call("sessions.list", options)
        .needs(Capability.SESSION_LIST)
        .get(() -> area.get().list(user, options));
  }

  @Override
  public void revoke(UserId user, SessionId session, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(session, "session");
    Arguments.notNull(options, "options");
    pipeline
        .call("sessions.revoke", options)
        .needs(Capability.SESSION_REVOKE)
        .run(() -> area.get().revoke(user, session, options));
  }

  @Override
  public void revokeAll(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    pipeline
        .call("sessions.revokeAll", options)
        .needs(Capability.SESSION_REVOKE)
        .run(() -> area.get().revokeAll(user, options));
  }

  @Override
  public void signOut(SessionTokens tokens, CallOptions options) {
    Arguments.notNull(tokens, "tokens");
    Arguments.notNull(options, "options");
    pipeline
        .call("sessions.signOut", options)
        .needs(Capability.SESSION_SIGN_OUT)
        .run(() -> area.get().signOut(tokens, options));
  }
}
