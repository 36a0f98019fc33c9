package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MetadataScope;
import dev.keyway.NewUser;
import dev.keyway.PasswordCheck;
import dev.keyway.PasswordCheckOptions;
import dev.keyway.PasswordHash;
import dev.keyway.Passwords;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignUpOptions;
import dev.keyway.User;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.rules.UserFields;
import dev.keyway.providers.stytch.wire.PasswordApi;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.WireSignIn;
import dev.keyway.providers.stytch.wire.WireUser;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@link Passwords} by Stytch; resets are {@link PasswordResets}, imports {@link PasswordImports}.
 */
final class StytchPasswords implements Passwords {

  private final Transport transport;
  private final PasswordApi api;
  private final SessionApi sessions;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final ProjectCheck project;
  private final PasswordResets resets;
  private final PasswordImports imports;

  @Inject
  StytchPasswords(
      Transport transport,
      PasswordApi api,
      SessionApi sessions,
      SignIns signIns,
      SessionMinutes minutes,
      ProjectCheck project,
      PasswordResets resets,
      PasswordImports imports) {
    this.transport = transport;
    this.api = api;
    this.sessions = sessions;
    this.signIns = signIns;
    this.minutes = minutes;
    this.project = project;
    this.resets = resets;
    this.imports = imports;
  }

  @Override
  public SignInResult signUp(EmailAddress email, Secret password, SignUpOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    PasswordApi.Create body =
        new PasswordApi.Create(
            email.value(),
            password,
            lasting,
            UserFields.name(options.displayName()),
            options.metadata().get(MetadataScope.USER_READABLE),
            options.metadata().get(MetadataScope.USER_WRITABLE),
            CustomClaims.of(options.sessionClaims()));
    return transport.call(
        options, () -> signIns.afterFirstFactor(api.create(body), AccountOutcome.CREATED, lasting));
  }

  @Override
  public SignInResult signIn(EmailAddress email, Secret password, SignInOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    @Nullable Map<String, @Nullable Object> claims = CustomClaims.of(options.sessionClaims());
    return transport.call(
        options,
        () -> {
          WireSignIn answer;
          try {
            answer =
                api.authenticate(
                    new PasswordApi.Authenticate(email.value(), password, lasting, claims));
          } catch (AuthException e) {
            throw asRefusal(e);
          }
          return signIns.afterFirstFactor(answer, AccountOutcome.EXISTING, lasting);
        });
  }

  /** Stytch tells an unknown address from a wrong password; callers must not be able to. */
  private AuthException asRefusal(AuthException e) {
    if (Checks.isRefusal(e, "unauthorized_credentials")) {
      project.requireGoodCredentials();
      return InvalidCredentials.of(e);
    }
    boolean unknown =
        e.code() == ErrorCode.USER_NOT_FOUND || e.code() == ErrorCode.PASSWORD_NOT_SET;
    return unknown ? InvalidCredentials.of(e) : e;
  }

  @Override
  public SignInResult change(
      SessionTokens session, Secret currentPassword, Secret newPassword, SignInOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    @Nullable Map<String, @Nullable Object> claims = CustomClaims.of(options.sessionClaims());
    return transport.call(
        options,
        () -> {
          WireUser user = user(session);
          if (user.password() == null || user.emails().isEmpty()) {
            throw AuthException.of(ErrorCode.PASSWORD_NOT_SET, "The account has no password");
          }
          String email = user.emails().get(0).email();
          WireSignIn answer;
          try {
            answer =
                api.resetWithExisting(
                    new PasswordApi.ResetWithExisting(
                        email, currentPassword, newPassword, lasting, claims));
          } catch (AuthException e) {
            // The project's credentials were good a moment ago, so the password is meant.
            throw Checks.isRefusal(e, "unauthorized_credentials") ? InvalidCredentials.of(e) : e;
          }
          return signIns.afterFirstFactor(answer, AccountOutcome.EXISTING, lasting);
        });
  }

  @Override
  public void set(SessionTokens session, Secret newPassword, CallOptions options) {
    transport.run(
        options,
        () -> {
          if (user(session).password() != null) {
            throw AuthException.of(
                ErrorCode.PASSWORD_ALREADY_SET, "The account has a password already");
          }
          api.resetWithSession(new PasswordApi.ResetWithSession(newPassword, session.renewal()));
        });
  }

  private WireUser user(SessionTokens session) {
    return sessions.authenticate(new SessionApi.Authenticate(session.renewal())).user();
  }

  @Override
  public Challenge startReset(EmailAddress email, URI callback, DeliveryOptions options) {
    return transport.call(options, () -> resets.start(email, callback, options));
  }

  @Override
  public void finishReset(URI callback, Secret newPassword, CallbackOptions options) {
    transport.run(options, () -> resets.finish(callback, newPassword, options));
  }

  @Override
  public PasswordCheck check(Secret password, PasswordCheckOptions options) {
    PasswordApi.Check body =
        new PasswordApi.Check(password, options.email().map(EmailAddress::value).orElse(null));
    return transport.call(options, () -> PasswordChecks.of(api.check(body)));
  }

  @Override
  public User importHash(NewUser newUser, PasswordHash hash, CallOptions options) {
    return transport.call(options, () -> imports.make(newUser, hash));
  }
}
