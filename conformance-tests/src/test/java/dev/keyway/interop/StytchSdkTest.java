package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.common.StytchResult;
import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.passwords.AuthenticateRequest;
import com.stytch.java.consumer.models.passwords.CreateRequest;
import com.stytch.java.consumer.models.passwords.CreateResponse;
import com.stytch.java.consumer.models.passwords.StrengthCheckRequest;
import com.stytch.java.consumer.models.passwordsemail.ResetRequest;
import com.stytch.java.consumer.models.passwordsemail.ResetStartRequest;
import com.stytch.java.consumer.models.sessions.GetRequest;
import com.stytch.java.consumer.models.sessions.RevokeRequest;
import com.stytch.java.consumer.models.sessions.Session;
import com.stytch.java.consumer.models.users.DeleteRequest;
import com.stytch.java.consumer.models.users.SearchRequest;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's own Java SDK drives the emulator: passwords, sessions, users. */
@ExtendWith(EmulatorExtension.class)
class StytchSdkTest {

  private static final String EMAIL = "ada@example.com";
  private static final String PASSWORD = "quiet-Harbour-74-lanterns";
  private static final String NEW_PASSWORD = "amber-Window-19-tramlines";
  private static final int HOUR = 60;

  private StytchClient stytch;
  private World world;

  @BeforeEach
  void open(World world) {
    this.world = world;
    this.stytch = Sdk.open(world);
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  @Test
  void aPasswordSignsUpAndIn() {
    CreateResponse made = create();
    assertEquals(EMAIL, made.getUser().getEmails().get(0).getEmail());
    var in =
        success(
            stytch
                .getPasswords()
                .authenticateCompletable(new AuthenticateRequest(EMAIL, PASSWORD, null, HOUR)));
    assertEquals(made.getUserId(), in.getUserId());
    assertFalse(in.getSessionToken().isEmpty());
  }

  @Test
  void aPasswordSignInWithoutADurationMakesNoSession() {
    create();
    var in =
        success(
            stytch
                .getPasswords()
                .authenticateCompletable(new AuthenticateRequest(EMAIL, PASSWORD)));
    assertNull(in.getSession());
    assertEquals("", in.getSessionToken());
  }

  @Test
  void aWrongPasswordIsAnApiError() {
    create();
    assertEquals(
        "unauthorized_credentials",
        error(
            stytch
                .getPasswords()
                .authenticateCompletable(new AuthenticateRequest(EMAIL, NEW_PASSWORD))));
  }

  @Test
  void aPasswordsStrengthIsScored() {
    var weak =
        success(
            stytch.getPasswords().strengthCheckCompletable(new StrengthCheckRequest("password")));
    assertFalse(weak.getValidPassword());
    var good =
        success(stytch.getPasswords().strengthCheckCompletable(new StrengthCheckRequest(PASSWORD)));
    assertTrue(good.getValidPassword());
  }

  @Test
  void aForgottenPasswordIsResetByMail() {
    create();
    success(stytch.getPasswords().getEmail().resetStartCompletable(new ResetStartRequest(EMAIL)));
    String token =
        Objects.requireNonNull(
            world.outbox().await(EMAIL, MessageKind.PASSWORD_RESET).token(), "no token");
    success(
        stytch.getPasswords().getEmail().resetCompletable(new ResetRequest(token, NEW_PASSWORD)));
    success(
        stytch
            .getPasswords()
            .authenticateCompletable(new AuthenticateRequest(EMAIL, NEW_PASSWORD)));
  }

  @Test
  void aSessionJwtIsVerifiedOnThisMachine() {
    CreateResponse made = create();
    Session session =
        success(
            stytch.getSessions().authenticateJwtLocalCompletable(made.getSessionJWT(), null, 0));
    assertEquals(made.getUserId(), session.getUserId());
    assertEquals(assertNotNullSession(made).getSessionId(), session.getSessionId());
  }

  @Test
  void aChangedSessionJwtIsRefusedOnThisMachine() {
    String jwt = create().getSessionJWT();
    String forged = jwt.substring(0, jwt.lastIndexOf('.') + 1) + "A".repeat(342);
    assertInstanceOf(
        StytchResult.Error.class,
        Sdk.get(stytch.getSessions().authenticateJwtLocalCompletable(forged, null, 0)));
  }

  @Test
  void aSessionIsAuthenticatedListedAndRevoked() {
    CreateResponse made = create();
    var alive =
        success(
            stytch
                .getSessions()
                .authenticateCompletable(
                    new com.stytch.java.consumer.models.sessions.AuthenticateRequest(
                        made.getSessionToken())));
    assertEquals(made.getUserId(), alive.getUser().getUserId());
    assertEquals(
        1,
        success(stytch.getSessions().getCompletable(new GetRequest(made.getUserId())))
            .getSessions()
            .size());
    success(
        stytch
            .getSessions()
            .revokeCompletable(new RevokeRequest(assertNotNullSession(made).getSessionId())));
    assertEquals(
        "session_not_found",
        error(
            stytch
                .getSessions()
                .authenticateCompletable(
                    new com.stytch.java.consumer.models.sessions.AuthenticateRequest(
                        made.getSessionToken()))));
  }

  @Test
  void aUserIsMadeFoundAndDeleted() {
    var made =
        success(
            stytch
                .getUsers()
                .createCompletable(new com.stytch.java.consumer.models.users.CreateRequest(EMAIL)));
    var found =
        success(
            stytch
                .getUsers()
                .getCompletable(
                    new com.stytch.java.consumer.models.users.GetRequest(made.getUserId())));
    assertEquals(EMAIL, found.getEmails().get(0).getEmail());
    assertEquals(
        1, success(stytch.getUsers().searchCompletable(new SearchRequest())).getResults().size());
    success(stytch.getUsers().deleteCompletable(new DeleteRequest(made.getUserId())));
    assertEquals(
        "user_not_found",
        error(
            stytch
                .getUsers()
                .getCompletable(
                    new com.stytch.java.consumer.models.users.GetRequest(made.getUserId()))));
  }

  private CreateResponse create() {
    return success(
        stytch.getPasswords().createCompletable(new CreateRequest(EMAIL, PASSWORD, HOUR)));
  }

  private static Session assertNotNullSession(CreateResponse made) {
    Session session = made.getSession();
    assertNotNull(session);
    return Objects.requireNonNull(session);
  }
}
