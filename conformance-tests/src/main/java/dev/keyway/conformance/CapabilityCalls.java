package dev.keyway.conformance;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.CallbackOptions;
import dev.keyway.Capability;
import dev.keyway.ChallengeHandle;
import dev.keyway.ClientContext;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.MachineId;
import dev.keyway.MetadataScope;
import dev.keyway.NewMachine;
import dev.keyway.NewUser;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.OneTimeCode;
import dev.keyway.PasskeyId;
import dev.keyway.PasswordHash;
import dev.keyway.RenewalToken;
import dev.keyway.SecondFactorKind;
import dev.keyway.Secret;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.SignInOptions;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import dev.keyway.UserUpdate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.function.Executable;

/**
 * A call for each capability that needs it. The evidence in them is invented: where the capability
 * is there, they are refused for another reason. Capabilities that only tell about answers have no
 * call.
 */
final class CapabilityCalls {

  private static final ChallengeHandle HANDLE = ChallengeHandle.of("v1.none.none.AAAA");
  private static final OneTimeCode CODE = OneTimeCode.of("123456");
  private static final Secret PASSWORD = Samples.PASSWORD;
  private static final SessionTokens TOKENS =
      new SessionTokens(AccessToken.of("e30.e30.e30"), RenewalToken.of("nobody"));
  private static final UserId USER = UserId.of("nobody");

  private final AuthClient client;
  private final AuthHarness harness;
  private final EmailAddress email;
  private final URI callback;
  private final Map<Capability, Executable> calls = new EnumMap<>(Capability.class);

  CapabilityCalls(AuthHarness harness) {
    this.harness = harness;
    this.client = harness.client();
    this.email = harness.address("capability");
    this.callback = harness.callback();
  }

  Map<Capability, Executable> all() {
    passwords();
    deliveries();
    oauth();
    passkeys();
    factors();
    sessions();
    users();
    machines();
    return calls;
  }

  private void passwords() {
    calls.put(Capability.PASSWORD_SIGN_UP, () -> client.passwords().signUp(email, PASSWORD));
    calls.put(Capability.PASSWORD_SIGN_IN, () -> client.passwords().signIn(email, PASSWORD));
    calls.put(
        Capability.PASSWORD_CHANGE, () -> client.passwords().change(TOKENS, PASSWORD, PASSWORD));
    calls.put(Capability.PASSWORD_SET, () -> client.passwords().set(TOKENS, PASSWORD));
    calls.put(Capability.PASSWORD_RESET, () -> client.passwords().startReset(email, callback));
    calls.put(Capability.PASSWORD_CHECK, () -> client.passwords().check(PASSWORD));
    calls.put(
        Capability.PASSWORD_IMPORT_BCRYPT,
        () -> client.passwords().importHash(NewUser.withEmail(email), PasswordHash.bcrypt("x")));
    calls.put(
        Capability.PASSWORD_IMPORT_OTHER,
        () ->
            client
                .passwords()
                .importHash(
                    NewUser.withEmail(email),
                    new PasswordHash(PasswordHash.Format.MD5, Secret.of("x"), Map.of())));
  }

  private void deliveries() {
    calls.put(Capability.OTP_EMAIL, () -> client.otps().sendEmail(email, to(delivery())));
    calls.put(Capability.OTP_SMS, () -> client.otps().sendSms(harness.phoneNumber("capability")));
    calls.put(
        Capability.OTP_WHATSAPP,
        () -> client.otps().sendWhatsApp(harness.phoneNumber("capability")));
    calls.put(Capability.MAGIC_LINK, () -> client.magicLinks().send(email, callback));
    calls.put(Capability.DELIVERY_ATTACH, () -> deliver(delivery().attachTo(TOKENS)));
    calls.put(
        Capability.DELIVERY_EXPIRY, () -> deliver(delivery().expiresIn(Duration.ofMinutes(6))));
    calls.put(
        Capability.DELIVERY_SIGN_UP_CALLBACK, () -> deliver(delivery().signUpCallback(callback)));
    calls.put(Capability.DELIVERY_BOUND_TO_BROWSER, () -> deliver(delivery().boundToBrowser(true)));
    calls.put(Capability.DELIVERY_TEMPLATE, () -> deliver(delivery().template("welcome")));
    calls.put(
        Capability.DELIVERY_DEVICE_MATCH,
        () ->
            client
                .passwords()
                .finishReset(
                    callback,
                    PASSWORD,
                    CallbackOptions.builder()
                        .clientContext(ClientContext.of("192.0.2.1", "Browser/1"))
                        .sameIpAddress(true)
                        .build()));
    calls.put(Capability.DELIVERY_LOCALE, () -> deliver(delivery().locale(Locale.ENGLISH)));
  }

  private void oauth() {
    OAuthProviderId google = OAuthProviderId.GOOGLE;
    calls.put(Capability.OAUTH, () -> client.oauth().authorize(google, callback));
    calls.put(
        Capability.OAUTH_LINK,
        () ->
            client
                .oauth()
                .authorize(google, callback, OAuthOptions.builder().linkTo(TOKENS).build()));
    calls.put(
        Capability.OAUTH_STORED_TOKENS, () -> client.oauth().accessToken(USER, google, Set.of()));
  }

  private void passkeys() {
    calls.put(Capability.PASSKEY, () -> client.passkeys().startSignIn());
    calls.put(
        Capability.PASSKEY_RENAME,
        () -> client.passkeys().rename(USER, PasskeyId.of("none"), "phone"));
  }

  private void factors() {
    calls.put(Capability.TOTP, () -> client.totp().startEnrolment(TOKENS));
    calls.put(Capability.TOTP_RECOVERY_CODES, () -> client.totp().recoveryCodes(USER));
    calls.put(
        Capability.SECOND_FACTOR_TOTP, () -> client.secondFactor().completeWithTotp(HANDLE, CODE));
    calls.put(
        Capability.SECOND_FACTOR_RECOVERY_CODE,
        () -> client.secondFactor().completeWithRecoveryCode(HANDLE, CODE));
    calls.put(
        Capability.SECOND_FACTOR_OTP,
        () -> client.secondFactor().sendOtp(HANDLE, SecondFactorKind.SMS_OTP));
  }

  private void sessions() {
    calls.put(Capability.SESSION_VERIFY, () -> client.sessions().verify(TOKENS.access()));
    calls.put(Capability.SESSION_AUTHENTICATE, () -> client.sessions().authenticate(TOKENS));
    calls.put(Capability.SESSION_REFRESH, () -> client.sessions().refresh(TOKENS.renewal()));
    calls.put(
        Capability.SESSION_EXTEND,
        () -> client.sessions().extend(TOKENS.renewal(), Duration.ofHours(1)));
    calls.put(Capability.SESSION_LIST, () -> client.sessions().list(USER));
    calls.put(
        Capability.SESSION_REVOKE, () -> client.sessions().revoke(USER, SessionId.of("none")));
    calls.put(Capability.SESSION_SIGN_OUT, () -> client.sessions().signOut(TOKENS));
    calls.put(
        Capability.SESSION_CLAIMS,
        () ->
            client
                .passwords()
                .signIn(
                    email,
                    PASSWORD,
                    SignInOptions.builder().sessionClaims(Map.of("plan", "pro")).build()));
    calls.put(
        Capability.SESSION_DURATION,
        () ->
            client
                .passwords()
                .signIn(
                    email,
                    PASSWORD,
                    SignInOptions.builder().sessionDuration(Duration.ofHours(1)).build()));
  }

  private void users() {
    calls.put(Capability.USER_CREATE, () -> client.users().create(NewUser.withEmail(email)));
    calls.put(Capability.USER_FIND, () -> client.users().find(USER));
    calls.put(Capability.USER_SEARCH, () -> client.users().search(UserQuery.all()));
    calls.put(
        Capability.USER_UPDATE,
        () -> client.users().update(USER, UserUpdate.builder().displayName("x").build()));
    calls.put(Capability.USER_DELETE, () -> client.users().delete(USER));
    calls.put(
        Capability.USER_PHONE_NUMBERS,
        () -> make(NewUser.builder().phoneNumber(harness.phoneNumber("made"))));
    calls.put(
        Capability.USER_EXTERNAL_ID, () -> make(NewUser.builder().email(email).externalId("x-1")));
    metadata(Capability.METADATA_USER_WRITABLE, MetadataScope.USER_WRITABLE);
    metadata(Capability.METADATA_USER_READABLE, MetadataScope.USER_READABLE);
    metadata(Capability.METADATA_SERVER_ONLY, MetadataScope.SERVER_ONLY);
    calls.put(Capability.WEBHOOK, () -> client.webhooks().receive(Map.of(), new byte[0]));
  }

  private void machines() {
    calls.put(Capability.MACHINE, () -> client.machines().verify(Secret.of("nobody")));
    calls.put(
        Capability.MACHINE_OWNER, () -> make(NewMachine.named("x").owner(UserId.of("nobody"))));
    calls.put(Capability.MACHINE_SCOPES, () -> make(NewMachine.named("x").scopes(Set.of("x:y"))));
    calls.put(
        Capability.MACHINE_EXPIRY,
        () -> make(NewMachine.named("x").expiresAt(Instant.parse("2100-01-01T00:00:00Z"))));
    calls.put(
        Capability.MACHINE_TOKEN,
        () -> client.machines().token(MachineId.of("nobody"), PASSWORD, Set.of()));
    calls.put(
        Capability.MACHINE_ROTATE, () -> client.machines().startRotation(MachineId.of("nobody")));
  }

  private void make(NewMachine.Builder machine) {
    client.machines().create(machine.build());
  }

  private void metadata(Capability capability, MetadataScope scope) {
    calls.put(
        capability, () -> make(NewUser.builder().email(email).metadata(scope, Map.of("k", "v"))));
  }

  private void make(NewUser.Builder user) {
    client.users().create(user.build());
  }

  private DeliveryOptions.Builder delivery() {
    return DeliveryOptions.builder();
  }

  private DeliveryOptions to(DeliveryOptions.Builder delivery) {
    return delivery.callback(callback).build();
  }

  private void deliver(DeliveryOptions.Builder delivery) {
    if (client.supports(Capability.MAGIC_LINK)) {
      client.magicLinks().send(email, callback, delivery.build());
    } else if (client.supports(Capability.PASSWORD_RESET)) {
      client.passwords().startReset(email, callback, delivery.build());
    } else {
      client.otps().sendEmail(email, to(delivery));
    }
  }
}
