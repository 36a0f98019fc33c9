package dev.keyway;

import java.util.function.Supplier;

/** SecondFactor with the checks that are the same for every provider. */
final class GuardedSecondFactor implements SecondFactor {

  private final CallPipeline pipeline;
  private final Supplier<SecondFactor> area;

  GuardedSecondFactor(CallPipeline pipeline, Supplier<SecondFactor> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public SignInResult.SignedIn completeWithTotp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    Arguments.notNull(handle, "handle");
    Arguments.notNull(code, "code");
    Arguments.withoutDevice(options);
    return pipeline
        .call("secondFactor.completeWithTotp", options)
        .needs(Capability.SECOND_FACTOR_TOTP)
        .get(() -> area.get().completeWithTotp(handle, code, options));
  }

  @Override
  public SignInResult.SignedIn completeWithRecoveryCode(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    Arguments.notNull(handle, "handle");
    Arguments.notNull(code, "code");
    Arguments.withoutDevice(options);
    return pipeline
        .call("secondFactor.completeWithRecoveryCode", options)
        .needs(Capability.SECOND_FACTOR_RECOVERY_CODE)
        .get(() -> area.get().completeWithRecoveryCode(handle, code, options));
  }

  @Override
  public Challenge sendOtp(ChallengeHandle handle, SecondFactorKind kind, DeliveryOptions options) {
    Arguments.notNull(handle, "handle");
    Arguments.notNull(kind, "kind");
    if (kind != SecondFactorKind.SMS_OTP && kind != SecondFactorKind.EMAIL_OTP) {
      throw Arguments.invalid("kind", "must be SMS_OTP or EMAIL_OTP");
    }
    Arguments.notNull(options, "options");
    return pipeline
        .call("secondFactor.sendOtp", options)
        .needs(Capability.SECOND_FACTOR_OTP)
        .get(() -> area.get().sendOtp(handle, kind, options));
  }

  @Override
  public SignInResult.SignedIn completeWithOtp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    Arguments.notNull(handle, "handle");
    Arguments.notNull(code, "code");
    Arguments.notNull(options, "options");
    return pipeline
        .call("secondFactor.completeWithOtp", options)
        .needs(Capability.SECOND_FACTOR_OTP)
        .get(() -> area.get().completeWithOtp(handle, code, options));
  }
}
