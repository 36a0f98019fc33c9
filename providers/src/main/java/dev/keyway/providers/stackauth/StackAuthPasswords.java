package dev.keyway.providers.stackauth;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.CallOptions;
import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.PasswordCheck;
import dev.keyway.PasswordCheckOptions;
import dev.keyway.PasswordHash;
import dev.keyway.Passwords;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.SignInResult.SignedIn;
import dev.keyway.SignUpOptions;
import dev.keyway.User;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stackauth.rules.LinkCallback;
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.rules.VerificationCode;
import dev.keyway.providers.stackauth.wire.PasswordApi;
import dev.keyway.providers.stackauth.wire.UserApi;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Passwords by {@code auth/password}. */
final class StackAuthPasswords implements Passwords {

  private static final String RESET = "password-reset";
  private static final Duration LINK_LIFETIME = Duration.ofDays(7);
  private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d\\d)\\$[./A-Za-z0-9]{53}");

  private final Transport transport;
  private final PasswordApi api;
  private final UserApi users;
  private final Renewals renewals;
  private final SignIns signIns;
  private final Handles handles;
  private final Clock clock;

  @Inject
  StackAuthPasswords(
      Transport transport,
      PasswordApi api,
      UserApi users,
      Renewals renewals,
      SignIns signIns,
      Handles handles,
      Clock clock) {
    this.transport = transport;
    this.api = api;
    this.users = users;
    this.renewals = renewals;
    this.signIns = signIns;
    this.handles = handles;
    this.clock = clock;
  }

  @Override
  public SignInResult signUp(EmailAddress email, Secret password, SignUpOptions options) {
    String address = StrictEmail.of(email);
    PasswordLimits.requireAcceptable(password);
    PasswordApi.SignUp body =
        new PasswordApi.SignUp(address, password, options.verificationCallback().orElse(null));
    return transport.call(
        options,
        () -> {
          SignInResult result = signIns.complete(() -> api.signUp(body), AccountOutcome.CREATED);
          return result instanceof SignedIn in ? withDetails(in, options) : result;
        });
  }

  /** The sign-up itself takes neither a name nor metadata. */
  private SignedIn withDetails(SignedIn in, SignUpOptions options) {
    Map<String, @Nullable Object> details =
        UserFields.of(options.displayName().filter(name -> !name.isEmpty()), options.metadata());
    if (details.isEmpty()) {
      return in;
    }
    String id = in.user().id().value();
    User user = users.update(id, details).about(id).toUser();
    return new SignedIn(user, in.tokens(), in.session(), in.account());
  }

  @Override
  public SignInResult signIn(EmailAddress email, Secret password, SignInOptions options) {
    if (!PasswordLimits.isPossible(password)) {
      throw AuthException.of(
          ErrorCode.INVALID_CREDENTIALS, "The address or the password is not right");
    }
    return transport.call(
        options,
        () ->
            signIns.complete(
                () -> api.signIn(new PasswordApi.SignIn(email.value(), password)),
                AccountOutcome.EXISTING));
  }

  @Override
  public SignInResult change(
      SessionTokens session, Secret currentPassword, Secret newPassword, SignInOptions options) {
    PasswordLimits.requireAcceptable(newPassword);
    if (!PasswordLimits.isPossible(currentPassword)) {
      throw AuthException.of(ErrorCode.INVALID_CREDENTIALS, "The current password is not right");
    }
    return transport.call(
        options,
        () -> {
          SessionTokens tokens = renewals.renew(session.renewal());
          api.update(
              tokens.access().reveal(),
              tokens.renewal().reveal(),
              new PasswordApi.UpdatePassword(currentPassword, newPassword));
          return signIns.signedIn(tokens, AccountOutcome.EXISTING);
        });
  }

  @Override
  public void set(SessionTokens session, Secret newPassword, CallOptions options) {
    PasswordLimits.requireAcceptable(newPassword);
    transport.run(
        options,
        () ->
            api.set(
                renewals.renew(session.renewal()).access().reveal(),
                new PasswordApi.SetPassword(newPassword)));
  }

  @Override
  public Challenge startReset(EmailAddress email, URI callback, DeliveryOptions options) {
    transport.run(
        options,
        () -> {
          try {
            PasswordApi.Maybe answer =
                api.sendResetCode(new PasswordApi.SendResetCode(email.value(), callback));
            if (!answer.isSaid()) {
              throw Answer.invalid("without saying that it is done");
            }
          } catch (AuthException e) {
            // Only asked of known addresses: passed on, it would tell who has an account.
            if (e.code() != ErrorCode.REDIRECT_NOT_ALLOWED) {
              throw e;
            }
          }
        });
    Instant expiresAt = clock.instant().plus(LINK_LIFETIME);
    return new Challenge(handles.seal(RESET, expiresAt, Map.of()), expiresAt);
  }

  @Override
  public void finishReset(URI callback, Secret newPassword, CallbackOptions options) {
    String code = LinkCallback.code(callback);
    options.handle().ifPresent(handle -> handles.open(handle, RESET));
    PasswordLimits.requireAcceptable(newPassword);
    transport.run(
        options,
        () ->
            VerificationCode.LINK.consume(
                () -> {
                  api.reset(new PasswordApi.Reset(Secret.of(code), newPassword));
                  return code;
                }));
  }

  @Override
  public PasswordCheck check(Secret password, PasswordCheckOptions options) {
    return PasswordLimits.check(password);
  }

  @Override
  public User importHash(NewUser newUser, PasswordHash hash, CallOptions options) {
    requireBcrypt(hash.hash());
    Map<String, @Nullable Object> body = UserFields.of(newUser);
    body.put("password_hash", hash.hash());
    return transport.call(options, () -> users.create(body).toUser());
  }

  private static void requireBcrypt(Secret hash) {
    Matcher form = BCRYPT.matcher(hash.reveal());
    Optional<Integer> cost =
        form.matches() ? Optional.of(Integer.valueOf(form.group(1))) : Optional.empty();
    if (cost.filter(c -> c >= 4 && c <= 16).isEmpty()) {
      throw AuthException.of(
          ErrorCode.INVALID_ARGUMENT, "hash must be bcrypt with a cost from 4 to 16");
    }
  }
}
