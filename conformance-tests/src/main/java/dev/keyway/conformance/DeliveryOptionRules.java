package dev.keyway.conformance;

import static dev.keyway.Capability.DELIVERY_DEVICE_MATCH;
import static dev.keyway.Capability.DELIVERY_TEMPLATE;
import static dev.keyway.Capability.MAGIC_LINK;
import static dev.keyway.Capability.OTP_EMAIL;
import static dev.keyway.Capability.PASSWORD_RESET;
import static dev.keyway.Capability.PASSWORD_SIGN_IN;
import static dev.keyway.Capability.PASSWORD_SIGN_UP;
import static dev.keyway.conformance.Samples.OTHER_PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.CallbackOptions;
import dev.keyway.Challenge;
import dev.keyway.ClientContext;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.SignInOptions;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** DLV: which mail is sent, and to which device its code or link comes back. */
abstract class DeliveryOptionRules extends Rules {

  private static final ClientContext HOME = ClientContext.of("192.0.2.1", "Browser/1");
  private static final ClientContext ELSEWHERE = ClientContext.of("198.51.100.7", "Browser/1");
  private static final ClientContext OTHER_BROWSER = ClientContext.of("192.0.2.1", "Browser/2");

  DeliveryOptionRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "DLV-010",
      value = "A link by a template that the project does not have is refused, and none is sent",
      negative = true,
      needs = {MAGIC_LINK, DELIVERY_TEMPLATE})
  void aLinkByAnUnknownTemplateIsRefused() {
    for (DeliveryOptions unknown : unknownTemplates()) {
      refused(
          () -> client().magicLinks().send(ada(), harness().callback(), unknown),
          ErrorCode.RESOURCE_NOT_FOUND);
    }
    assertEquals(0, harness().messages().sentTo(ada().value()), "a mail was sent");
  }

  @Rule(
      id = "DLV-011",
      value = "A code by a template that the project does not have is refused, and none is sent",
      negative = true,
      needs = {OTP_EMAIL, DELIVERY_TEMPLATE})
  void aCodeByAnUnknownTemplateIsRefused() {
    for (DeliveryOptions unknown : unknownTemplates()) {
      refused(() -> client().otps().sendEmail(ada(), unknown), ErrorCode.RESOURCE_NOT_FOUND);
    }
    assertEquals(0, harness().messages().sentTo(ada().value()), "a mail was sent");
  }

  @Rule(
      id = "DLV-012",
      value = "A reset by a template that the project does not have is refused",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_RESET, DELIVERY_TEMPLATE})
  void aResetByAnUnknownTemplateIsRefused() {
    signUp(ada());
    int before = harness().messages().sentTo(ada().value());
    refused(
        () ->
            client()
                .passwords()
                .startReset(
                    ada(),
                    harness().callback(),
                    DeliveryOptions.builder().template("none-of-the-project").build()),
        ErrorCode.RESOURCE_NOT_FOUND);
    assertEquals(before, harness().messages().sentTo(ada().value()), "a mail was sent");
  }

  @Rule(
      id = "DLV-013",
      value = "A link that comes back from another address or browser is refused where asked",
      negative = true,
      needs = {MAGIC_LINK, DELIVERY_DEVICE_MATCH})
  void aLinkOfAnotherDeviceIsRefused() {
    client().magicLinks().send(ada(), harness().callback(), fromHome());
    URI link = opened(SentMessages.LinkKind.SIGN_IN);
    for (CallbackOptions foreign : List.of(address(ELSEWHERE), browser(OTHER_BROWSER))) {
      refused(() -> client().magicLinks().authenticate(link, foreign), ErrorCode.DEVICE_MISMATCH);
    }
    client().magicLinks().authenticate(link, address(HOME)).orElseThrow();
  }

  @Rule(
      id = "DLV-014",
      value = "A code that comes back from another address or browser is refused where asked",
      negative = true,
      needs = {OTP_EMAIL, DELIVERY_DEVICE_MATCH})
  void aCodeOfAnotherDeviceIsRefused() {
    Challenge challenge = client().otps().sendEmail(ada(), fromHome());
    OneTimeCode code = harness().messages().awaitCode(ada().value());
    for (SignInOptions foreign :
        List.of(
            SignInOptions.builder().clientContext(ELSEWHERE).sameIpAddress(true).build(),
            SignInOptions.builder().clientContext(OTHER_BROWSER).sameUserAgent(true).build())) {
      refused(
          () -> client().otps().verify(challenge.handle(), code, foreign),
          ErrorCode.DEVICE_MISMATCH);
    }
    SignInOptions home =
        SignInOptions.builder().clientContext(HOME).sameIpAddress(true).sameUserAgent(true).build();
    client().otps().verify(challenge.handle(), code, home).orElseThrow();
  }

  @Rule(
      id = "DLV-015",
      value = "A reset that comes back from another address or browser is refused where asked",
      negative = true,
      needs = {PASSWORD_SIGN_UP, PASSWORD_SIGN_IN, PASSWORD_RESET, DELIVERY_DEVICE_MATCH})
  void aResetOfAnotherDeviceIsRefused() {
    signUp(ada());
    client().passwords().startReset(ada(), harness().callback(), fromHome());
    URI link = opened(SentMessages.LinkKind.PASSWORD_RESET);
    for (CallbackOptions foreign : List.of(address(ELSEWHERE), browser(OTHER_BROWSER))) {
      refused(
          () -> client().passwords().finishReset(link, OTHER_PASSWORD, foreign),
          ErrorCode.DEVICE_MISMATCH);
    }
    client().passwords().finishReset(link, OTHER_PASSWORD, browser(HOME));
    signIn(ada(), OTHER_PASSWORD);
  }

  @Rule(
      id = "DLV-001",
      value = "A device that is told and not compared changes nothing",
      needs = {MAGIC_LINK, DELIVERY_DEVICE_MATCH})
  void aDeviceThatIsNotComparedChangesNothing() {
    client().magicLinks().send(ada(), harness().callback(), fromHome());
    CallbackOptions elsewhere = CallbackOptions.builder().clientContext(ELSEWHERE).build();
    client()
        .magicLinks()
        .authenticate(opened(SentMessages.LinkKind.SIGN_IN), elsewhere)
        .orElseThrow();
  }

  private DeliveryOptions fromHome() {
    return DeliveryOptions.builder().callback(harness().callback()).clientContext(HOME).build();
  }

  private URI opened(SentMessages.LinkKind kind) {
    return harness().human().follow(harness().messages().awaitLink(ada().value(), kind));
  }

  private List<DeliveryOptions> unknownTemplates() {
    URI callback = harness().callback();
    return List.of(
        DeliveryOptions.builder().callback(callback).template("none-of-the-project").build(),
        DeliveryOptions.builder().callback(callback).signUpTemplate("none-of-the-project").build());
  }

  private static CallbackOptions address(ClientContext device) {
    return CallbackOptions.builder().clientContext(device).sameIpAddress(true).build();
  }

  private static CallbackOptions browser(ClientContext device) {
    return CallbackOptions.builder().clientContext(device).sameUserAgent(true).build();
  }
}
