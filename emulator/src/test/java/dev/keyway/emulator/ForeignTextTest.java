package dev.keyway.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.internal.http.HostNames;
import dev.keyway.emulator.internal.json.Unicode;
import dev.keyway.emulator.internal.totp.OtpauthUri;
import dev.keyway.emulator.internal.totp.TotpAlgorithm;
import dev.keyway.emulator.internal.totp.TotpKey;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.emulator.seed.SeedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever a text from outside is: it is read as what it is, or refused in the way that is
 * documented. Seeded, so that a build that was green stays green.
 */
class ForeignTextTest {
  private static final String SEED =
      """
      version: 1
      worlds:
        - name: shop
          clock: {frozenAt: 2026-03-01T12:00:00Z}
          stackauth: {projectId: 11111111-1111-4111-8111-111111111111}
          stytch: {secret: "secret-test-known"}
          users:
            - emails: [{address: ada@example.com, verified: true}]
              password: {plain: correct horse battery staple}
              metadata: {userWritable: {a: [1, 2.5, true, null], "ü": "\\u2028"}}
      """;

  private static final HostNames NAMES =
      new HostNames(
          new EmulatorOptions(
              0,
              0,
              EmulatorOptions.DEFAULT_REQUEST_TIMEOUT,
              null,
              false,
              Set.of("auth.intern"),
              URI.create("http://keyway:5399"),
              null,
              Set.of(),
              null));

  @Property(tries = 1_000, seed = "1")
  void aSeedIsReadOrRefusedWithItsPlace(@ForAll("seeds") String text) {
    readsBackOrIsRefused(text);
  }

  @Property(tries = 300, seed = "2")
  void aSeedWithForeignTextInAFieldReadsBack(
      @ForAll("texts") String name, @ForAll("texts") String value) {
    readsBackOrIsRefused(
        """
        {"worlds":[{"name":%s,"users":[{"name":%s,"emails":[{"address":"ada@example.com"}]}]}]}"""
            .formatted(quoted(name), quoted(value)));
  }

  @Property(tries = 1_000, seed = "3")
  void anOtpauthUriIsReadOrRefused(@ForAll("otpauths") String text) {
    OtpauthUri read;
    try {
      read = OtpauthUri.parse(text);
    } catch (IllegalArgumentException e) {
      return;
    }
    // What is half a character has no form in a URI.
    if (Unicode.wellFormed(text).equals(text)) {
      assertEquals(read, OtpauthUri.parse(read.uri().toString()));
    }
    assertFalse(read.toString().contains(read.key().base32()), "the key is shown");
  }

  @Property(tries = 500, seed = "4")
  void anOtpauthUriReadsBack(
      @ForAll("labels") String issuer,
      @ForAll("labels") String account,
      @ForAll @Size(min = 1, max = 64) byte[] key,
      @ForAll TotpAlgorithm algorithm,
      @ForAll @IntRange(min = 6, max = 8) int digits,
      @ForAll @IntRange(min = 1, max = 300) int period) {
    OtpauthUri uri =
        new OtpauthUri(
            issuer, account, TotpKey.of(key), algorithm, digits, Duration.ofSeconds(period));
    assertEquals(uri, OtpauthUri.parse(uri.uri().toString()));
  }

  /** Whatever a browser may make of it: {@link URI} says whose page it is. */
  @Property(tries = 3_000, seed = "5")
  void noForeignOriginPassesForOneOfThisMachine(@ForAll("origins") String origin) {
    if (NAMES.knowOrigin(origin)) {
      String host = host(origin).orElseThrow(() -> new AssertionError("known: " + origin));
      assertTrue(
          host.equals("localhost")
              || host.endsWith(".localhost")
              || host.matches("127\\.\\d+\\.\\d+\\.\\d+")
              || host.equals("[::1]")
              || host.equals("auth.intern")
              || host.equals("keyway"),
          origin);
    }
  }

  private static void readsBackOrIsRefused(String text) {
    Seed seed;
    try {
      seed = Seed.parse(text, "text");
    } catch (SeedException e) {
      assertEquals("text", e.source());
      return;
    }
    assertEquals(seed, Seed.parse(seed.toYaml(), "yaml"));
    assertEquals(seed, Seed.parse(seed.toJson(), "json"));
  }

  private static Optional<String> host(String origin) {
    try {
      return Optional.ofNullable(new URI(origin).getHost()).map(h -> h.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> out.append(String.format(Locale.ROOT, "\\u%04x", c)));
    return out.append('"').toString();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        Arbitraries.strings().ascii().ofMaxLength(40),
        Arbitraries.strings()
            .withChars("\u0000\u0085\u2028\ufeff\ud800\udc00\t\r\n -:#&*!|>'\"%@`")
            .ofMaxLength(20),
        Arbitraries.of(
            "~", "null", "yes", "0x1F", "1e3", "2026-03-01", "- a", "? a", "---", "%YAML"));
  }

  @Provide
  Arbitrary<String> seeds() {
    Arbitrary<String> original = Arbitraries.of(SEED, example());
    Arbitrary<String> noise =
        Arbitraries.oneOf(
            texts(),
            Arbitraries.of(
                "\n", "\n  ", "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "<<: *a", "!!str ",
                "|\n", ">-\n", "# "));
    return original.flatMap(
        text ->
            Combinators.combine(
                    Arbitraries.integers().between(0, text.length()),
                    Arbitraries.integers().between(0, 12),
                    noise)
                .as(
                    (at, cut, put) ->
                        text.substring(0, at)
                            + put
                            + text.substring(Math.min(text.length(), at + cut))));
  }

  private static String example() {
    try {
      return Files.readString(
          Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."))
              .resolve("docs/examples/seed.yaml"),
          StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Provide
  Arbitrary<String> labels() {
    return Arbitraries.strings()
        .withChars("abcü: %+&=?#/\u0000@")
        .ofMaxLength(12)
        .map(String::strip);
  }

  @Provide
  Arbitrary<String> otpauths() {
    String genuine =
        OtpauthUri.of("Shop", "ada@example.com", TotpKey.ofBase32("JBSWY3DPEHPK3PXP"))
            .uri()
            .toString();
    Arbitrary<String> parameters =
        Arbitraries.of("secret", "issuer", "algorithm", "digits", "period", "SECRET", "")
            .flatMap(name -> texts().map(value -> name + "=" + value))
            .list()
            .ofMaxSize(4)
            .map(pairs -> String.join("&", pairs));
    return Arbitraries.oneOf(
        texts(),
        Arbitraries.integers()
            .between(0, genuine.length())
            .flatMap(
                at -> texts().map(put -> genuine.substring(0, at) + put + genuine.substring(at))),
        parameters.map((genuine + "&")::concat),
        parameters.map("otpauth://totp/a?"::concat));
  }

  @Provide
  Arbitrary<String> origins() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "http://",
                "https://",
                "HTTP://",
                "localhost",
                "127.0.0.1",
                "[::1]",
                "auth.intern",
                "keyway",
                "evil.example",
                "@",
                ".",
                ":",
                ":80",
                "/",
                "\\",
                "?",
                "#",
                "%00",
                " ",
                "null",
                "\u212a",
                "\uff0e"),
            texts());
    return piece
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(
            pieces ->
                Arbitraries.of("", "http://", "https://")
                    .map(scheme -> scheme + String.join("", pieces)));
  }

  /** What the properties above are about is met at all. */
  @Property(tries = 1)
  void genuineTextIsRead() {
    readsBackOrIsRefused(SEED);
    assertEquals("shop", Seed.parse(SEED, "s").worlds().get(0).name());
    assertTrue(NAMES.knowOrigin("http://localhost:3000"));
    assertTrue(NAMES.knowOrigin("https://auth.intern"));
  }
}
