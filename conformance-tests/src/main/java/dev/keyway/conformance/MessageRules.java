package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_ATTACH;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.OTP_SMS;
import static dev.keyway.Capability.OTP_WHATSAPP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.Challenge;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.PhoneNumber;
import dev.keyway.SignInResult;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** SMS: one-time codes to a phone. */
abstract class MessageRules extends Rules {

  MessageRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "SMS-001",
      value = "A code by text message signs in, the same user each time",
      needs = OTP_SMS)
  void aCodeByTextMessageSignsIn() {
    SignInResult.SignedIn first = signInBySms(phone());
    SignInResult.SignedIn second = signInBySms(phone());
    assertEquals(first.user().id(), second.user().id());
    assertEquals(phone(), first.user().phoneNumbers().get(0).number());
    assertTrue(first.user().phoneNumbers().get(0).verified());
  }

  @Rule(id = "SMS-002", value = "A code by WhatsApp signs in", needs = OTP_WHATSAPP)
  void aCodeByWhatsAppSignsIn() {
    Challenge challenge = client().otps().sendWhatsApp(phone());
    client().otps().verify(challenge.handle(), code()).orElseThrow();
  }

  @Rule(
      id = "SMS-003",
      value = "A number attached to a signed-in user is theirs once its code was entered",
      needs = {OTP_SMS, OTP_EMAIL, DELIVERY_ATTACH})
  void aNumberCanBeAttached() {
    Challenge mailed =
        client()
            .otps()
            .sendEmail(ada(), DeliveryOptions.builder().callback(harness().callback()).build());
    SignInResult.SignedIn in =
        client()
            .otps()
            .verify(mailed.handle(), harness().messages().awaitCode(ada().value()))
            .orElseThrow();
    Challenge attach =
        client().otps().sendSms(phone(), DeliveryOptions.builder().attachTo(in.tokens()).build());
    SignInResult.SignedIn after = client().otps().verify(attach.handle(), code()).orElseThrow();
    assertEquals(in.user().id(), after.user().id());
    assertEquals(phone(), after.user().phoneNumbers().get(0).number());
  }

  @Rule(
      id = "SMS-010",
      value = "A wrong code of a text message is refused, and a used one",
      negative = true,
      needs = OTP_SMS)
  void aWrongOrUsedCodeIsRefused() {
    Challenge challenge = client().otps().sendSms(phone());
    OneTimeCode right = code();
    refused(
        () -> client().otps().verify(challenge.handle(), Codes.wrong(right)),
        ErrorCode.CODE_INCORRECT,
        ErrorCode.CODE_REFUSED);
    client().otps().verify(challenge.handle(), right).orElseThrow();
    refused(
        () -> client().otps().verify(challenge.handle(), right),
        ErrorCode.CODE_ALREADY_USED,
        ErrorCode.CODE_REFUSED,
        ErrorCode.CODE_INCORRECT);
  }

  @Rule(
      id = "SMS-011",
      value = "A number that no numbering plan has is refused unsent",
      negative = true,
      needs = OTP_SMS)
  void anImpossibleNumberIsRefusedUnsent() {
    for (String number : new String[] {"+10000000001", "+9991234567", "+4400000"}) {
      refusedUnsent(
          () -> client().otps().sendSms(PhoneNumber.of(number)),
          ErrorCode.INVALID_ARGUMENT,
          ErrorCode.DELIVERY_REFUSED);
    }
  }

  @Rule(
      id = "SMS-012",
      value = "A code of one number is refused with the handle of another",
      negative = true,
      needs = OTP_SMS)
  void aCodeIsRefusedWithAnothersHandleOfAMessage() {
    PhoneNumber other = harness().phoneNumber("other");
    assertNotEquals(phone(), other);
    Challenge mine = client().otps().sendSms(phone());
    client().otps().sendSms(other);
    OneTimeCode others = harness().messages().awaitCode(other.value());
    refused(
        () -> client().otps().verify(mine.handle(), others),
        ErrorCode.CODE_INCORRECT,
        ErrorCode.CODE_REFUSED);
  }

  private SignInResult.SignedIn signInBySms(PhoneNumber number) {
    Challenge challenge = client().otps().sendSms(number);
    return client()
        .otps()
        .verify(challenge.handle(), harness().messages().awaitCode(number.value()))
        .orElseThrow();
  }

  private PhoneNumber phone() {
    return harness().phoneNumber("ada");
  }

  private OneTimeCode code() {
    return harness().messages().awaitCode(phone().value());
  }
}
