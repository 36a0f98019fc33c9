package dev.keyway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A valid value of every type that stands in a signature of the area interfaces. */
final class Samples {

  static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  static final String SECRET_TEXT = "hush-hush-do-not-print";
  static final Secret SECRET = Secret.of(SECRET_TEXT);
  static final EmailAddress EMAIL = EmailAddress.of("alice@example.com");
  static final PhoneNumber PHONE = PhoneNumber.of("+14155550123");
  static final UserId USER_ID = UserId.of("user-1");
  static final URI CALLBACK = URI.create("https://app.example.com/back?code=" + SECRET_TEXT);
  static final ChallengeHandle HANDLE = ChallengeHandle.of("v1.fixture.otp." + SECRET_TEXT);
  static final SessionTokens TOKENS =
      new SessionTokens(
          AccessToken.of("access-" + SECRET_TEXT), RenewalToken.of("renewal-" + SECRET_TEXT));
  static final User USER = User.builder(USER_ID).build();
  static final Session SESSION = Session.builder(SessionId.of("session-1"), USER_ID).build();
  static final SignInResult.SignedIn SIGNED_IN =
      new SignInResult.SignedIn(USER, TOKENS, SESSION, AccountOutcome.EXISTING);
  static final Challenge CHALLENGE = new Challenge(HANDLE, NOON);
  static final OAuthTokens OAUTH_TOKENS =
      new OAuthTokens(
          SECRET, Optional.of(SECRET), Optional.of(SECRET), Set.of("email"), Optional.of(NOON));
  static final TotpEnrolment ENROLMENT =
      new TotpEnrolment(
          SECRET,
          Secret.of("otpauth://totp/x?secret=" + SECRET_TEXT),
          QrCode.of("image/png", SECRET_TEXT.getBytes(UTF_8)),
          QrCode.of("image/svg+xml", SECRET_TEXT.getBytes(UTF_8)),
          List.of(OneTimeCode.of(SECRET_TEXT)),
          HANDLE,
          NOON);
  static final Passkey PASSKEY =
      new Passkey(PasskeyId.of("passkey-1"), Optional.empty(), Optional.empty());

  private static final Map<Class<?>, Object> BY_TYPE = new LinkedHashMap<>();

  static {
    add(EmailAddress.class, EMAIL);
    add(PhoneNumber.class, PHONE);
    add(Secret.class, SECRET);
    add(OneTimeCode.class, OneTimeCode.of("123456"));
    add(AccessToken.class, TOKENS.access());
    add(RenewalToken.class, TOKENS.renewal());
    add(SessionTokens.class, TOKENS);
    add(ChallengeHandle.class, HANDLE);
    add(UserId.class, USER_ID);
    add(SessionId.class, SESSION.id());
    add(PasskeyId.class, PASSKEY.id());
    add(OAuthProviderId.class, OAuthProviderId.GOOGLE);
    add(SecondFactorKind.class, SecondFactorKind.SMS_OTP);
    add(URI.class, CALLBACK);
    add(String.class, "{\"id\":\"x\"}");
    add(Duration.class, Duration.ofMinutes(5));
    add(Set.class, Set.of("email"));
    add(NewUser.class, NewUser.withEmail(EMAIL));
    add(PasswordHash.class, PasswordHash.bcrypt("$2a$10$" + SECRET_TEXT));
    add(UserQuery.class, UserQuery.all());
    add(UserUpdate.class, UserUpdate.builder().displayName("Alice").build());
    add(CallOptions.class, CallOptions.defaults());
    add(SignInOptions.class, SignInOptions.defaults());
    add(SignUpOptions.class, SignUpOptions.defaults());
    add(CallbackOptions.class, CallbackOptions.defaults());
    add(DeliveryOptions.class, DeliveryOptions.defaults());
    add(OAuthOptions.class, OAuthOptions.defaults());
    add(PasskeyOptions.class, PasskeyOptions.defaults());
    add(TotpOptions.class, TotpOptions.defaults());
    add(VerifyOptions.class, VerifyOptions.defaults());
    add(User.class, USER);
    add(Session.class, SESSION);
    add(SignInResult.class, SIGNED_IN);
    add(SignInResult.SignedIn.class, SIGNED_IN);
    add(Challenge.class, CHALLENGE);
    add(PasswordCheck.class, new PasswordCheck(true, false, OptionalInt.empty(), List.of()));
    add(
        OAuthAuthorization.class,
        new OAuthAuthorization(
            URI.create("https://id.example.com/a?state=" + SECRET_TEXT), HANDLE, NOON));
    add(
        OAuthSignIn.class,
        new OAuthSignIn(SIGNED_IN, OAuthProviderId.GOOGLE, Optional.of(OAUTH_TOKENS)));
    add(OAuthTokens.class, OAUTH_TOKENS);
    add(
        PasskeyCeremony.class,
        new PasskeyCeremony("{\"challenge\":\"" + SECRET_TEXT + "\"}", HANDLE, NOON));
    add(Passkey.class, PASSKEY);
    add(TotpEnrolment.class, ENROLMENT);
    add(Map.class, Map.of("svix-id", List.of("msg_1")));
    add(byte[].class, new byte[] {'{', '}'});
    add(
        AuthEvent.class,
        AuthEvent.builder("msg_1", AuthEventType.USER_CREATED, "user.created", NOON, SECRET_TEXT)
            .user(USER)
            .build());
    Machine machine = Machine.builder(MachineId.of("machine-1"), "Nightly").build();
    add(Machine.class, machine);
    add(MachineId.class, machine.id());
    add(NewMachine.class, NewMachine.named("Nightly").build());
    add(MachineQuery.class, MachineQuery.all());
    add(MachineCredential.class, new MachineCredential(machine, SECRET));
    add(MachineToken.class, new MachineToken(SECRET, NOON));
    add(MachineVerifyOptions.class, MachineVerifyOptions.defaults());
    add(ExtendOptions.class, ExtendOptions.defaults());
    add(PasswordCheckOptions.class, PasswordCheckOptions.builder().email(EMAIL).build());
    add(PasswordRequirements.class, new PasswordRequirements(true, false, true, false, 1, 3));
    add(
        VerifiedMachine.class,
        new VerifiedMachine(machine.id(), Optional.empty(), Set.of(), Optional.empty()));
    add(List.class, List.of("first"));
    add(Optional.class, Optional.of("found"));
    add(Page.class, new Page<>(List.of(USER), Optional.empty()));
  }

  private Samples() {}

  static Object of(Class<?> type) {
    Object sample = BY_TYPE.get(type);
    if (sample == null) {
      throw new IllegalStateException("no sample of " + type);
    }
    return sample;
  }

  static Iterable<Object> all() {
    return BY_TYPE.values();
  }

  private static void add(Class<?> type, Object sample) {
    BY_TYPE.put(type, sample);
  }
}
