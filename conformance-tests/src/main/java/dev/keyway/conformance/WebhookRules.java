package dev.keyway.conformance;

import static dev.keyway.Capability.WEBHOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.keyway.AuthClient;
import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.ErrorCode;
import dev.keyway.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/** WHK: events that the provider posts. */
abstract class WebhookRules extends Rules {

  private static final UserId USER = UserId.of("0b9f2a52-7a52-4a52-8a52-0b9f2a520001");
  private static final String ID = "msg_2b9f2a527a52";

  WebhookRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  private WebhookSender sender() {
    return part(harness().webhooks(), "webhooks", "nobody posts events");
  }

  private byte[] body(AuthEventType type) {
    return sender().body(type, USER, ada());
  }

  private Instant now() {
    return clock().now();
  }

  /** A genuine delivery of a deletion. */
  private Map<String, List<String>> signed(Instant at, byte[] body) {
    return new HashMap<>(sender().sign(ID, at, body));
  }

  @Rule(
      id = "WHK-001",
      value =
          "A user who was made, changed or deleted is told with type, id and, if alive, address",
      needs = WEBHOOK)
  void whatHappenedToUsersIsTold() {
    for (AuthEventType type :
        List.of(
            AuthEventType.USER_CREATED, AuthEventType.USER_UPDATED, AuthEventType.USER_DELETED)) {
      byte[] body = body(type);
      Instant signedAt = now().truncatedTo(ChronoUnit.SECONDS);
      AuthEvent event = client().webhooks().receive(signed(signedAt, body), body);
      assertEquals(type, event.type());
      assertEquals(USER, event.userId().orElseThrow());
      assertEquals(
          type != AuthEventType.USER_DELETED,
          event.user().isPresent(),
          () -> "the user comes along unless deleted: " + type);
      event.user().ifPresent(user -> assertEquals(ada(), user.emails().get(0).address()));
      assertEquals(signedAt, event.sentAt());
    }
  }

  @Rule(
      id = "WHK-002",
      value = "A type that nobody knows passes, with the provider's word for it and the whole body",
      needs = WEBHOOK)
  void unknownTypesPass() {
    byte[] body = body(AuthEventType.OTHER);
    AuthEvent event = client().webhooks().receive(signed(now(), body), body);
    assertEquals(AuthEventType.OTHER, event.type());
    assertFalse(event.providerType().isBlank());
    assertEquals(new String(body, StandardCharsets.UTF_8), event.json());
  }

  @Rule(
      id = "WHK-003",
      value = "An event has the same id in every delivery, whatever the order",
      needs = WEBHOOK)
  void anEventKeepsItsId() {
    byte[] first = body(AuthEventType.USER_CREATED);
    byte[] second = body(AuthEventType.USER_UPDATED);
    Map<String, List<String>> later = sender().sign("msg_2", now(), second);
    assertEquals("msg_2", client().webhooks().receive(later, second).id());
    Map<String, List<String>> earlier = signed(now().minusSeconds(60), first);
    assertEquals(ID, client().webhooks().receive(earlier, first).id());
    assertEquals(ID, client().webhooks().receive(signed(now(), first), first).id());
  }

  @Rule(
      id = "WHK-004",
      value = "A body of which one byte was changed, added or cut off is refused",
      needs = WEBHOOK,
      negative = true)
  void aChangedBodyIsRefused() {
    byte[] body = body(AuthEventType.USER_DELETED);
    Map<String, List<String>> headers = signed(now(), body);
    client().webhooks().receive(headers, body);
    byte[] changed = body.clone();
    changed[body.length / 2] ^= 1;
    byte[] longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = ' ';
    for (byte[] other :
        List.of(changed, longer, Arrays.copyOf(body, body.length - 1), new byte[0])) {
      refusedUnsent(() -> client().webhooks().receive(headers, other), ErrorCode.WEBHOOK_REFUSED);
    }
  }

  @Rule(
      id = "WHK-005",
      value = "A header that is missing, there twice or another event's is refused",
      needs = WEBHOOK,
      negative = true)
  void everyHeaderCounts() {
    byte[] body = body(AuthEventType.USER_DELETED);
    Map<String, List<String>> other = sender().sign("msg_2", now().minusSeconds(1), body);
    for (String name : signed(now(), body).keySet()) {
      Map<String, List<String>> missing = signed(now(), body);
      missing.remove(name);
      Map<String, List<String>> twice = signed(now(), body);
      String value = Objects.requireNonNull(twice.get(name)).get(0);
      twice.put(name, List.of(value, value));
      Map<String, List<String>> mixed = signed(now(), body);
      mixed.put(name, other.getOrDefault(name, List.of()));
      for (Map<String, List<String>> headers : List.of(missing, twice, mixed)) {
        refusedUnsent(() -> client().webhooks().receive(headers, body), ErrorCode.WEBHOOK_REFUSED);
      }
    }
  }

  @Rule(id = "WHK-006", value = "Header names are taken in any case", needs = WEBHOOK)
  void headerNamesAreTakenInAnyCase() {
    byte[] body = body(AuthEventType.USER_DELETED);
    Map<String, List<String>> headers = new HashMap<>();
    signed(now(), body)
        .forEach((name, values) -> headers.put(name.toUpperCase(Locale.ROOT), values));
    assertEquals(ID, client().webhooks().receive(headers, body).id());
  }

  @Rule(
      id = "WHK-007",
      value = "What was signed more than five minutes ago, or will be, is refused",
      needs = WEBHOOK,
      negative = true)
  void lateAndEarlyAreRefused() {
    byte[] body = body(AuthEventType.USER_DELETED);
    for (Duration off : List.of(Duration.ofMinutes(-4), Duration.ofMinutes(4))) {
      client().webhooks().receive(signed(now().plus(off), body), body);
    }
    for (Duration off :
        List.of(Duration.ofMinutes(-6), Duration.ofMinutes(6), Duration.ofDays(-365))) {
      Map<String, List<String>> headers = signed(now().plus(off), body);
      refusedUnsent(() -> client().webhooks().receive(headers, body), ErrorCode.WEBHOOK_REFUSED);
    }
  }

  @Rule(
      id = "WHK-008",
      value = "Signed with a secret that the client does not have: refused",
      needs = WEBHOOK,
      negative = true)
  void anotherSecretIsRefused() {
    byte[] body = body(AuthEventType.USER_DELETED);
    Map<String, List<String>> headers = signed(now(), body);
    try (AuthClient other = harness().builder(sender().anotherSecret()).build()) {
      refused(() -> other.webhooks().receive(headers, body), ErrorCode.WEBHOOK_REFUSED);
    }
  }

  @Rule(
      id = "WHK-009",
      value = "While a secret is changed, what either one signed is taken",
      needs = WEBHOOK)
  void bothSecretsServe() {
    byte[] body = body(AuthEventType.USER_DELETED);
    try (AuthClient both = harness().builder(sender().bothSecrets()).build()) {
      assertEquals(ID, both.webhooks().receive(signed(now(), body), body).id());
    }
  }

  @Rule(
      id = "WHK-010",
      value = "One good signature among others of any version is enough",
      needs = WEBHOOK)
  void oneGoodSignatureIsEnough() {
    byte[] body = body(AuthEventType.USER_DELETED);
    Map<String, List<String>> headers = signed(now(), body);
    String name = sender().signatureHeader();
    String good = Objects.requireNonNull(headers.get(name)).get(0);
    headers.put(name, List.of("v9,AAAA v1,AAAA " + good + " v1a,AAAA"));
    assertEquals(ID, client().webhooks().receive(headers, body).id());
    headers.put(name, List.of("v9,AAAA v1,AAAA v1a,AAAA"));
    refused(() -> client().webhooks().receive(headers, body), ErrorCode.WEBHOOK_REFUSED);
  }

  @Rule(
      id = "WHK-011",
      value = "Without a secret nothing is taken, and the failure names the setting",
      needs = WEBHOOK,
      negative = true)
  void withoutASecretNothingIsTaken() {
    byte[] body = body(AuthEventType.USER_DELETED);
    Map<String, List<String>> headers = signed(now(), body);
    try (AuthClient none = harness().builder(sender().noSecret()).build()) {
      refused(() -> none.webhooks().receive(headers, body), ErrorCode.CONFIGURATION_INVALID);
    }
  }

  @Rule(
      id = "WHK-012",
      value = "What the provider signed and is no event is the provider's fault, and read strictly",
      needs = WEBHOOK,
      negative = true)
  void noEventIsTheProvidersFault() {
    for (String text : List.of("", "{}", "[]", "null", "<html>", "{\"type\":1}", "\u0000")) {
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      Map<String, List<String>> headers = signed(now(), body);
      refused(() -> client().webhooks().receive(headers, body), ErrorCode.INVALID_RESPONSE);
    }
  }

  @Rule(id = "WHK-013", value = "A megabyte of blanks around an event is read", needs = WEBHOOK)
  void aMegabyteIsRead() {
    String text = new String(body(AuthEventType.USER_DELETED), StandardCharsets.UTF_8);
    byte[] body = (" ".repeat(1 << 20) + text).getBytes(StandardCharsets.UTF_8);
    assertEquals(
        AuthEventType.USER_DELETED, client().webhooks().receive(signed(now(), body), body).type());
  }
}
