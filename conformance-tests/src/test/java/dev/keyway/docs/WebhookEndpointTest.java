package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthEventType;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The endpoint that the guide on webhooks prints takes what the emulator delivers, and no more. */
@ExtendWith(EmulatorExtension.class)
class WebhookEndpointTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Vendor.class)
  @Runs("WebhookEndpoint")
  void signedEventsAreTakenAndOthersRefused(Vendor vendor, World world) throws Exception {
    try (AuthClient auth = client(vendor, world);
        Endpoint endpoint = new Endpoint(GuideExamples.compile(folder), auth)) {
      auth.passwords()
          .signUp(EmailAddress.of("alice@example.com"), Secret.of("my horse reads maps at noon"));
      WebhookEvent created = world.webhooks().await(vendor.eventName(AuthEventType.USER_CREATED));
      assertEquals(200, post(endpoint.url(), created, created.body()));
      assertEquals(200, post(endpoint.url(), created, created.body()), "a second time");
      assertEquals(400, post(endpoint.url(), created, created.body() + " "));
    }
  }

  @ParameterizedTest
  @EnumSource(Vendor.class)
  @Runs("LostWebhookAnswer")
  void whatWasNotAnsweredComesAgain(Vendor vendor, World world) throws Exception {
    GuideExamples examples = GuideExamples.compile(folder);
    try (AuthClient auth = client(vendor, world);
        Endpoint endpoint = new Endpoint(examples, auth)) {
      examples.call(
          "LostWebhookAnswer",
          "anEventThatComesAgain",
          auth,
          world,
          endpoint.url(),
          vendor.eventName(AuthEventType.USER_CREATED));
      assertEquals(2, endpoint.requests.get());
    }
  }

  private static AuthClient client(Vendor vendor, World world) {
    VendorService service = vendor == Vendor.STYTCH ? world.stytch() : world.stackAuth();
    Map<String, String> settings = new HashMap<>(service.configuration());
    settings.put("keyway.timeout", "PT5M");
    return AuthClient.builder(AuthConfig.of(settings)).clock(world.clock()).build();
  }

  /** The guide's endpoint on a server. */
  private static final class Endpoint implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    Endpoint(GuideExamples examples, AuthClient auth) throws Exception {
      Object endpoint = examples.create("WebhookEndpoint", auth);
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          exchange -> {
            requests.incrementAndGet();
            handle(endpoint, exchange);
          });
      server.start();
    }

    URI url() {
      return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }

  private static void handle(Object endpoint, HttpExchange exchange) throws IOException {
    try {
      GuideExamples.callOn(endpoint, "handle", exchange);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static int post(URI target, WebhookEvent event, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target).POST(BodyPublishers.ofString(body));
    event.headers().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).statusCode();
  }
}
