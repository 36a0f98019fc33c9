package dev.keyway.interop;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import com.svix.Webhook;
import com.svix.exceptions.WebhookVerificationException;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthEvent;
import dev.keyway.AuthEventType;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.Webhooks;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Svix's own library and ours agree: it verifies what the emulator sends, and {@code receive} takes
 * what it signs.
 */
@ExtendWith(EmulatorExtension.class)
class SvixWebhooksTest {

  private static final String STRANGE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final World world;
  private final Webhooks webhooks;

  SvixWebhooksTest(World world) {
    this.world = world;
    this.webhooks = world.webhooks();
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void theLibraryVerifiesWhatIsInTheJournal(Vendor vendor) throws Exception {
    WebhookEvent event = creation(vendor);
    new Webhook(service(vendor).webhookSecret()).verify(event.body(), event.headers());

    Webhook library = new Webhook(service(vendor).webhookSecret());
    assertThrows(
        WebhookVerificationException.class,
        () -> library.verify(event.body() + " ", event.headers()));
    Webhook strange = new Webhook(STRANGE);
    assertThrows(
        WebhookVerificationException.class, () -> strange.verify(event.body(), event.headers()));
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void theLibraryVerifiesWhatArrives(Vendor vendor) throws Exception {
    BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          arrivals.add(
              new Arrival(
                  Map.copyOf(exchange.getRequestHeaders()),
                  new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      webhooks.deliverTo(URI.create("http://localhost:" + server.getAddress().getPort() + "/"));
      webhooks.awaitAttempts(creation(vendor).id(), 1);
      Arrival arrival = arrivals.take();
      new Webhook(service(vendor).webhookSecret()).verify(arrival.body, arrival.headers);
    } finally {
      server.stop(0);
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whileTheSecretIsChangedTheLibraryVerifiesWithEither(Vendor vendor) throws Exception {
    WebhookEvent before = creation(vendor);
    Webhook old = new Webhook(service(vendor).webhookSecret());
    Webhook renewed = new Webhook(webhooks.rotateSecret(vendor.operations()));
    assertThrows(
        WebhookVerificationException.class, () -> renewed.verify(before.body(), before.headers()));

    WebhookEvent during = webhooks.redeliver(before.id());
    old.verify(during.body(), during.headers());
    renewed.verify(during.body(), during.headers());
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void whatTheLibrarySignsIsTaken(Vendor vendor) throws Exception {
    WebhookEvent event = creation(vendor);
    try (AuthClient client = client(vendor)) {
      AuthEvent received =
          client.webhooks().receive(signed(service(vendor).webhookSecret(), event), bytes(event));
      assertEquals("msg_by_the_library", received.id());
      assertEquals(AuthEventType.USER_CREATED, received.type());

      AuthException refused =
          assertThrows(
              AuthException.class,
              () -> client.webhooks().receive(signed(STRANGE, event), bytes(event)));
      assertEquals(ErrorCode.WEBHOOK_REFUSED, refused.code());
    }
  }

  /** What one of them takes, the other takes as well. */
  @ParameterizedTest
  @EnumSource(Vendor.class)
  void bothJudgeTheSameHeadersAlike(Vendor vendor) throws Exception {
    WebhookEvent event = creation(vendor);
    String good = only(event, "svix-signature");
    Webhook library = new Webhook(service(vendor).webhookSecret());
    try (AuthClient client = client(vendor)) {
      for (String signatures :
          List.of(good, "v1,AAAA " + good, good + " v1a,AAAA", "v2," + good.substring(3), "v1,")) {
        Map<String, List<String>> headers = new HashMap<>(event.headers());
        headers.put("svix-signature", List.of(signatures));
        assertEquals(verified(library, event, headers), taken(client, event, headers), signatures);
      }
      Map<String, List<String>> standard = new HashMap<>();
      for (String name : List.of("id", "timestamp", "signature")) {
        standard.put("webhook-" + name, List.of(only(event, "svix-" + name)));
      }
      assertDoesNotThrow(() -> library.verify(event.body(), standard));
      assertEquals(event.id(), client.webhooks().receive(standard, bytes(event)).id());
    }
  }

  private static boolean verified(
      Webhook library, WebhookEvent event, Map<String, List<String>> headers) {
    try {
      library.verify(event.body(), headers);
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  private static boolean taken(
      AuthClient client, WebhookEvent event, Map<String, List<String>> headers) {
    try {
      return client.webhooks().receive(headers, bytes(event)).id().equals(event.id());
    } catch (AuthException e) {
      assertEquals(ErrorCode.WEBHOOK_REFUSED, e.code());
      return false;
    }
  }

  private WebhookEvent creation(Vendor vendor) {
    try (AuthClient client = client(vendor)) {
      EmailAddress email = EmailAddress.of("zoe@example.com");
      String unused =
          client
              .users()
              .create(NewUser.builder().email(email).displayName("Zo\u00eb \uD83C\uDF19").build())
              .id()
              .value();
    }
    return webhooks.await(vendor.eventName(AuthEventType.USER_CREATED));
  }

  private AuthClient client(Vendor vendor) {
    Map<String, String> settings = new HashMap<>(vendor.patientSettings(world));
    settings.put("keyway." + vendor.id() + ".webhook-secrets", service(vendor).webhookSecret());
    return AuthClient.builder(AuthConfig.of(settings)).clock(world.clock()).build();
  }

  private VendorService service(Vendor vendor) {
    return vendor == Vendor.STYTCH ? world.stytch() : world.stackAuth();
  }

  private Map<String, List<String>> signed(String secret, WebhookEvent event) throws Exception {
    long seconds = world.clock().now().getEpochSecond();
    String id = "msg_by_the_library";
    return Map.of(
        "svix-id",
        List.of(id),
        "svix-timestamp",
        List.of(Long.toString(seconds)),
        "svix-signature",
        List.of(new Webhook(secret).sign(id, seconds, event.body())));
  }

  private static byte[] bytes(WebhookEvent event) {
    return event.body().getBytes(UTF_8);
  }

  private static String only(WebhookEvent event, String header) {
    return event.headers().getOrDefault(header, List.of()).get(0);
  }

  /** A request that came. */
  private record Arrival(Map<String, List<String>> headers, String body) {
    @Override
    public String toString() {
      return "Arrival";
    }
  }
}
