package dev.keyway.wire;

import dev.keyway.AuthClient;
import dev.keyway.Challenge;
import dev.keyway.ChallengeHandle;
import dev.keyway.MachineVerifyOptions;
import dev.keyway.OneTimeCode;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PasskeyOptions;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import dev.keyway.UserUpdate;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls of the library that send a request to an operation. */
final class NeutralRowCalls {
  /** Any operation that gives no error another meaning. */
  static final String GENERAL = "";

  private static final String ORIGIN = "http://localhost:3000";
  private static final String LINK_CODE = "0123456789abcdefghjkmnpqrstvwxyz0123456789ab8";

  /** A call once all that goes before it is done. */
  interface Prepared {
    Runnable prepare(World world, AuthClient client);
  }

  private NeutralRowCalls() {}

  static Map<String, List<Prepared>> of(Vendor vendor) {
    Map<String, List<Prepared>> calls = new HashMap<>();
    Prepared password =
        (world, client) -> () -> client.passwords().signIn(NeutralCalls.ADA, NeutralCalls.PASSWORD);
    if (vendor == Vendor.STYTCH) {
      calls.put(GENERAL, List.of(NeutralRowCalls::update));
      calls.put("stytch.password.authenticate", List.of(password));
      calls.put("stytch.webauthn.authenticate", List.of(NeutralRowCalls::passkeySignIn));
    } else {
      calls.put(GENERAL, List.of(NeutralRowCalls::update));
      // Only sign-ins are answered so.
      calls.put("MULTI_FACTOR_AUTHENTICATION_REQUIRED", List.of(NeutralRowCalls::halfSignIn));
      calls.put("stackauth.otp.sign-in", List.of(NeutralRowCalls::code, NeutralRowCalls::link));
      calls.put("stackauth.password.reset", List.of(NeutralRowCalls::reset));
      calls.put("stackauth.mfa.sign-in", List.of(NeutralRowCalls::secondFactor));
      calls.put("stackauth.passkey.sign-in", List.of(NeutralRowCalls::passkeySignIn));
      calls.put("stackauth.user-api-key.check", List.of(NeutralRowCalls::machine));
      calls.put("stackauth.passkey.register", List.of(NeutralRowCalls::passkeyRegistration));
    }
    return calls;
  }

  private static SessionTokens signUp(AuthClient client) {
    return client
        .passwords()
        .signUp(NeutralCalls.ADA, NeutralCalls.PASSWORD)
        .orElseThrow()
        .tokens();
  }

  private static Runnable update(World world, AuthClient client) {
    SignInResult.SignedIn in =
        client.passwords().signUp(NeutralCalls.ADA, NeutralCalls.PASSWORD).orElseThrow();
    UserUpdate rename = UserUpdate.builder().displayName("Ada").build();
    return () -> client.users().update(in.user().id(), rename);
  }

  private static Runnable halfSignIn(World world, AuthClient client) {
    return () -> client.passwords().signIn(NeutralCalls.ADA, NeutralCalls.PASSWORD).orElseThrow();
  }

  private static Runnable code(World world, AuthClient client) {
    Challenge sent = client.otps().sendEmail(NeutralCalls.ADA);
    return () -> client.otps().verify(sent.handle(), OneTimeCode.of("123456"));
  }

  private static Runnable link(World world, AuthClient client) {
    return () -> client.magicLinks().authenticate(URI.create(ORIGIN + "/link?code=" + LINK_CODE));
  }

  private static Runnable reset(World world, AuthClient client) {
    return () ->
        client
            .passwords()
            .finishReset(URI.create(ORIGIN + "/reset?code=" + LINK_CODE), NeutralCalls.PASSWORD);
  }

  private static Runnable secondFactor(World world, AuthClient client) {
    SessionTokens session = signUp(client);
    TotpEnrolment enrolment = client.totp().startEnrolment(session);
    VirtualTotpDevice device = VirtualTotpDevice.fromUri(enrolment.uri().reveal(), world.clock());
    client.totp().finishEnrolment(session, enrolment.handle(), OneTimeCode.of(device.code()));
    SignInResult half = client.passwords().signIn(NeutralCalls.ADA, NeutralCalls.PASSWORD);
    ChallengeHandle handle = ((SignInResult.SecondFactorRequired) half).handle();
    return () -> client.secondFactor().completeWithTotp(handle, OneTimeCode.of(device.next()));
  }

  private static Runnable machine(World world, AuthClient client) {
    return () ->
        client.machines().verify(Secret.of("sk_0123456789abcdef"), MachineVerifyOptions.defaults());
  }

  private static Runnable passkeyRegistration(World world, AuthClient client) {
    SessionTokens session = signUp(client);
    PasskeyCeremony ceremony =
        client.passkeys().startRegistration(session, PasskeyOptions.defaults());
    String made = VirtualAuthenticator.platform().create(ceremony.optionsJson(), ORIGIN);
    return () -> client.passkeys().finishRegistration(session, ceremony.handle(), made);
  }

  private static Runnable passkeySignIn(World world, AuthClient client) {
    SessionTokens session = signUp(client);
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    PasskeyCeremony registration =
        client.passkeys().startRegistration(session, PasskeyOptions.defaults());
    client
        .passkeys()
        .finishRegistration(
            session,
            registration.handle(),
            authenticator.create(registration.optionsJson(), ORIGIN));
    PasskeyCeremony ceremony = client.passkeys().startSignIn();
    String signed = authenticator.get(ceremony.optionsJson(), ORIGIN);
    return () -> client.passkeys().finishSignIn(ceremony.handle(), signed);
  }
}
