package dev.keyway.providers.jwt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a key set is: it is read, perhaps without a key, or refused as the provider's fault. */
class KeySetTextTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Property(tries = 500, seed = "1")
  void anyTextIsReadOrRefused(@ForAll String text, @ForAll JwtAlgorithm algorithm) {
    read(text, algorithm);
  }

  @Property(tries = 2_000, seed = "2")
  void anyKeyIsUsedOrLeftOut(@ForAll("keys") String key, @ForAll JwtAlgorithm algorithm) {
    read("{\"keys\":[" + key + "]}", algorithm);
  }

  @Provide
  Arbitrary<String> keys() {
    Arbitrary<String> value =
        Arbitraries.of(
            "null",
            "1",
            "true",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "\"RSA\"",
            "\"EC\"",
            "\"P-256\"",
            "\"sig\"",
            "\"ES256\"",
            "\"RS256\"",
            "\"AQAB\"",
            "\"AA\"",
            "\"%%\"",
            "1e400",
            "\"" + "A".repeat(43) + "\"",
            "\"" + "_".repeat(342) + "\"",
            "[\"verify\"]",
            "[1]");
    Arbitrary<String> field =
        Combinators.combine(
                Arbitraries.of(
                    "kty", "kid", "use", "alg", "key_ops", "crv", "x", "y", "n", "e", "d", "x5c",
                    "x5t", "exp", "iat", "nbf", "k", "oth"),
                value)
            .as((name, text) -> "\"" + name + "\":" + text);
    return field
        .list()
        .uniqueElements(text -> text.split(":", 2)[0])
        .ofMaxSize(12)
        .map(fields -> "{" + String.join(",", fields) + "}");
  }

  private static void read(String json, JwtAlgorithm algorithm) {
    try {
      KeySet.parse(json, algorithm, NOW, null).find("kid");
    } catch (AuthException e) {
      assertEquals(ErrorCode.INVALID_RESPONSE, e.code());
    }
  }
}
