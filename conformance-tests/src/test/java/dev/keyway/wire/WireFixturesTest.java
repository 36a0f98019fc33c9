package dev.keyway.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.RenewalToken;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
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
import java.util.HashMap;
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

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final EmailAddress NOBODY = EmailAddress.of("nobody@example.com");
  private static final Secret PASSWORD = Secret.of("quiet harbour 74 lanterns");
  private static final Secret ANOTHER = Secret.of("another harbour 75 lanterns");
  private static final String UUID = "0b6f7c9e-2b0e-4c64-9a53-4b1d2a7c0f11";

  /** What each fixture's {@code call} names. */
  private static final Map<String, Consumer<AuthClient>> CALLS =
      Map.of(
          "signs in with a wrong password", c -> c.passwords().signIn(ADA, ANOTHER),
          "signs in with an unknown address", c -> c.passwords().signIn(NOBODY, ANOTHER),
          "signs up with a taken address", c -> c.passwords().signUp(ADA, ANOTHER),
          "refreshes an unknown session",
              c ->
                  c.sessions()
                      .refresh(RenewalToken.of("0123456789abcdefghjkmnpqrstvwxyz0123456789ab8")),
          "finds no user", c -> c.users().find(UserId.of(unknownUser(c))),
          "deletes no user", c -> c.users().delete(UserId.of(unknownUser(c))),
          "resets with an unknown link",
              c ->
                  c.passwords()
                      .finishReset(
                          URI.create(
                              "http://localhost:3000/reset"
                                  + "?code=0123456789abcdefghjkmnpqrstvwxyz0123456789ab8"),
                          ANOTHER),
          "signs in with an unknown link",
              c ->
                  c.magicLinks()
                      .authenticate(
                          URI.create(
                              "http://localhost:3000/authenticate?stytch_token_type=magic_links"
                                  + "&token=bm90LWEtdG9rZW4tdGhhdC13YXMtZXZlci1pc3N1ZWQ")));

  private static String unknownUser(AuthClient client) {
    return client.provider().equals("stytch") ? "user-test-" + UUID : UUID;
  }

  static Stream<Arguments> fixtures() {
    return Stream.of(Vendor.values())
        .flatMap(v -> WireFixture.of(v.id()).stream().map(f -> Arguments.of(v, f)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fixtures")
  void theEmulatorAnswersAsWritten(Vendor vendor, WireFixture fixture, World world)
      throws Exception {
    try (AuthClient client = AuthClient.open(AuthConfig.of(vendor.settings(world)))) {
      client.passwords().signUp(ADA, PASSWORD);
    }
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
  void theProviderSendsAndReadsAsWritten(Vendor vendor, WireFixture fixture, World world)
      throws Exception {
    try (ScriptedVendor scripted = new ScriptedVendor(fixture.answer())) {
      Map<String, String> settings = new HashMap<>(vendor.settings(world));
      settings.put("keyway." + vendor.id() + ".base-url", scripted.url().toString());
      try (AuthClient client = AuthClient.open(AuthConfig.of(settings))) {
        Consumer<AuthClient> call = CALLS.get(fixture.call());
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
    assertEquals(body == null || body.isNull() ? null : body, asked.json());
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
