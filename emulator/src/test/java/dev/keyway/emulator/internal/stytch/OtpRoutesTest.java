package dev.keyway.emulator.internal.stytch;

import static dev.keyway.emulator.internal.stytch.StytchClient.EMAIL;
import static dev.keyway.emulator.internal.stytch.StytchClient.assertRefused;
import static dev.keyway.emulator.internal.stytch.StytchClient.body;
import static dev.keyway.emulator.internal.stytch.StytchClient.succeed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.stytch.rules.Sandbox;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class OtpRoutesTest {
  private static final String PHONE = "+12025550123";
  private static final String AUTHENTICATE = "/v1/otps/authenticate";

  private final World world;
  private final StytchClient stytch;

  OtpRoutesTest(World world) {
    this.world = world;
    this.stytch = new StytchClient(world);
  }

  private String codeFor(String to) {
    return String.valueOf(world.outbox().await(to, MessageKind.ONE_TIME_CODE).code());
  }

  private Wire.Reply verify(String methodId, String code, Object... more) throws Exception {
    Object[] pairs = new Object[more.length + 4];
    System.arraycopy(new Object[] {"method_id", methodId, "code", code}, 0, pairs, 0, 4);
    System.arraycopy(more, 0, pairs, 4, more.length);
    return stytch.post(AUTHENTICATE, pairs);
  }

  private static String otherThan(String code) {
    return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
  }

  @Test
  void eachChannelDeliversACodeThatSignsIn() throws Exception {
    for (OutboxMessage.Channel channel : OutboxMessage.Channel.values()) {
      world.reset();
      boolean mail = channel == OutboxMessage.Channel.EMAIL;
      String path = "/v1/otps/" + channel.name().toLowerCase(Locale.ROOT);
      String to = mail ? EMAIL : PHONE;
      JsonNode sent =
          succeed(stytch.post(path + "/login_or_create", mail ? "email" : "phone_number", to));
      String methodId = sent.path(mail ? "email_id" : "phone_id").textValue();
      assertTrue(sent.path("user_created").booleanValue());

      JsonNode signedIn = succeed(verify(methodId, codeFor(to), "session_duration_minutes", 5));

      assertEquals(channel, world.outbox().messagesTo(to).get(0).channel());
      assertEquals(methodId, signedIn.path("method_id").textValue());
      assertEquals(
          channel.name().toLowerCase(Locale.ROOT),
          signedIn.at("/session/authentication_factors/0/delivery_method").textValue());
    }
  }

  @Test
  void aCodeWorksOnceAndOnlyWhereItWasSent() throws Exception {
    String ada =
        succeed(stytch.post("/v1/otps/email/login_or_create", "email", EMAIL))
            .path("email_id")
            .textValue();
    String eve =
        succeed(stytch.post("/v1/otps/email/login_or_create", "email", "eve@example.com"))
            .path("email_id")
            .textValue();
    String code = codeFor(EMAIL);
    String evesCode = codeFor("eve@example.com");

    if (!code.equals(evesCode)) {
      assertRefused(404, "otp_code_not_found", verify(eve, code));
    }
    assertRefused(404, "otp_code_not_found", verify(ada, otherThan(code)));
    succeed(verify(ada, code));
    assertRefused(401, "unable_to_auth_otp_code", verify(ada, code));
    assertRefused(400, "invalid_method_id", verify("ada", code));
    assertRefused(400, "invalid_code", verify(ada, "12345"));
  }

  @Test
  void ofManyWhoUseACodeAtTheSameTimeOneIsSignedIn() throws Exception {
    String id =
        succeed(stytch.post("/v1/otps/email/login_or_create", "email", EMAIL))
            .path("email_id")
            .textValue();
    String code = codeFor(EMAIL);

    List<Integer> statuses =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return verify(id, code).status();
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                })
            .toList();

    assertEquals(1, statuses.stream().filter(status -> status == 200).count(), "" + statuses);
  }

  @Test
  void aCodeExpiresAndANewOneSupersedesTheOld() throws Exception {
    String path = "/v1/otps/sms/login_or_create";
    String id = succeed(stytch.post(path, "phone_number", PHONE)).path("phone_id").textValue();
    String first = codeFor(PHONE);
    succeed(stytch.post(path, "phone_number", PHONE, "expiration_minutes", 10));
    String second = codeFor(PHONE);

    if (!first.equals(second)) {
      assertRefused(401, "unable_to_auth_otp_code", verify(id, first));
    }
    world.clock().advance(Duration.ofMinutes(10));
    assertRefused(401, "unable_to_auth_otp_code", verify(id, second));
    assertRefused(
        400,
        "invalid_expiration_otp",
        stytch.post(path, "phone_number", PHONE, "expiration_minutes", 11));
  }

  @Test
  void guessingLocksTheUser() throws Exception {
    String id =
        succeed(stytch.post("/v1/otps/sms/login_or_create", "phone_number", PHONE))
            .path("phone_id")
            .textValue();
    String code = codeFor(PHONE);
    for (int i = 0; i < 10; i++) {
      assertRefused(404, "otp_code_not_found", verify(id, otherThan(code)));
    }

    assertRefused(429, "user_lock_limit_reached", verify(id, code));
  }

  @Test
  void numbersAreJudgedBeforeAnythingIsSent() throws Exception {
    String path = "/v1/otps/sms/login_or_create";

    assertRefused(400, "invalid_phone_number", stytch.post(path, "phone_number", "12025550123"));
    assertRefused(400, "invalid_phone_number", stytch.post(path, "phone_number", "+1202"));
    assertRefused(
        400, "invalid_phone_number_country_code", stytch.post(path, "phone_number", "+4930123456"));
    assertRefused(
        404, "phone_number_not_found", stytch.post("/v1/otps/sms/send", "phone_number", PHONE));
    assertRefused(400, "invalid_locale", stytch.post(path, "phone_number", PHONE, "locale", "tlh"));
    assertTrue(world.outbox().messages().isEmpty());
    world.stytch().configure(settings -> settings.phoneCallingCodes("1", "49"));
    succeed(stytch.post(path, "phone_number", "+4930123456"));
  }

  @Test
  void aPhoneIsAddedToASignedInUserAndJoinsTheSession() throws Exception {
    JsonNode ada = stytch.signUp();
    String token = ada.path("session_token").textValue();
    String phoneId =
        succeed(stytch.post("/v1/otps/sms/send", "phone_number", PHONE, "session_token", token))
            .path("phone_id")
            .textValue();

    JsonNode both = succeed(verify(phoneId, codeFor(PHONE), "session_token", token));

    assertEquals(token, both.path("session_token").textValue());
    assertEquals(2, both.at("/session/authentication_factors").size());
    assertTrue(both.at("/user/phone_numbers/0/verified").booleanValue());
  }

  @Test
  void anotherUsersSessionIsNotJoined() throws Exception {
    String adas = stytch.signUp().path("session_token").textValue();
    String id =
        succeed(stytch.post("/v1/otps/sms/login_or_create", "phone_number", PHONE))
            .path("phone_id")
            .textValue();

    JsonNode bob =
        succeed(verify(id, codeFor(PHONE), "session_token", adas, "session_duration_minutes", 5));

    assertEquals(1, bob.at("/session/authentication_factors").size());
    assertEquals(bob.path("user_id"), bob.at("/session/user_id"));
  }

  @Test
  void aDeadSessionIsToldBeforeTheCodeIsUsed() throws Exception {
    String id =
        succeed(stytch.post("/v1/otps/sms/login_or_create", "phone_number", PHONE))
            .path("phone_id")
            .textValue();
    String code = codeFor(PHONE);

    assertRefused(404, "session_not_found", verify(id, code, "session_token", "dead"));
    succeed(verify(id, code));
  }

  @Test
  void attributesAreComparedWhereThatIsDemanded() throws Exception {
    String id =
        succeed(
                stytch.post(
                    "/v1/otps/email/login_or_create",
                    "email",
                    EMAIL,
                    "attributes",
                    body("user_agent", "one")))
            .path("email_id")
            .textValue();
    String code = codeFor(EMAIL);

    assertRefused(
        401,
        "attribute_mismatch",
        verify(
            id,
            code,
            "attributes",
            body("user_agent", "two"),
            "options",
            body("user_agent_match_required", true)));
    assertRefused(
        400, "invalid_ip_address", verify(id, code, "attributes", body("ip_address", "somewhere")));
    succeed(
        verify(
            id,
            code,
            "attributes",
            body("user_agent", "one"),
            "options",
            body("user_agent_match_required", true)));
  }

  @Test
  void theSandboxNumberTakesSixZeros() throws Exception {
    JsonNode sent =
        succeed(stytch.post("/v1/otps/sms/login_or_create", "phone_number", Sandbox.PHONE_NUMBER));
    String id = sent.path("phone_id").textValue();

    assertEquals(Sandbox.USER_ID, succeed(verify(id, "000000")).path("user_id").textValue());
    assertRefused(404, "otp_code_not_found", verify(id, "000001"));
    assertTrue(world.outbox().messages().isEmpty());
  }
}
