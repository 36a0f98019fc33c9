package dev.keyway.browser;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.OneTimeCode;
import dev.keyway.PasskeyCeremony;
import dev.keyway.PhoneNumber;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.TotpEnrolment;
import dev.keyway.UserId;
import dev.keyway.UserUpdate;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** What happens in a world before somebody looks at it: people of an application on a provider. */
record Stage(AuthClient auth, World world) implements AutoCloseable {

  private static final URI CALLBACK = URI.create("http://localhost:3000/authenticate");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  static Stage on(Vendor vendor, World world) {
    Map<String, String> settings = vendor.patientSettings(world);
    settings.put("keyway.callback-url", CALLBACK.toString());
    settings.put("keyway.relying-party-id", "localhost");
    AuthConfig config = AuthConfig.of(settings);
    return new Stage(AuthClient.builder(config).clock(world.clock()).build(), world);
  }

  /** A world that has seen a morning's work on both providers. */
  static void play(World world) {
    for (Vendor vendor : Vendor.values()) {
      try (Stage stage = on(vendor, world)) {
        stage.person("Ada Lovelace", "ada@example.com");
        stage.authenticatorApp("ada@example.com");
        stage.later();
        stage.person("Grace Hopper", "grace@example.com");
        stage.passkey("grace@example.com");
        stage.later();
        stage.link("joan@example.com");
        stage.wrongPassword("grace@example.com");
        stage.later();
        stage.auth.passwords().startReset(EmailAddress.of("grace@example.com"), CALLBACK);
        stage.code("katherine@example.com");
        stage.later();
      }
    }
    try (Stage stage = on(Vendor.STYTCH, world)) {
      stage.auth.otps().sendSms(PhoneNumber.of("+14155550142"));
    }
    world.faults().on("stytch.session.*").times(2).respond(503);
    world.clock().advance(Duration.ofSeconds(20));
  }

  private void later() {
    world.clock().advance(Duration.ofSeconds(100));
  }

  UserId person(String name, String email) {
    SignInResult.SignedIn in =
        auth.passwords().signUp(EmailAddress.of(email), PASSWORD).orElseThrow();
    auth.users().update(in.user().id(), UserUpdate.builder().displayName(name).build());
    return in.user().id();
  }

  VirtualTotpDevice authenticatorApp(String email) {
    SessionTokens session = signIn(email);
    TotpEnrolment enrolment = auth.totp().startEnrolment(session);
    VirtualTotpDevice app = VirtualTotpDevice.fromUri(enrolment.uri().reveal(), world.clock());
    auth.totp().finishEnrolment(session, enrolment.handle(), OneTimeCode.of(app.code()));
    return app;
  }

  void passkey(String email) {
    SessionTokens session = signIn(email);
    PasskeyCeremony ceremony = auth.passkeys().startRegistration(session);
    String origin = CALLBACK.resolve("/").toString().replaceAll("/$", "");
    auth.passkeys()
        .finishRegistration(
            session,
            ceremony.handle(),
            VirtualAuthenticator.platform().create(ceremony.optionsJson(), origin));
  }

  void wrongPassword(String email) {
    try {
      auth.passwords().signIn(EmailAddress.of(email), Secret.of("my horse reads no maps"));
      throw new AssertionError("that password should be wrong");
    } catch (AuthException e) {
      // As somebody has to.
    }
  }

  void link(String email) {
    auth.magicLinks().send(EmailAddress.of(email), CALLBACK);
  }

  void code(String email) {
    auth.otps().sendEmail(EmailAddress.of(email));
  }

  private SessionTokens signIn(String email) {
    return auth.passwords().signIn(EmailAddress.of(email), PASSWORD).orElseThrow().tokens();
  }

  @Override
  public void close() {
    auth.close();
  }
}
