package dev.keyway.providers.webauthn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever a browser, or somebody in its place, gives: it is taken, or refused with one of two
 * codes. Seeded, so that a build that was green stays green.
 */
class BrowserCredentialFuzzTest {

  private static final String CHALLENGE = "Y2hhbGxlbmdl";
  private static final Set<ErrorCode> REFUSALS =
      EnumSet.of(ErrorCode.INVALID_ARGUMENT, ErrorCode.PASSKEY_REFUSED);
  private static final List<String> NAMES =
      List.of(
          "id",
          "rawId",
          "type",
          "response",
          "clientDataJSON",
          "attestationObject",
          "authenticatorData",
          "signature",
          "userHandle",
          "challenge");

  @Property(tries = 500, seed = "1")
  void anyTextIsTakenOrRefused(@ForAll String text, @ForAll Base64Form form) {
    typed(text, form);
  }

  // The edge cases of a recursive arbitrary are more than anybody can wait for.
  @Property(tries = 300, seed = "2", edgeCases = EdgeCasesMode.NONE)
  void anyJsonIsTakenOrRefused(@ForAll("json") JsonNode json, @ForAll Base64Form form) {
    typed(json.toString(), form);
  }

  @Property(tries = 1_000, seed = "3")
  void anythingCutOutOrPutInIsTakenOrRefused(
      @ForAll boolean registration,
      @ForAll @IntRange(max = 999) int at,
      @ForAll @IntRange(max = 40) int cut,
      @ForAll("pieces") String put,
      @ForAll Base64Form form) {
    String honest =
        registration
            ? Browsers.created(CHALLENGE)
            : Browsers.asserted(CHALLENGE, "app.example.org", "jane");
    int from = at * honest.length() / 1_000;
    int to = Math.min(honest.length(), from + cut);
    typed(honest.substring(0, from) + put + honest.substring(to), form);
  }

  @Property(tries = 300, seed = "4")
  void anyClientDataAreTakenOrRefused(@ForAll byte[] clientData) {
    typed(Browsers.withClientData(clientData), Base64Form.UNPADDED);
  }

  @Property(tries = 50, seed = "5")
  void noDepthAndNoLengthIsTooMuch(
      @ForAll @IntRange(min = 33, max = 60_000) int depth, @ForAll("openings") String opening) {
    typed(opening.repeat(depth), Base64Form.UNPADDED);
    typed(Browsers.withClientData(opening.repeat(Math.min(depth, 5_000))), Base64Form.UNPADDED);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "\"", "{", "}", "[", "]", ":", ",", "\\u0000", "null", "=", "\u00e9"),
        Arbitraries.strings().ofMaxLength(20));
  }

  @Provide
  Arbitrary<String> openings() {
    return Arbitraries.of("[", "{\"a\":", "{\"response\":", "[[", "\"", "{\"id\":\"YWI\",", " ");
  }

  @Provide
  Arbitrary<JsonNode> json() {
    JsonNodeFactory make = JsonNodeFactory.instance;
    Arbitrary<JsonNode> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(30).map(make::textNode),
            Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(50)
                .map(bytes -> make.textNode(Browsers.base64url(bytes))),
            Arbitraries.of("public-key", "webauthn.get", "webauthn.create", CHALLENGE)
                .map(make::textNode),
            Arbitraries.doubles().map(make::numberNode),
            Arbitraries.of(true, false).map(make::booleanNode),
            Arbitraries.just(make.nullNode()));
    return Arbitraries.recursive(() -> leaves, BrowserCredentialFuzzTest::nested, 0, 3);
  }

  private static Arbitrary<JsonNode> nested(Arbitrary<JsonNode> inner) {
    JsonNodeFactory make = JsonNodeFactory.instance;
    Arbitrary<String> names =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.of(NAMES)), Tuple.of(1, Arbitraries.strings().ofMaxLength(5)));
    return Arbitraries.frequencyOf(
        Tuple.of(
            4,
            Arbitraries.maps(names, inner)
                .ofMaxSize(9)
                .map((Map<String, JsonNode> members) -> make.objectNode().setAll(members))),
        Tuple.of(
            1,
            inner
                .list()
                .ofMaxSize(4)
                .map((List<JsonNode> items) -> make.arrayNode().addAll(items))));
  }

  private static void typed(String json, Base64Form form) {
    typed(
        () -> {
          BrowserCredential created = BrowserCredential.created(json, form);
          created.json();
          created.requireMadeFor("webauthn.create", CHALLENGE);
        });
    typed(
        () -> {
          BrowserCredential asserted = BrowserCredential.asserted(json, form);
          asserted.json();
          asserted.requireUser("jane");
          asserted.requireRelyingParty("app.example.org");
          asserted.requireMadeFor("webauthn.get", CHALLENGE);
        });
  }

  private static void typed(Runnable reading) {
    try {
      reading.run();
    } catch (AuthException e) {
      assertTrue(REFUSALS.contains(e.code()), e::toString);
    }
  }
}
