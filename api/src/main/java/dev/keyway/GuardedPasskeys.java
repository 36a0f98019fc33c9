package dev.keyway;

import java.util.List;
import java.util.function.Supplier;

/** Passkeys with the checks that are the same for every provider. */
final class GuardedPasskeys implements Passkeys {

  private final CallPipeline pipeline;
  private final Supplier<Passkeys> area;

  GuardedPasskeys(CallPipeline pipeline, Supplier<Passkeys> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public PasskeyCeremony startRegistration(SessionTokens session, PasskeyOptions options) {
    Arguments.notNull(session, "session");
    Arguments.notNull(options, "options");
    return pipeline
        .call("passkeys.startRegistration", options)
        .needs(Capability.PASSKEY)
        .get(() -> area.get().startRegistration(session, options));
  }

  @Override
  public Passkey finishRegistration(
      SessionTokens session, ChallengeHandle handle, String credentialJson, CallOptions options) {
    Arguments.notNull(session, "session");
    Arguments.notNull(handle, "handle");
    Arguments.text(Arguments.notBlank(credentialJson, "credentialJson"), "credentialJson", 65_536);
    Arguments.notNull(options, "options");
    return pipeline
        .call("passkeys.finishRegistration", options)
        .needs(Capability.PASSKEY)
        .get(() -> area.get().finishRegistration(session, handle, credentialJson, options));
  }

  @Override
  public PasskeyCeremony startSignIn(PasskeyOptions options) {
    Arguments.notNull(options, "options");
    return pipeline
        .call("passkeys.startSignIn", options)
        .needs(Capability.PASSKEY)
        .get(() -> area.get().startSignIn(options));
  }

  @Override
  public SignInResult finishSignIn(
      ChallengeHandle handle, String credentialJson, SignInOptions options) {
    Arguments.notNull(handle, "handle");
    Arguments.text(Arguments.notBlank(credentialJson, "credentialJson"), "credentialJson", 65_536);
    Arguments.withoutDevice(options);
    return pipeline
        .call("passkeys.finishSignIn", options)
        .needs(Capability.PASSKEY)
        .get(() -> area.get().finishSignIn(handle, credentialJson, options));
  }

  @Override
  public List<Passkey> list(UserId user, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(options, "options");
    return pipeline
        .call("passkeys.list", options)
        .needs(Capability.PASSKEY)
        .get(() -> area.get().list(user, options));
  }

  @Override
  public Passkey rename(UserId user, PasskeyId passkey, String name, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(passkey, "passkey");
    Arguments.text(Arguments.notBlank(name, "name"), "name", 256);
    Arguments.notNull(options, "options");
    return pipeline
        .call("passkeys.rename", options)
        .needs(Capability.PASSKEY_RENAME)
        .get(() -> area.get().rename(user, passkey, name, options));
  }

  @Override
  public void delete(UserId user, PasskeyId passkey, CallOptions options) {
    Arguments.notNull(user, "user");
    Arguments.notNull(passkey, "passkey");
    Arguments.notNull(options, "options");
    pipeline
        .call("passkeys.delete", options)
        .needs(Capability.PASSKEY)
        .run(() -> area.get().delete(user, passkey, options));
  }
}
