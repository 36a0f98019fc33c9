package dev.keyway;

import java.util.function.Supplier;

/** Otps with the checks that are the same for every provider. */
final class GuardedOtps implements Otps {

  private final CallPipeline pipeline;
  private final Supplier<Otps> area;

  GuardedOtps(CallPipeline pipeline, Supplier<Otps> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public Challenge sendEmail(EmailAddress email, DeliveryOptions options) {
    Arguments.notNull(email, "email");
    Arguments.notNull(options, "options");
    return pipeline
        .call("otps.sendEmail", options)
        .needs(Capability.OTP_EMAIL)
        .get(() -> area.get().sendEmail(email, options));
  }

  @Override
  public Challenge sendSms(PhoneNumber phoneNumber, DeliveryOptions options) {
    Arguments.notNull(phoneNumber, "phoneNumber");
    Arguments.notNull(options, "options");
    return pipeline
        .call("otps.sendSms", options)
        .needs(Capability.OTP_SMS)
        .get(() -> area.get().sendSms(phoneNumber, options));
  }

  @Override
  public Challenge sendWhatsApp(PhoneNumber phoneNumber, DeliveryOptions options) {
    Arguments.notNull(phoneNumber, "phoneNumber");
    Arguments.notNull(options, "options");
    return pipeline
        .call("otps.sendWhatsApp", options)
        .needs(Capability.OTP_WHATSAPP)
        .get(() -> area.get().sendWhatsApp(phoneNumber, options));
  }

  @Override
  public SignInResult verify(ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    Arguments.notNull(handle, "handle");
    Arguments.notNull(code, "code");
    Arguments.notNull(options, "options");
    return pipeline
        .call("otps.verify", options)
        .needsOneOf(Capability.OTP_EMAIL, Capability.OTP_SMS, Capability.OTP_WHATSAPP)
        .get(() -> area.get().verify(handle, code, options));
  }
}
