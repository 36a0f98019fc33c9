package dev.keyway;

import java.net.URI;
import java.util.function.Supplier;

/** Passwords with the checks that are the same for every provider. */
final class GuardedPasswords implements Passwords {

  private final CallPipeline pipeline;
  private final Supplier<Passwords> area;

  GuardedPasswords(CallPipeline pipeline, Supplier<Passwords> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public SignInResult signUp(EmailAddress email, Secret password, SignUpOptions options) {
    Arguments.notNull(email, "email");
    Arguments.notNull(password, "password");
    Arguments.notNull(options, "options");
    return pipeline
        .call("passwords.signUp", options)
        .needs(Capability.PASSWORD_SIGN_UP)
        .get(() -> area.get().signUp(email, password, options));
  }

  @Override
  public SignInResult signIn(EmailAddress email, Secret password, SignInOptions options) {
    Arguments.notNull(email, "email");
    Arguments.notNull(password, "password");
    Arguments.withoutDevice(options);
    return pipeline
        .call("passwords.signIn", options)
        .needs(Capability.PASSWORD_SIGN_IN)
        .get(() -> area.get().signIn(email, password, options));
  }

  @Override
  public SignInResult change(
      SessionTokens session, Secret currentPassword, Secret newPassword, SignInOptions options) {
    Arguments.notNull(session, "session");
    Arguments.notNull(currentPassword, "currentPassword");
    Arguments.notNull(newPassword, "newPassword");
    Arguments.withoutDevice(options);
    return pipeline
        .call("passwords.change", options)
        .needs(Capability.PASSWORD_CHANGE)
        .get(() -> area.get().change(session, currentPassword, newPassword, options));
  }

  @Override
  public void set(SessionTokens session, Secret newPassword, CallOptions options) {
    Arguments.notNull(session, "session");
    Arguments.notNull(newPassword, "newPassword");
    Arguments.notNull(options, "options");
    pipeline
        .call("passwords.set", options)
        .needs(Capability.PASSWORD_SET)
        .run(() -> area.get().set(session, newPassword, options));
  }

  @Override
  public Challenge startReset(EmailAddress email, URI callback, DeliveryOptions options) {
    Arguments.notNull(email, "email");
    Arguments.absolute(callback, "callback");
    Arguments.notNull(options, "options");
    return pipeline
        .call("passwords.startReset", options)
        .needs(Capability.PASSWORD_RESET)
        .get(() -> area.get().startReset(email, callback, options));
  }

  @Override
  public void finishReset(URI callback, Secret newPassword, CallbackOptions options) {
    Arguments.absolute(callback, "callback");
    Arguments.notNull(newPassword, "newPassword");
    Arguments.notNull(options, "options");
    if (!options.sessionClaims().isEmpty()) {
      throw Arguments.invalid(
          "sessionClaims", "have no session to go into: a reset signs nobody in");
    }
    pipeline
        .call("passwords.finishReset", options)
        .needs(Capability.PASSWORD_RESET)
        .run(() -> area.get().finishReset(callback, newPassword, options));
  }

  @Override
  public PasswordCheck check(Secret password, PasswordCheckOptions options) {
    Arguments.notNull(password, "password");
    Arguments.notNull(options, "options");
    return pipeline
        .call("passwords.check", options)
        .needs(Capability.PASSWORD_CHECK)
        .get(() -> area.get().check(password, options));
  }

  @Override
  public User importHash(NewUser newUser, PasswordHash hash, CallOptions options) {
    Arguments.notNull(newUser, "newUser");
    Arguments.notNull(hash, "hash");
    if (newUser.email().isEmpty()) {
      throw Arguments.invalid("newUser", "needs an e-mail address to sign in with");
    }
    Arguments.notNull(options, "options");
    return pipeline
        .call("passwords.importHash", options)
        .needs(
            hash.format() == PasswordHash.Format.BCRYPT
                ? Capability.PASSWORD_IMPORT_BCRYPT
                : Capability.PASSWORD_IMPORT_OTHER)
        .needs(OptionCapabilities.of(newUser))
        .get(() -> area.get().importHash(newUser, hash, options));
  }
}
