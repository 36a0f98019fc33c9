package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.AuthException;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.Options;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactor;
import dev.keyway.SecondFactorKind;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.Checks;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.Deliveries;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.OtpApi;
import dev.keyway.providers.stytch.wire.SessionApi;
import dev.keyway.providers.stytch.wire.TotpApi;
import dev.keyway.providers.stytch.wire.WireAttributes;
import dev.keyway.providers.stytch.wire.WireMatching;
import dev.keyway.providers.stytch.wire.WireSignIn;
import dev.keyway.providers.stytch.wire.WireUser;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@link SecondFactor} by Stytch: adds the factor to the session that waits in the handle, which
 * then becomes the sign-in's.
 */
final class StytchSecondFactor implements SecondFactor {

  private static final String WITH_OTP = "second-factor-otp";
  private static final List<String> ATTEMPTS = List.of(SignIns.ATTEMPT, WITH_OTP);

  private final Transport transport;
  private final TotpApi totps;
  private final OtpApi otps;
  private final SessionApi sessions;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final Handles handles;
  private final Clock clock;

  @Inject
  StytchSecondFactor(
      Transport transport,
      TotpApi totps,
      OtpApi otps,
      SessionApi sessions,
      SignIns signIns,
      SessionMinutes minutes,
      Handles handles,
      Clock clock) {
    this.transport = transport;
    this.totps = totps;
    this.otps = otps;
    this.sessions = sessions;
    this.signIns = signIns;
    this.minutes = minutes;
    this.handles = handles;
    this.clock = clock;
  }

  @Override
  public SignInResult.SignedIn completeWithTotp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    OpenedHandle attempt = handles.open(handle, ATTEMPTS);
    TotpApi.Authenticate body =
        new TotpApi.Authenticate(
            attempt.get("user"),
            Codes.sixDigits(code),
            session(attempt),
            lasting(attempt, options),
            CustomClaims.of(options.sessionClaims()));
    return complete(attempt, options, () -> totps.authenticate(body));
  }

  @Override
  public SignInResult.SignedIn completeWithRecoveryCode(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    OpenedHandle attempt = handles.open(handle, ATTEMPTS);
    TotpApi.Recover body =
        new TotpApi.Recover(
            attempt.get("user"),
            Codes.recovery(code),
            session(attempt),
            lasting(attempt, options),
            CustomClaims.of(options.sessionClaims()));
    return complete(attempt, options, () -> totps.recover(body));
  }

  @Override
  public Challenge sendOtp(ChallengeHandle handle, SecondFactorKind kind, DeliveryOptions options) {
    OpenedHandle attempt = handles.open(handle, ATTEMPTS);
    Deliveries.Minutes asked = Deliveries.code(options);
    boolean mail = kind == SecondFactorKind.EMAIL_OTP;
    if (!attempt.get("factors").contains(kind.name())
        || (!mail && kind != SecondFactorKind.SMS_OTP)) {
      throw Checks.invalidArgument("kind", "is not a code that this sign-in asks for");
    }
    @Nullable String locale =
        mail ? Deliveries.mailLocale(options) : Deliveries.textLocale(options);
    if (!mail) {
      Deliveries.requireNoTemplate(options);
    }
    return transport.call(
        options,
        () -> {
          WireUser user =
              alive(() -> sessions.authenticate(new SessionApi.Authenticate(session(attempt))))
                  .user();
          // A plain send: with a session it would add the address as a new one.
          OtpApi.Send body =
              new OtpApi.Send(
                  mail ? email(user) : null,
                  mail ? null : phone(user),
                  asked.asked(),
                  WireAttributes.of(options),
                  locale,
                  null,
                  options.template().orElse(null),
                  null);
          Instant sentAt = clock.instant();
          OtpApi.Sent sent = otps.send(mail ? "email" : "sms", body);
          return challenge(attempt, sent, sentAt, asked);
        });
  }

  private Challenge challenge(
      OpenedHandle attempt, OtpApi.Sent sent, Instant sentAt, Deliveries.Minutes asked) {
    Map<String, String> fields = new TreeMap<>();
    for (String field : SignIns.FIELDS) {
      fields.put(field, attempt.get(field));
    }
    fields.put("method", sent.methodId());
    Instant codeEnds = sentAt.plus(Duration.ofMinutes(asked.orElse(StytchOtps.DEFAULT_MINUTES)));
    Instant ends = codeEnds.isBefore(attempt.expiresAt()) ? codeEnds : attempt.expiresAt();
    // The attempt outlives the code: the app or another code may still complete it.
    return new Challenge(handles.seal(WITH_OTP, attempt.expiresAt(), fields), ends);
  }

  @Override
  public SignInResult.SignedIn completeWithOtp(
      ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    OpenedHandle attempt = handles.open(handle, WITH_OTP);
    OtpApi.Authenticate body =
        new OtpApi.Authenticate(
            attempt.get("method"),
            Codes.sixDigits(code),
            WireAttributes.of(options),
            session(attempt),
            lasting(attempt, options),
            CustomClaims.of(options.sessionClaims()),
            WireMatching.of(options.sameIpAddress(), options.sameUserAgent()));
    return complete(attempt, options, () -> otps.authenticate(body));
  }

  private SignInResult.SignedIn complete(
      OpenedHandle attempt, Options options, Supplier<WireSignIn> proof) {
    return transport.call(
        options,
        () -> {
          WireSignIn answer = alive(proof);
          signIns.requireUser(answer, attempt.get("user"));
          if (answer.requiredSession().authenticationFactors().size() < 2) {
            // A session of its own: the first factor's had ended meanwhile.
            sessions.revoke(SessionApi.Revoke.of(answer.tokens().renewal()));
            throw tooOld();
          }
          return signIns.signedIn(answer, AccountOutcome.valueOf(attempt.get("account")));
        });
  }

  private static WireSignIn alive(Supplier<WireSignIn> work) {
    try {
      return work.get();
    } catch (AuthException e) {
      throw e.code() == ErrorCode.SESSION_NOT_FOUND ? tooOld() : e;
    }
  }

  private int lasting(OpenedHandle attempt, SignInOptions options) {
    return options.sessionDuration().isPresent()
        ? minutes.of(options.sessionDuration())
        : Integer.parseInt(attempt.get("minutes"));
  }

  private static RenewalToken session(OpenedHandle attempt) {
    return RenewalToken.of(attempt.get("session"));
  }

  private static String email(WireUser user) {
    return user.emails().stream()
        .filter(WireUser.Email::verified)
        .map(WireUser.Email::email)
        .findFirst()
        .orElseThrow(StytchSecondFactor::notEnrolled);
  }

  private static String phone(WireUser user) {
    return user.phoneNumbers().stream()
        .filter(WireUser.Phone::verified)
        .map(WireUser.Phone::phoneNumber)
        .findFirst()
        .orElseThrow(StytchSecondFactor::notEnrolled);
  }

  private static AuthException notEnrolled() {
    return AuthException.of(
        ErrorCode.FACTOR_NOT_ENROLLED, "The user has no verified address or number for it");
  }

  private static AuthException tooOld() {
    return AuthException.of(
        ErrorCode.CHALLENGE_EXPIRED, "The first factor's session has ended; start again");
  }
}
