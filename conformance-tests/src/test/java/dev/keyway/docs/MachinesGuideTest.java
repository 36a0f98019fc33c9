package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.EmailAddress;
import dev.keyway.MachineCredential;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide on machines: a program gets a credential, and the endpoint takes it until revoked. */
@ExtendWith(EmulatorExtension.class)
class MachinesGuideTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Vendor.class)
  @Runs({"MachineDesk", "ImportEndpoint"})
  void aProgramIsLetIn(Vendor vendor, World world) throws Exception {
    if (vendor == Vendor.STACK_AUTH) {
      world.stackAuth().configure(project -> project.allowUserApiKeys(true));
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (AuthClient auth =
        AuthClient.builder(AuthConfig.of(vendor.patientSettings(world)))
            .clock(world.clock())
            .build()) {
      GuideExamples examples = GuideExamples.compile(folder);
      Object endpoint = examples.create("ImportEndpoint", auth);
      server.createContext("/", exchange -> handle(endpoint, exchange));
      server.start();
      URI target = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
      UserId owner =
          auth.passwords()
              .signUp(
                  EmailAddress.of("alice@example.com"), Secret.of("my horse reads maps at noon"))
              .orElseThrow()
              .user()
              .id();

      Object desk = examples.create("MachineDesk", auth);
      MachineCredential made =
          (MachineCredential) GuideExamples.callOn(desk, "make", "Import", owner);
      Secret presented =
          (Secret) GuideExamples.callOn(desk, "presented", made.machine().id(), made.secret());

      HttpResponse<String> taken = get(target, presented.reveal());
      assertEquals(200, taken.statusCode(), taken.body());
      assertEquals("hello, " + made.machine().id().value(), taken.body());
      assertEquals(401, get(target, "").statusCode());
      assertEquals(401, get(target, presented.reveal() + "x").statusCode());
    } finally {
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

  private static HttpResponse<String> get(URI target, String credential) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(target);
    if (!credential.isEmpty()) {
      request.header("authorization", "Bearer " + credential);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
