package dev.keyway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthProviderId;
import dev.keyway.OAuthSignIn;
import dev.keyway.conformance.Browser;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(EmulatorExtension.class)
class WireFixturesTest {

  private static final String SOCIAL_USER = "{socialUserId}";
  private static final URI CALLBACK = URI.create("http://localhost:3000/oauth");

  static Stream<Arguments> fixtures() {
    return Stream.of(Vendor.values())
        .flatMap(v -> WireFixture.of(v.id()).stream().map(f -> Arguments.of(v, f)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fixtures")
  void theEmulatorAnswersAsWritten(Vendor vendor, WireFixture written, World world)
      throws Exception {
    world.stackAuth().configure(settings -> settings.oauthProviders("google", "github"));
    String socialUser = "";
    try (AuthClient client = AuthClient.open(AuthConfig.of(vendor.patientSettings(world)))) {
      client.passwords().signUp(NeutralCalls.ADA, NeutralCalls.PASSWORD);
      if (written.names(SOCIAL_USER)) {
        socialUser = signedInBySocialAccount(client, vendor, world);
      }
    }
    WireFixture fixture = written.with(values(world, socialUser));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(origin(vendor, world).resolve(fixture.request().path()));
    credentials(vendor, world).forEach(request::header);
    fixture.request().headers().forEach(request::header);
    JsonNode body = fixture.request().body();
    if (body == null || body.isNull()) {
      request.method(fixture.request().method(), BodyPublishers.noBody());
    } else {
      request
          .header("content-type", "application/json")
          .method(fixture.request().method(), BodyPublishers.ofString(body.toString()));
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

    assertEquals(fixture.answer().status(), answer.statusCode());
    fixture
        .answer()
        .headers()
        .forEach(
            (name, value) -> assertEquals(value, answer.headers().firstValue(name).orElse("")));
    assertMatches(fixture.answer().body(), WireFixture.JSON.readTree(answer.body()), "answer");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fixtures")
  void theProviderSendsAndReadsAsWritten(Vendor vendor, WireFixture written, World world)
      throws Exception {
    WireFixture fixture = written.with(values(world, NeutralCalls.UUID));
    try (ScriptedVendor scripted = new ScriptedVendor(fixture.answer())) {
      Map<String, String> settings = vendor.patientSettings(world);
      settings.put("keyway." + vendor.id() + ".base-url", scripted.url().toString());
      try (AuthClient client = AuthClient.open(AuthConfig.of(settings))) {
        Consumer<AuthClient> call = NeutralCalls.BY_NAME.get(fixture.call());
        assertNotNull(call, () -> "no call named " + fixture.call());
        assertEquals(fixture.failure(), failure(call, client));
      }
      assertEquals(1, scripted.asked().size(), "one request is enough");
      assertAsked(fixture.request(), scripted.asked().get(0));
    }
  }

  private static void assertAsked(WireFixture.Request expected, ScriptedVendor.Asked asked)
      throws IOException {
    assertEquals(expected.method(), asked.method());
    assertEquals(expected.path(), asked.path());
    expected
        .headers()
        .forEach((name, value) -> assertEquals(value, asked.headers().getFirst(name), name));
    JsonNode body = expected.body();
    JsonNode sent = asked.json();
    if (body == null || body.isNull() || sent == null) {
      assertEquals(body == null || body.isNull() ? null : body, sent);
    } else {
      assertMatches(body, sent, "request");
    }
  }

  /** What a fixture can't know beforehand. */
  private static Map<String, String> values(World world, String socialUser) {
    return Map.of(
        "{projectId}",
        world.stackAuth().projectId(),
        "{publishableClientKey}",
        world.stackAuth().publishableClientKey(),
        SOCIAL_USER,
        socialUser);
  }

  private static String signedInBySocialAccount(AuthClient client, Vendor vendor, World world) {
    world.oauth().next(OAuthDecision.approve(SocialAccount.of("social@example.com")));
    OAuthAuthorization start = client.oauth().authorize(OAuthProviderId.GOOGLE, CALLBACK);
    URI home = origin(vendor, world);
    URI back = new Browser(home).open(start.location()).left(home).orElseThrow();
    OAuthSignIn end = client.oauth().exchange(back, start.handle());
    return end.result().orElseThrow().user().id().value();
  }

  private static @Nullable String failure(Consumer<AuthClient> call, AuthClient client) {
    try {
      call.accept(client);
      return null;
    } catch (AuthException e) {
      return e.code().name();
    }
  }

  private static URI origin(Vendor vendor, World world) {
    return vendor == Vendor.STYTCH ? world.stytch().baseUrl() : world.stackAuth().baseUrl();
  }

  private static Map<String, String> credentials(Vendor vendor, World world) {
    if (vendor == Vendor.STYTCH) {
      String pair = world.stytch().projectId() + ":" + world.stytch().secret();
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return Map.of("authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
    return Map.of(
        "x-stack-access-type", "server",
        "x-stack-project-id", world.stackAuth().projectId(),
        "x-stack-secret-server-key", world.stackAuth().secretServerKey());
  }

  private static void assertMatches(JsonNode expected, JsonNode actual, String where) {
    if (expected.isTextual() && expected.textValue().equals("{string}")) {
      assertTrue(actual.isTextual(), () -> where + " is no text but " + actual.getNodeType());
    } else if (expected.isObject()) {
      expected
          .fieldNames()
          .forEachRemaining(
              name -> assertMatches(expected.get(name), actual.path(name), where + "." + name));
      actual
          .fieldNames()
          .forEachRemaining(
              name -> assertTrue(expected.has(name), () -> where + " has the field " + name));
    } else {
      assertEquals(expected, actual, where);
    }
  }
}
