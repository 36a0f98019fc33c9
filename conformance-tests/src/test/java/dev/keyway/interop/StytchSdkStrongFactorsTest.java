package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.common.StytchResult;
import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.sessions.AuthenticationFactor;
import com.stytch.java.consumer.models.sessions.AuthenticationFactorType;
import com.stytch.java.consumer.models.sessions.Session;
import com.stytch.java.consumer.models.totps.AuthenticateRequest;
import com.stytch.java.consumer.models.totps.CreateRequest;
import com.stytch.java.consumer.models.totps.CreateResponse;
import com.stytch.java.consumer.models.totps.RecoverRequest;
import com.stytch.java.consumer.models.totps.RecoveryCodesRequest;
import com.stytch.java.consumer.models.users.DeleteTOTPRequest;
import com.stytch.java.consumer.models.users.DeleteWebAuthnRegistrationRequest;
import com.stytch.java.consumer.models.webauthn.AuthenticateStartRequest;
import com.stytch.java.consumer.models.webauthn.ListCredentialsRequest;
import com.stytch.java.consumer.models.webauthn.RegisterRequest;
import com.stytch.java.consumer.models.webauthn.RegisterStartRequest;
import com.stytch.java.consumer.models.webauthn.UpdateRequest;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.Misbehaviour;
import dev.keyway.emulator.device.VirtualAuthenticator;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's own Java SDK drives the emulator: authenticator apps and passkeys. */
@ExtendWith(EmulatorExtension.class)
class StytchSdkStrongFactorsTest {

  private static final String EMAIL = "ada@example.com";
  private static final String PASSWORD = "quiet-Harbour-74-lanterns";
  private static final String DOMAIN = "example.com";
  private static final String ORIGIN = "https://login.example.com";
  private static final int HOUR = 60;

  private StytchClient stytch;
  private World world;
  private String userId;
  private String session;

  @BeforeEach
  void signUp(World world) {
    this.world = world;
    this.stytch = Sdk.open(world);
    var made =
        success(
            stytch
                .getPasswords()
                .createCompletable(
                    new com.stytch.java.consumer.models.passwords.CreateRequest(
                        EMAIL, PASSWORD, HOUR)));
    this.userId = made.getUserId();
    this.session = made.getSessionToken();
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  @Test
  void anAppIsEnrolledAndMakesTheSessionOneOfTwoFactors() {
    CreateResponse totp = enrol();
    assertTrue(totp.getQrCode().startsWith("data:image/png;base64,"));
    VirtualTotpDevice app = app(totp);
    assertEquals("unable_to_authenticate_totp", error(totp(app.wrongCode())));

    var proved = success(totp(app.code()));

    assertEquals(totp.getTotpId(), proved.getTotpId());
    assertEquals(session, proved.getSessionToken(), "another session was made");
    assertEquals(
        List.of(AuthenticationFactorType.PASSWORD, AuthenticationFactorType.TOTP),
        factors(proved.getSession()));
    assertTrue(proved.getUser().getTotps().get(0).getVerified());
  }

  @Test
  void aCodeOfTheAppIsTakenOnceAndTheNextOneAgain() {
    VirtualTotpDevice app = app(enrol());
    success(totp(app.code()));
    assertEquals("totp_code_already_authenticated", error(totp(app.code())));
    assertEquals("invalid_totp_code", error(totp("12 456")));
    world.clock().advance(Duration.ofSeconds(30));
    success(totp(app.code()));
  }

  @Test
  void aRecoveryCodeWorksOnce() {
    CreateResponse totp = enrol();
    success(totp(app(totp).code()));
    String code = totp.getRecoveryCodes().get(0);

    var recovered = success(recover(code));

    assertEquals(totp.getTotpId(), recovered.getTotpId());
    assertTrue(factors(recovered.getSession()).contains(AuthenticationFactorType.RECOVERY_CODES));
    assertEquals("unable_to_authenticate_recovery_code", error(recover(code)));
    List<String> left =
        success(stytch.getTotps().recoveryCodesCompletable(new RecoveryCodesRequest(userId)))
            .getTotps()
            .get(0)
            .getRecoveryCodes();
    assertEquals(totp.getRecoveryCodes().size() - 1, left.size());
    assertFalse(left.contains(code));
  }

  @Test
  void anAppIsOnePerUserUntilItIsTakenOff() {
    CreateResponse totp = enrol();
    success(totp(app(totp).code()));
    assertEquals(
        "active_totp_exists",
        error(stytch.getTotps().createCompletable(new CreateRequest(userId))));
    success(stytch.getUsers().deleteTOTPCompletable(new DeleteTOTPRequest(totp.getTotpId())));
    assertNotEquals(totp.getSecret(), enrol().getSecret());
  }

  @Test
  void aPasskeySignsInWithoutAName() {
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    var registered = register(authenticator);
    var in = success(authenticate(authenticator));
    assertEquals(userId, in.getUserId());
    assertEquals(registered, in.getWebauthnRegistrationId());
    assertEquals(List.of(AuthenticationFactorType.WEBAUTHN), factors(in.getSession()));
    assertTrue(in.getUser().getWebauthnRegistrations().get(0).getVerified());
  }

  @Test
  void aPasskeyInWrongHandsIsRefused() {
    VirtualAuthenticator authenticator = VirtualAuthenticator.platform();
    register(authenticator);
    for (Misbehaviour way :
        List.of(
            Misbehaviour.wrongOrigin("https://evil.example.org"),
            Misbehaviour.wrongChallenge(),
            Misbehaviour.flippedSignatureBit())) {
      assertEquals(
          "unable_to_auth_webauthn_registration",
          error(authenticate(authenticator.misbehaving(way))));
    }
    success(authenticate(authenticator));
  }

  @Test
  void aPasskeyIsNamedListedAndRemoved() {
    String id = register(VirtualAuthenticator.securityKey());
    success(stytch.getWebauthn().updateCompletable(new UpdateRequest(id, "Keyring")));
    var listed =
        success(
            stytch
                .getWebauthn()
                .listCredentialsCompletable(new ListCredentialsRequest(userId, DOMAIN)));
    assertEquals(id, listed.getCredentials().get(0).getWebauthnRegistrationId());
    var left =
        success(
            stytch
                .getUsers()
                .deleteWebAuthnRegistrationCompletable(new DeleteWebAuthnRegistrationRequest(id)));
    assertEquals(List.of(), left.getUser().getWebauthnRegistrations());
  }

  private CreateResponse enrol() {
    return success(stytch.getTotps().createCompletable(new CreateRequest(userId)));
  }

  private VirtualTotpDevice app(CreateResponse totp) {
    return VirtualTotpDevice.fromBase32(totp.getSecret(), world.clock());
  }

  private CompletableFuture<
          StytchResult<com.stytch.java.consumer.models.totps.AuthenticateResponse>>
      totp(String code) {
    return stytch
        .getTotps()
        .authenticateCompletable(new AuthenticateRequest(userId, code, session, HOUR));
  }

  private CompletableFuture<StytchResult<com.stytch.java.consumer.models.totps.RecoverResponse>>
      recover(String code) {
    return stytch.getTotps().recoverCompletable(new RecoverRequest(userId, code, session, HOUR));
  }

  /** The registration's id. */
  private String register(VirtualAuthenticator authenticator) {
    String options =
        success(
                stytch
                    .getWebauthn()
                    .registerStartCompletable(
                        new RegisterStartRequest(
                            userId, DOMAIN, null, null, true, null, null, null, true)))
            .getPublicKeyCredentialCreationOptions();
    return success(
            stytch
                .getWebauthn()
                .registerCompletable(
                    new RegisterRequest(userId, authenticator.create(options, ORIGIN))))
        .getWebauthnRegistrationId();
  }

  private CompletableFuture<
          StytchResult<com.stytch.java.consumer.models.webauthn.AuthenticateResponse>>
      authenticate(VirtualAuthenticator authenticator) {
    String options =
        success(
                stytch
                    .getWebauthn()
                    .authenticateStartCompletable(
                        new AuthenticateStartRequest(DOMAIN, null, true, true)))
            .getPublicKeyCredentialRequestOptions();
    return stytch
        .getWebauthn()
        .authenticateCompletable(
            new com.stytch.java.consumer.models.webauthn.AuthenticateRequest(
                authenticator.get(options, ORIGIN), null, HOUR));
  }

  private static List<AuthenticationFactorType> factors(@Nullable Session session) {
    return Objects.requireNonNull(session, "no session").getAuthenticationFactors().stream()
        .map(AuthenticationFactor::getType)
        .toList();
  }
}
