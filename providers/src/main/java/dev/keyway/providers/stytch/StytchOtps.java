package dev.keyway.providers.stytch;

import dev.keyway.AccountOutcome;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.Otps;
import dev.keyway.PhoneNumber;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.SignInOptions;
import dev.keyway.SignInResult;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.handle.OpenedHandle;
import dev.keyway.providers.http.Transport;
import dev.keyway.providers.stytch.rules.CustomClaims;
import dev.keyway.providers.stytch.rules.Deliveries;
import dev.keyway.providers.stytch.rules.SessionMinutes;
import dev.keyway.providers.stytch.rules.SignIns;
import dev.keyway.providers.stytch.wire.OtpApi;
import dev.keyway.providers.stytch.wire.WireAttributes;
import dev.keyway.providers.stytch.wire.WireMatching;
import dev.keyway.providers.stytch.wire.WireSignIn;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@link Otps} by Stytch. */
final class StytchOtps implements Otps {

  static final int DEFAULT_MINUTES = 2;
  private static final String KIND = "otp";

  private final Transport transport;
  private final OtpApi api;
  private final SignIns signIns;
  private final SessionMinutes minutes;
  private final Handles handles;
  private final Clock clock;

  @Inject
  StytchOtps(
      Transport transport,
      OtpApi api,
      SignIns signIns,
      SessionMinutes minutes,
      Handles handles,
      Clock clock) {
    this.transport = transport;
    this.api = api;
    this.signIns = signIns;
    this.minutes = minutes;
    this.handles = handles;
    this.clock = clock;
  }

  @Override
  public Challenge sendEmail(EmailAddress email, DeliveryOptions options) {
    return send("email", email.value(), null, Deliveries.mailLocale(options), options);
  }

  @Override
  public Challenge sendSms(PhoneNumber phoneNumber, DeliveryOptions options) {
    PhoneNumbers.requireValid(phoneNumber);
    Deliveries.requireNoTemplate(options);
    return send("sms", null, phoneNumber.value(), Deliveries.textLocale(options), options);
  }

  @Override
  public Challenge sendWhatsApp(PhoneNumber phoneNumber, DeliveryOptions options) {
    PhoneNumbers.requireValid(phoneNumber);
    Deliveries.requireNoTemplate(options);
    return send("whatsapp", null, phoneNumber.value(), Deliveries.textLocale(options), options);
  }

  private Challenge send(
      String channel,
      @Nullable String email,
      @Nullable String phoneNumber,
      @Nullable String locale,
      DeliveryOptions options) {
    Deliveries.Minutes asked = Deliveries.code(options);
    Optional<RenewalToken> session = Deliveries.session(options);
    OtpApi.Send body =
        new OtpApi.Send(
            email,
            phoneNumber,
            asked.asked(),
            WireAttributes.of(options),
            locale,
            session.orElse(null),
            options.template().orElse(null),
            options.signUpTemplate().orElse(null));
    return transport.call(
        options,
        () -> {
          Instant expiresAt =
              clock.instant().plus(Duration.ofMinutes(asked.orElse(DEFAULT_MINUTES)));
          boolean known = session.isPresent() || options.existingUsersOnly();
          OtpApi.Sent sent = known ? api.send(channel, body) : api.loginOrCreate(channel, body);
          Map<String, String> fields = new TreeMap<>();
          fields.put("method", sent.methodId());
          fields.put("user", sent.userId());
          fields.put(
              "account",
              (sent.created() ? AccountOutcome.CREATED : AccountOutcome.EXISTING).name());
          session.ifPresent(token -> fields.put("session", token.reveal()));
          return new Challenge(handles.seal(KIND, expiresAt, fields), expiresAt);
        });
  }

  @Override
  public SignInResult verify(ChallengeHandle handle, OneTimeCode code, SignInOptions options) {
    int lasting = minutes.of(options.sessionDuration());
    OpenedHandle sending = handles.open(handle, KIND);
    Secret digits = Codes.sixDigits(code);
    Optional<RenewalToken> session = sending.find("session").map(RenewalToken::of);
    OtpApi.Authenticate body =
        new OtpApi.Authenticate(
            sending.get("method"),
            digits,
            WireAttributes.of(options),
            session.orElse(null),
            session.isPresent() ? null : lasting,
            CustomClaims.of(options.sessionClaims()),
            WireMatching.of(options.sameIpAddress(), options.sameUserAgent()));
    AccountOutcome account = AccountOutcome.valueOf(sending.get("account"));
    return transport.call(
        options,
        () -> {
          WireSignIn answer = api.authenticate(body);
          return session.isPresent()
              ? signIns.added(answer, sending.get("user"))
              : signIns.afterFirstFactor(answer, account, lasting);
        });
  }
}
