package dev.keyway.conformance;

import static dev.keyway.Capability.USER_CREATE;
import static dev.keyway.Capability.USER_DELETE;
import static dev.keyway.Capability.USER_UPDATE;
import static dev.keyway.Capability.WEBHOOK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.User;
import dev.keyway.UserId;
import dev.keyway.UserUpdate;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;

/**
 * WHK: events that the provider posts. The provider makes and signs them; by hand is signed only
 * what it never would.
 */
abstract class WebhookRules extends Rules {

  private static final String ID = "msg_2b9f2a527a52";

  WebhookRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  private WebhookSender sender() {
    return senderOf(harness());
  }

  private static WebhookSender senderOf(AuthHarness harness) {
    return part(harness.webhooks(), "webhooks", "nobody posts events");
  }

  /** What the provider posts of a user who was just made. */
  private WebhookDelivery creation() {
    return creation(harness());
  }

  private static WebhookDelivery creation(AuthHarness project) {
    User unused = project.client().users().create(NewUser.withEmail(project.address("ada")));
    return senderOf(project).await(AuthEventType.USER_CREATED);
  }

  private AuthEvent receive(WebhookDelivery delivery) {
    return receive(client(), delivery.headers(), delivery);
  }

  private AuthEvent receive(Map<String, List<String>> headers, WebhookDelivery delivery) {
    return receive(client(), headers, delivery);
  }

  private static AuthEvent receive(
      AuthClient client, Map<String, List<String>> headers, WebhookDelivery delivery) {
    return client.webhooks().receive(headers, delivery.bytes());
  }

  private static void refused(AuthClient client, WebhookDelivery delivery) {
    refused(() -> receive(client, delivery.headers(), delivery), ErrorCode.WEBHOOK_REFUSED);
  }

  /** By hand. */
  private Map<String, List<String>> signed(Instant at, byte[] body) {
    return sender().sign(ID, at, body);
  }

  private Instant now() {
    return clock().now();
  }

  @Rule(
      id = "WHK-001",
      value =
          "A user who was made, changed or deleted is told with type, id and, if alive, address",
      needs = {WEBHOOK, USER_CREATE, USER_UPDATE, USER_DELETE})
  void whatHappenedToUsersIsTold() {
    UserId id = client().users().create(NewUser.withEmail(ada())).id();
    client().users().update(id, UserUpdate.builder().displayName("Countess").build());
    client().users().delete(id);
    for (AuthEventType type :
        List.of(
            AuthEventType.USER_CREATED, AuthEventType.USER_UPDATED, AuthEventType.USER_DELETED)) {
      AuthEvent event = receive(sender().await(type));
      assertEquals(type, event.type());
      assertEquals(id, event.userId().orElseThrow());
      assertEquals(
          type != AuthEventType.USER_DELETED,
          event.user().isPresent(),
          () -> "the user comes along unless deleted: " + type);
      event.user().ifPresent(user -> assertEquals(ada(), user.emails().get(0).address()));
    }
  }

  @Rule(
      id = "WHK-002",
      value = "A type that nobody knows passes, with the provider's word for it and the whole body",
      needs = WEBHOOK)
  void unknownTypesPass() {
    WebhookDelivery delivery = sender().unknownEvent();
    AuthEvent event = receive(delivery);
    assertEquals(AuthEventType.OTHER, event.type());
    assertFalse(event.providerType().isBlank());
    assertEquals(delivery.body(), event.json());
  }

  @Rule(
      id = "WHK-003",
      value = "An event has the same id in every delivery, whatever the order",
      needs = {WEBHOOK, USER_CREATE, USER_UPDATE})
  void anEventKeepsItsId() {
    WebhookDelivery first = creation();
    AuthEvent made = receive(first);
    client()
        .users()
        .update(made.userId().orElseThrow(), UserUpdate.builder().displayName("Countess").build());
    WebhookDelivery second = sender().await(AuthEventType.USER_UPDATED);
    assertEquals(second.id(), receive(second).id());
    assertEquals(first.id(), receive(first).id());
    clock().advance(Duration.ofHours(1));
    AuthEvent again = receive(sender().redeliver(first));
    assertEquals(first.id(), again.id());
    assertEquals(AuthEventType.USER_CREATED, again.type());
    assertFalse(again.sentAt().isBefore(made.sentAt().plus(Duration.ofHours(1))));
  }

  @Rule(
      id = "WHK-004",
      value = "A body of which one byte was changed, added or cut off is refused",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void aChangedBodyIsRefused() {
    WebhookDelivery delivery = creation();
    receive(delivery);
    byte[] body = delivery.bytes();
    byte[] changed = body.clone();
    changed[body.length / 2] ^= 1;
    byte[] longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = ' ';
    for (byte[] other :
        List.of(changed, longer, Arrays.copyOf(body, body.length - 1), new byte[0])) {
      refusedUnsent(
          () -> client().webhooks().receive(delivery.headers(), other), ErrorCode.WEBHOOK_REFUSED);
    }
  }

  @Rule(
      id = "WHK-005",
      value = "A header that is missing, there twice or another event's is refused",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void everyHeaderCounts() {
    WebhookDelivery delivery = creation();
    receive(delivery);
    Map<String, List<String>> other =
        sender().sign("msg_2", now().minusSeconds(30), delivery.bytes());
    for (String name : other.keySet()) {
      Map<String, List<String>> missing = new HashMap<>(delivery.headers());
      List<String> values = Objects.requireNonNull(missing.remove(name));
      Map<String, List<String>> twice = new HashMap<>(delivery.headers());
      twice.put(name, List.of(values.get(0), values.get(0)));
      Map<String, List<String>> mixed = new HashMap<>(delivery.headers());
      mixed.put(name, Objects.requireNonNull(other.get(name)));
      for (Map<String, List<String>> headers : List.of(missing, twice, mixed)) {
        refusedUnsent(() -> receive(headers, delivery), ErrorCode.WEBHOOK_REFUSED);
      }
    }
  }

  @Rule(
      id = "WHK-006",
      value = "Header names are taken in any case",
      needs = {WEBHOOK, USER_CREATE})
  void headerNamesAreTakenInAnyCase() {
    WebhookDelivery delivery = creation();
    Map<String, List<String>> headers = new HashMap<>();
    delivery
        .headers()
        .forEach((name, values) -> headers.put(name.toUpperCase(Locale.ROOT), values));
    assertEquals(delivery.id(), receive(headers, delivery).id());
  }

  @Rule(
      id = "WHK-007",
      value = "What was signed more than five minutes ago, or will be, is refused",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void lateAndEarlyAreRefused() {
    WebhookDelivery delivery = creation();
    for (Duration off : List.of(Duration.ofMinutes(-4), Duration.ofMinutes(4))) {
      receive(signed(now().plus(off), delivery.bytes()), delivery);
    }
    for (Duration off :
        List.of(Duration.ofMinutes(-6), Duration.ofMinutes(6), Duration.ofDays(-365))) {
      Map<String, List<String>> headers = signed(now().plus(off), delivery.bytes());
      refusedUnsent(() -> receive(headers, delivery), ErrorCode.WEBHOOK_REFUSED);
    }
  }

  @Rule(
      id = "WHK-008",
      value = "Signed with a secret that the client does not have: refused",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void anotherSecretIsRefused() {
    WebhookDelivery delivery = creation();
    try (AuthClient other = harness().builder(sender().anotherSecret()).build()) {
      refused(other, delivery);
    }
  }

  @Rule(
      id = "WHK-009",
      value = "While a secret is changed, what either one signed is taken",
      needs = {WEBHOOK, USER_CREATE})
  void bothSecretsServe() {
    WebhookDelivery delivery = creation();
    try (AuthClient both = harness().builder(sender().bothSecrets()).build()) {
      assertEquals(delivery.id(), receive(both, delivery.headers(), delivery).id());
    }
  }

  @Rule(
      id = "WHK-010",
      value = "One good signature among others of any version is enough",
      needs = {WEBHOOK, USER_CREATE})
  void oneGoodSignatureIsEnough() {
    WebhookDelivery delivery = creation();
    Map<String, List<String>> headers = new HashMap<>(delivery.headers());
    String name = sender().signatureHeader();
    String good = Objects.requireNonNull(headers.get(name)).get(0);
    headers.put(name, List.of("v9,AAAA v1,AAAA " + good + " v1a,AAAA"));
    assertEquals(delivery.id(), receive(headers, delivery).id());
    headers.put(name, List.of("v9,AAAA v1,AAAA v1a,AAAA"));
    refused(() -> receive(headers, delivery), ErrorCode.WEBHOOK_REFUSED);
  }

  @Rule(
      id = "WHK-011",
      value = "Without a secret nothing is taken, and the failure names the setting",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void withoutASecretNothingIsTaken() {
    WebhookDelivery delivery = creation();
    String setting = sender().noSecret().keySet().iterator().next();
    try (AuthClient none = harness().builder(sender().noSecret()).build()) {
      String said =
          message(
              refused(
                  () -> receive(none, delivery.headers(), delivery),
                  ErrorCode.CONFIGURATION_INVALID));
      assertTrue(said.contains(setting), said);
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

  @Rule(
      id = "WHK-013",
      value = "A megabyte of blanks around an event is read",
      needs = {WEBHOOK, USER_CREATE})
  void aMegabyteIsRead() {
    String text = " ".repeat(1 << 20) + creation().body();
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        AuthEventType.USER_CREATED, client().webhooks().receive(signed(now(), body), body).type());
  }

  @Rule(
      id = "WHK-014",
      value = "A delivery that somebody recorded is of no use after five minutes",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void whatWasRecordedIsRefusedLater() {
    WebhookDelivery delivery = creation();
    receive(delivery);
    clock().advance(Duration.ofMinutes(6));
    refusedUnsent(() -> receive(delivery), ErrorCode.WEBHOOK_REFUSED);
    WebhookDelivery again = sender().redeliver(delivery);
    assertEquals(delivery.id(), receive(again).id());
    Map<String, List<String>> fresh = new HashMap<>(again.headers());
    String signatures = sender().signatureHeader();
    fresh.put(signatures, Objects.requireNonNull(delivery.headers().get(signatures)));
    refusedUnsent(() -> receive(fresh, delivery), ErrorCode.WEBHOOK_REFUSED);
  }

  @Rule(
      id = "WHK-015",
      value = "A secret that was replaced serves for a day beside the new one, and then no more",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void aReplacedSecretServesForADay() {
    WebhookDelivery before = creation();
    try (AuthClient renewed = harness().builder(sender().rotateSecret()).build()) {
      refused(renewed, before);
      clock().advance(Duration.ofHours(23));
      WebhookDelivery during = sender().redeliver(before);
      assertEquals(before.id(), receive(during).id());
      assertEquals(before.id(), receive(renewed, during.headers(), during).id());
      clock().advance(Duration.ofHours(2));
      WebhookDelivery after = sender().redeliver(before);
      assertEquals(before.id(), receive(renewed, after.headers(), after).id());
      refused(client(), after);
    }
  }

  @Rule(
      id = "WHK-016",
      value = "Another project's delivery is refused",
      needs = {WEBHOOK, USER_CREATE},
      negative = true)
  void anotherProjectsDeliveryIsRefused() {
    try (AuthHarness other = stranger()) {
      WebhookDelivery delivery = creation(other);
      assertEquals(delivery.id(), receive(other.client(), delivery.headers(), delivery).id());
      refused(client(), delivery);
    }
  }
}
