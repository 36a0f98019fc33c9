package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.DeliveryOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** What the guides on testing and on webhooks print does what they say. */
@ExtendWith(EmulatorExtension.class)
class TestingGuideTest {

  private static final EmailAddress EMAIL = EmailAddress.of("alice@example.com");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  @TempDir static Path folder;
  private static GuideExamples examples;

  private final World world;

  TestingGuideTest(World world) {
    this.world = world;
  }

  @BeforeAll
  static void compile() throws Exception {
    examples = GuideExamples.compile(folder);
  }

  @Test
  @Runs("PasswordResetTest")
  void theTestPasses() throws Exception {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(examples.type("PasswordResetTest")))
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    assertEquals(List.of(), listener.getSummary().getFailures());
    assertEquals(1, listener.getSummary().getTestsSucceededCount());
  }

  @Test
  @Runs("LostResponse")
  void aLostResponse() throws Exception {
    try (AuthClient auth = client(Vendor.STACK_AUTH)) {
      examples.call("LostResponse", "aSignUpIsNotRepeated", auth, world);
    }
  }

  @Test
  @Runs("Trouble")
  void faults() throws Exception {
    examples.call("Trouble", "plant", world);
    try (AuthClient auth = client(Vendor.STYTCH)) {
      AuthException failed = assertThrows(AuthException.class, () -> auth.otps().sendEmail(EMAIL));
      assertEquals(502, failed.providerError().orElseThrow().httpStatus().orElseThrow());
      assertDoesNotThrow(() -> auth.otps().sendEmail(EMAIL), "once only");
    }
    List<Boolean> unavailable = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int status = post("/v1/sessions/authenticate", "{\"session_token\":\"none\"}").statusCode();
      unavailable.add(status == 503);
    }
    assertEquals(List.of(false, false, true, false, false, true), unavailable);
    DeliveryOptions options =
        DeliveryOptions.builder().callback(URI.create("http://localhost:3000/code")).build();
    try (AuthClient auth = client(Vendor.STACK_AUTH)) {
      for (int i = 0; i < 5; i++) {
        auth.otps().sendEmail(EMAIL, options);
      }
      AuthException failure =
          assertThrows(AuthException.class, () -> auth.otps().sendEmail(EMAIL, options));
      assertEquals(ErrorCode.RATE_LIMITED, failure.code());
    }
  }

  @Test
  @Runs("Trouble")
  void twoRequestsAtATime() throws Exception {
    URI signIn = world.stackAuth().baseUrl().resolve("/api/v1/auth/otp/sign-in");
    HttpRequest request =
        HttpRequest.newBuilder(signIn)
            .header("Content-Type", "application/json")
            .header("X-Stack-Access-Type", "server")
            .header("X-Stack-Project-Id", world.stackAuth().projectId())
            .header("X-Stack-Secret-Server-Key", world.stackAuth().secretServerKey())
            .POST(BodyPublishers.ofString("{\"code\":\"nobody-ever-got-this-code\"}"))
            .build();
    HttpClient http = HttpClient.newHttpClient();
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    Runnable twoRequests =
        () -> {
          for (int i = 0; i < 2; i++) {
            answers.add(
                http.sendAsync(request, BodyHandlers.ofString())
                    .thenApply(response -> response.statusCode() / 100));
          }
        };
    examples.call("Trouble", "race", world, twoRequests);
    assertEquals(List.of(4, 4), answers.stream().map(CompletableFuture::join).toList());
  }

  @Test
  @Runs("ManyEndings")
  void everyEndingBeginsAtTheCheckpoint() throws Exception {
    try (AuthClient auth = client(Vendor.STYTCH)) {
      Runnable signUp = () -> auth.passwords().signUp(EMAIL, PASSWORD);
      List<Integer> users = new ArrayList<>();
      Runnable ending =
          () -> {
            auth.passwords().signUp(EmailAddress.of("bob@example.com"), PASSWORD);
            users.add(world.accounts().list().size());
          };
      examples.call("ManyEndings", "tryAll", world, signUp, List.of(ending, ending));
      assertEquals(List.of(2, 2), users);
      assertEquals(1, world.accounts().list().size());
    }
  }

  @Test
  @Runs("MachineClaims")
  void aMachinesTokenHasTheTemplatesClaim() throws Exception {
    examples.call("MachineClaims", "of", world);
    String client =
        stytch(
            "/v1/m2m/clients",
            "{\"scopes\":[\"read:reports\"],\"trusted_metadata\":{\"tier\":\"gold\"}}");
    String token =
        stytch(
            "/v1/public/" + world.stytch().projectId() + "/oauth2/token",
            "{\"grant_type\":\"client_credentials\",\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
                .formatted(field(client, "client_id"), field(client, "client_secret")));
    String payload = field(token, "access_token").split("\\.", -1)[1];
    String claims = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    assertEquals("gold", field(claims, "tier"));
  }

  @Test
  @Runs("ForgedTokens")
  void forgedTokens() throws Exception {
    try (AuthClient auth = client(Vendor.STACK_AUTH)) {
      String id = auth.passwords().signUp(EMAIL, PASSWORD).orElseThrow().user().id().value();
      examples.call("ForgedTokens", "areRefused", auth, world, id);
    }
  }

  private AuthClient client(Vendor vendor) {
    return AuthClient.builder(AuthConfig.of(vendor.patientSettings(world)))
        .clock(world.clock())
        .build();
  }

  private String stytch(String path, String json) throws Exception {
    HttpResponse<String> response = post(path, json);
    assertEquals(200, response.statusCode(), response.body());
    return response.body();
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    byte[] credentials =
        (world.stytch().projectId() + ":" + world.stytch().secret())
            .getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(world.stytch().baseUrl().resolve(path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .POST(BodyPublishers.ofString(json))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static String field(String json, String name) {
    return json.replaceAll("(?s).*\"" + name + "\" ?: ?\"([^\"]*)\".*", "$1");
  }
}
