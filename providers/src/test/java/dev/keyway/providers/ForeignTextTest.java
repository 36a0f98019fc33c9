package dev.keyway.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ChallengeHandle;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OneTimeCode;
import dev.keyway.PageCursor;
import dev.keyway.PhoneNumber;
import dev.keyway.Secret;
import dev.keyway.providers.flow.CallbackParameters;
import dev.keyway.providers.flow.UriHost;
import dev.keyway.providers.flow.UriQuery;
import dev.keyway.providers.handle.Handles;
import dev.keyway.providers.webhook.Signatures;
import dev.keyway.providers.webhook.WebhookSecrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/**
 * Whatever a text from outside is: it is read, or refused with the code that is documented. Seeded,
 * so that a build that was green stays green.
 */
class ForeignTextTest {

  private static final TestClock CLOCK = new TestClock();
  private static final Handles HANDLES =
      Handles.of(
          TestContext.of(Map.of(), CLOCK),
          "test",
          "project",
          Secret.of("a-secret-of-32-characters-x"));

  @Property(tries = 1_000, seed = "1")
  void anEmailAddressReadsAsItself(@ForAll("emails") String text) {
    read(Set.of(ErrorCode.INVALID_ARGUMENT), () -> EmailAddress.of(text))
        .ifPresent(
            address -> {
              assertEquals(address, EmailAddress.of(address.value()));
              assertEquals(address.value(), EmailAddress.of(address.value()).value());
            });
  }

  @Property(tries = 1_000, seed = "2")
  void aPhoneNumberReadsAsItself(@ForAll("numbers") String text) {
    read(Set.of(ErrorCode.INVALID_ARGUMENT), () -> PhoneNumber.of(text))
        .ifPresent(number -> assertEquals(number.value(), PhoneNumber.of(number.value()).value()));
  }

  @Property(tries = 1_000, seed = "3")
  void aPastedCodeIsCompactOnce(@ForAll("texts") String text) {
    read(Set.of(ErrorCode.INVALID_ARGUMENT), () -> OneTimeCode.of(text))
        .map(OneTimeCode::compact)
        .ifPresent(code -> assertEquals(code, code.compact()));
  }

  @Property(tries = 500, seed = "4")
  void aPageCursorReadsAsItself(@ForAll("texts") String text) {
    read(Set.of(ErrorCode.INVALID_ARGUMENT), () -> PageCursor.of(text))
        .ifPresent(cursor -> assertEquals(cursor, PageCursor.of(cursor.value())));
  }

  @Property(tries = 1_000, seed = "5")
  void aHandleThatIsNotOneIsRefusedWithoutShowingIt(@ForAll("handles") String text) {
    Set<ErrorCode> refusals = Set.of(ErrorCode.INVALID_ARGUMENT, ErrorCode.CHALLENGE_INVALID);
    try {
      HANDLES.open(ChallengeHandle.of(text), "kind");
    } catch (AuthException e) {
      assertTrue(refusals.contains(e.code()), e::toString);
      assertFalse(text.length() > 20 && e.toString().contains(text), "the handle is shown");
    }
  }

  @Property(tries = 500, seed = "6")
  void whatIsSealedIsFoundAgain(
      @ForAll @Size(max = 5) Map<@StringLength(min = 1, max = 10) String, String> fields) {
    read(
            Set.of(ErrorCode.INVALID_RESPONSE),
            () -> HANDLES.seal("kind", CLOCK.instant().plusSeconds(60), fields))
        .map(handle -> HANDLES.open(handle, "kind"))
        .ifPresent(
            opened ->
                fields.forEach(
                    (name, value) -> {
                      // Halves of a surrogate pair have no UTF-8.
                      if (wellFormed(name) && wellFormed(value)) {
                        assertEquals(value, opened.get(name));
                      }
                    }));
  }

  @Property(tries = 1_000, seed = "7")
  void aCallbackIsReadOrRefused(@ForAll("queries") String query) {
    uri("https://app.example.org/back?" + query)
        .ifPresent(
            callback ->
                read(
                    Set.of(ErrorCode.CALLBACK_INVALID),
                    () -> {
                      CallbackParameters parameters = CallbackParameters.of(callback);
                      parameters.optional("code");
                      return parameters.required("state");
                    }));
  }

  @Property(tries = 1_000, seed = "8")
  void aParameterThatIsAppendedIsReadAsItWas(@ForAll("texts") String value) {
    // A blank one counts as absent, and so does nothing else.
    if (!wellFormed(value) || value.isBlank() || value.length() > 1_000) {
      return;
    }
    URI uri =
        UriQuery.append(URI.create("https://app.example.org/back?a=b"), Map.of("state", value));
    assertEquals(value, CallbackParameters.of(uri).required("state"));
  }

  @Property(tries = 1_000, seed = "9")
  void aHostIsReadOrRefused(@ForAll("texts") String host, @ForAll @IntRange(max = 99999) int port) {
    uri("https://" + host + ":" + port + "/")
        .ifPresent(uri -> read(Set.of(ErrorCode.INVALID_ARGUMENT), () -> UriHost.of(uri)));
  }

  @Property(tries = 1_000, seed = "10")
  void webhookHeadersAreRefused(
      @ForAll("texts") String id,
      @ForAll("stamps") String timestamp,
      @ForAll("signatures") String signature) {
    Signatures signatures =
        new Signatures(
            new WebhookSecrets(
                "keyway.x.webhook-secrets",
                List.of(Secret.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))),
            CLOCK);
    Map<String, List<String>> headers =
        Map.of(
            "svix-id", List.of(id),
            "svix-timestamp", List.of(timestamp),
            "svix-signature", List.of(signature));
    assertEquals(
        Optional.empty(),
        read(Set.of(ErrorCode.WEBHOOK_REFUSED), () -> signatures.verify(headers, new byte[] {1})));
  }

  @Property(tries = 1_000, seed = "11")
  void aSettingIsReadOrRefusedByName(
      @ForAll("settings") String name, @ForAll("texts") String value) {
    read(
        Set.of(ErrorCode.CONFIGURATION_INVALID),
        () -> {
          AuthConfig config = AuthConfig.of(Map.of("keyway.provider", "test", name, value));
          config.handleKeys();
          return config.timeout();
        });
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        Arbitraries.strings().ascii().ofMaxLength(60),
        Arbitraries.strings()
            .withChars("\u0000\u200b\u00a0\ud800\udc00\u0660\uff11 -._%")
            .ofMaxLength(20),
        Arbitraries.strings().numeric().ofMaxLength(12),
        Arbitraries.integers().between(1, 60_000).map("("::repeat));
  }

  @Provide
  Arbitrary<String> emails() {
    Arbitrary<String> part =
        Arbitraries.oneOf(
            texts(),
            Arbitraries.of("ada", "b\u00fccher.example", "xn--bcher-kva.example", "EXAMPLE.org"));
    return part.flatMap(local -> part.map(domain -> local + "@" + domain));
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.oneOf(
        texts(),
        Arbitraries.strings()
            .withChars("0123456789 ()-+\u0661\uff12")
            .ofMaxLength(20)
            .map("+"::concat));
  }

  @Provide
  Arbitrary<String> handles() {
    String genuine =
        HANDLES.seal("kind", CLOCK.instant().plusSeconds(60), Map.of("a", "b")).reveal();
    Arbitrary<String> cut =
        Arbitraries.integers()
            .between(0, genuine.length() - 1)
            .flatMap(
                at ->
                    texts().map(put -> genuine.substring(0, at) + put + genuine.substring(at + 1)));
    return Arbitraries.oneOf(texts(), texts().map("v1.test.kind."::concat), cut);
  }

  @Provide
  Arbitrary<String> queries() {
    return Arbitraries.strings()
        .withChars("abcdstecodateerror=&%+;#0123456789ABCDEFabcdef")
        .ofMaxLength(200);
  }

  @Provide
  Arbitrary<String> stamps() {
    return Arbitraries.oneOf(
        texts(), Arbitraries.just(Long.toString(CLOCK.instant().getEpochSecond())));
  }

  @Provide
  Arbitrary<String> signatures() {
    return Arbitraries.oneOf(
        texts(), texts().map("v1,"::concat), texts().map("v1,AAAA v1,"::concat));
  }

  @Provide
  Arbitrary<String> settings() {
    return Arbitraries.of(
        "keyway.timeout",
        "keyway.clock-skew",
        "keyway.callback-url",
        "keyway.relying-party-id",
        "keyway.handle-keys",
        "keyway.proxy-url",
        "keyway.max-key-age");
  }

  private static <T> Optional<T> read(Set<ErrorCode> refusals, Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (AuthException e) {
      assertTrue(refusals.contains(e.code()), e::toString);
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }
}
