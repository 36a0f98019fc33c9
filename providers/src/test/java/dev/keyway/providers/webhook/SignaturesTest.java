package dev.keyway.providers.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.providers.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The example that Svix's documentation publishes, and what is no longer it. */
class SignaturesTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final String TIMESTAMP = "1614265330";
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
  private static final String BODY = "{\"test\": 2432232314}";
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);
  private static final String OTHER =
      "whsec_"
          + Base64.getEncoder().encodeToString("thirty-two bytes of another key.".getBytes(UTF_8));

  private final TestClock clock = new TestClock(SENT);
  private final Signatures signatures = signatures(SECRET);

  private Signatures signatures(String... secrets) {
    return new Signatures(
        new WebhookSecrets("keyway.x.webhook-secrets", Stream.of(secrets).map(Secret::of).toList()),
        clock);
  }

  private static Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("svix-id", List.of(ID));
    headers.put("svix-timestamp", List.of(TIMESTAMP));
    headers.put("svix-signature", List.of(SIGNATURE));
    return headers;
  }

  private static Map<String, List<String>> headers(String name, String... values) {
    Map<String, List<String>> headers = headers();
    headers.put(name, List.of(values));
    return headers;
  }

  @Test
  void thePublishedExampleIsGenuine() {
    SignedMessage message = signatures.verify(headers(), BODY.getBytes(UTF_8));
    assertEquals(new SignedMessage(ID, SENT), message);
  }

  @Test
  void theHeadersHaveAVendorNeutralNameToo() {
    Map<String, List<String>> headers = new HashMap<>();
    headers().forEach((name, values) -> headers.put(name.replace("svix-", "webhook-"), values));
    assertEquals(ID, signatures.verify(headers, BODY.getBytes(UTF_8)).id());
  }

  @Test
  void oneSignatureAmongSeveralIsEnough() {
    String several = "v1a,AAAA v1,!!! v1,AAAA " + SIGNATURE + " v2,AAAA";
    assertEquals(
        ID, signatures.verify(headers("svix-signature", several), BODY.getBytes(UTF_8)).id());
  }

  @Test
  void everyConfiguredSecretIsTried() {
    assertEquals(ID, signatures(OTHER, SECRET).verify(headers(), BODY.getBytes(UTF_8)).id());
    assertEquals(ID, signatures(SECRET, OTHER).verify(headers(), BODY.getBytes(UTF_8)).id());
  }

  @Test
  void itIsGoodForFiveMinutesEitherWay() {
    for (long seconds : new long[] {-300, 0, 300}) {
      clock.set(SENT.plusSeconds(seconds));
      assertEquals(ID, signatures.verify(headers(), BODY.getBytes(UTF_8)).id());
    }
    for (long seconds : new long[] {-301, 301, Duration.ofDays(9000).toSeconds()}) {
      clock.set(SENT.plusSeconds(seconds));
      assertEquals(
          "The webhook was signed more than 5 minutes from now",
          refused(signatures, headers(), BODY.getBytes(UTF_8)));
    }
  }

  @TestFactory
  Stream<DynamicTest> whateverIsChangedIsRefused() {
    Map<String, Consumer<Map<String, List<String>>>> changes = new HashMap<>();
    changes.put("has no svix-id", headers -> headers.remove("svix-id"));
    changes.put("has no svix-timestamp", headers -> headers.remove("svix-timestamp"));
    changes.put("has no svix-signature", headers -> headers.remove("svix-signature"));
    changes.put("has more than one svix-id", headers -> headers.put("svix-id", List.of(ID, ID)));
    changes.put(
        "has a malformed svix-timestamp",
        headers -> headers.put("svix-timestamp", List.of("+" + TIMESTAMP)));
    changes.put("has a malformed svix-id", headers -> headers.put("svix-id", List.of("")));
    return changes.entrySet().stream()
        .map(
            change ->
                dynamicTest(
                    change.getKey(),
                    () -> {
                      Map<String, List<String>> headers = headers();
                      change.getValue().accept(headers);
                      assertEquals(
                          "The webhook " + change.getKey(),
                          refused(signatures, headers, BODY.getBytes(UTF_8)));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsNotSignedIsRefused() {
    List<Map<String, List<String>>> forged = new ArrayList<>();
    forged.add(headers("svix-id", ID + "x"));
    forged.add(headers("svix-timestamp", "1614265331"));
    forged.add(headers("svix-timestamp", "0" + TIMESTAMP));
    forged.add(headers("svix-signature", SIGNATURE.substring("v1,".length())));
    forged.add(headers("svix-signature", SIGNATURE.replace("v1,", "v2,")));
    forged.add(headers("svix-signature", "v1,"));
    forged.add(headers("svix-signature", ""));
    forged.add(headers("svix-signature", SIGNATURE.toLowerCase(Locale.ROOT)));
    forged.add(headers("svix-signature", "v1,AAAA ".repeat(16) + SIGNATURE));
    return forged.stream()
        .map(
            headers ->
                dynamicTest(
                    headers.toString(),
                    () ->
                        assertEquals(
                            "The webhook is not signed with keyway.x.webhook-secrets",
                            refused(signatures, headers, BODY.getBytes(UTF_8)))));
  }

  @Test
  void bodyAndSecretMustBeTheOnesSignedWith() {
    refused(signatures, headers(), (BODY + " ").getBytes(UTF_8));
    refused(signatures, headers(), new byte[0]);
    refused(signatures(OTHER), headers(), BODY.getBytes(UTF_8));
  }

  @Test
  void withoutASecretNothingCanBeChecked() {
    AuthException failure =
        assertThrows(
            AuthException.class, () -> signatures().verify(headers(), BODY.getBytes(UTF_8)));
    assertEquals(ErrorCode.CONFIGURATION_INVALID, failure.code());
    assertTrue(String.valueOf(failure.getMessage()).contains("keyway.x.webhook-secrets"));
  }

  @TestFactory
  Stream<DynamicTest> aSecretHasItsForm() {
    String bytes = Base64.getEncoder().encodeToString(new byte[23]);
    String many = Base64.getEncoder().encodeToString(new byte[76]);
    return Stream.of(
            "whsec_",
            "whsec_" + bytes,
            "whsec_" + many,
            SECRET.substring(6),
            "whsec_?" + SECRET,
            SECRET + ",",
            "," + SECRET)
        .map(
            text ->
                dynamicTest(
                    text,
                    () -> {
                      AuthException failure =
                          assertThrows(AuthException.class, () -> secrets(text));
                      assertEquals(ErrorCode.CONFIGURATION_INVALID, failure.code());
                      assertFalse(
                          String.valueOf(failure.getMessage()).contains(SECRET.substring(6)));
                    }));
  }

  @Test
  void aSecretHas24To75Bytes() {
    for (int length : new int[] {24, 75}) {
      String secret = "whsec_" + Base64.getEncoder().encodeToString(new byte[length]);
      assertEquals(List.of(Secret.of(secret)), secrets(secret).secrets());
    }
  }

  @Test
  void aSettingHoldsSeveralSecrets() {
    assertEquals(
        List.of(Secret.of(SECRET), Secret.of(OTHER)), secrets(SECRET + " , " + OTHER).secrets());
    assertFalse(secrets(SECRET).toString().contains(SECRET));
  }

  private static WebhookSecrets secrets(String text) {
    return WebhookSecrets.of(
        AuthConfig.of(Map.of("keyway.provider", "x", "keyway.x.webhook-secrets", text)),
        "x.webhook-secrets");
  }

  private static String refused(
      Signatures signatures, Map<String, List<String>> headers, byte[] body) {
    AuthException failure =
        assertThrows(AuthException.class, () -> signatures.verify(headers, body));
    assertEquals(ErrorCode.WEBHOOK_REFUSED, failure.code());
    String message = String.valueOf(failure.getMessage());
    return message.substring(message.indexOf(": ") + 2);
  }
}
