package dev.keyway;

import java.util.List;
import java.util.function.Supplier;

/** Totp with the checks that are the same for every provider. */
final class GuardedTotp implements Totp {

  private final CallPipeline pipeline;
  private final Supplier<Totp> area;

  GuardedTotp(CallPipeline pipeline, Supplier<Totp> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public TotpEnrolment startEnrolment(SessionTokens session, TotpOptions options) {
    Arguments.notNull(session, "session");
    Arguments.notNull(options, "options");
    return pipeline
        .call("totp.startEnrolment", options)
        .needs(Capability.TOTP)
        .get(() -> area.get().startEnrolment(session, options));
  }

  @Override
  public SessionTokens finishEnrolment(
      SessionTokens session, ChallengeHandle handle, OneTimeCode code, CallOptions options) {
    Arguments.notNull(session, "session");
    Arguments.notNull(handle, "handle");
    Arguments.notNull(code, "code");
    Arguments.notNull(options, "options");
    return pipeline
        .call("totp.finishEnrolment", options)
        .needs(Capability.TOTP)
        .get(() -> area.get().finishEnrolment(session, handle, code, options));
  }

  @Override
  public List<OneTimeCode> recoveryCodes(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    return pipeline
        .call("totp.recoveryCodes", options)
        .needs(Capability.TOTP_RECOVERY_CODES)
        .get(() -> area.get().recoveryCodes(user, options));
  }

  @Override
  public void disable(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    pipeline
        .call("totp.disable", options)
        .needs(Capability.TOTP)
        .run(() -> area.get().disable(user, options));
  }
}
