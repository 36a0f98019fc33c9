package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.device.AttestationFormat;
import dev.keyway.emulator.device.KeyAlgorithm;
import dev.keyway.emulator.device.VirtualAuthenticator;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever is sent: an acceptance that is right, or a typed refusal that costs little. Seeded, so
 * that a build that was green stays green.
 */
class WebAuthnFuzzTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final RelyingPartyForTests PARTY = new RelyingPartyForTests();

  /** Many times what a real one costs, and far below what a lying length could ask for. */
  private static final long MOST_BYTES = 32_000_000;

  private static final Map<KeyAlgorithm, Signed> SIGNED = new ConcurrentHashMap<>();
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
          "transports",
          "clientExtensionResults");

  private final VirtualAuthenticator authenticator =
      VirtualAuthenticator.builder()
          .random(seeded())
          .algorithm(KeyAlgorithm.EDDSA)
          .attestation(AttestationFormat.PACKED_SELF)
          .build();
  private final String registration = PARTY.create(authenticator);
  private final StoredCredential stored = stored(registration);
  private final String assertion = PARTY.get(authenticator);

  @Property(tries = 300, seed = "1")
  void anyTextIsRefusedWithAReason(@ForAll String text) {
    assertThrows(WebAuthnRefusal.class, () -> PARTY.register(text));
    assertThrows(WebAuthnRefusal.class, () -> PARTY.authenticate(text, stored));
  }

  // The edge cases of a recursive arbitrary are more than anybody can wait for.
  @Property(tries = 300, seed = "2", edgeCases = EdgeCasesMode.NONE)
  void anyJsonIsRefusedWithAReason(@ForAll("json") JsonNode json) {
    assertThrows(WebAuthnRefusal.class, () -> PARTY.register(json.toString()));
    assertThrows(WebAuthnRefusal.class, () -> PARTY.authenticate(json.toString(), stored));
  }

  /** A change may hit what nobody signs or reads; what is not refused has to be such a one. */
  @Property(tries = 500, seed = "3")
  void aChangedTextIsTakenOrRefusedWithAReason(
      @ForAll boolean registering,
      @ForAll @IntRange(max = 999) int at,
      @ForAll @IntRange(max = 40) int cut,
      @ForAll("pieces") String put) {
    String honest = registering ? registration : assertion;
    int from = at * honest.length() / 1_000;
    int to = Math.min(honest.length(), from + cut);
    typed(registering, honest.substring(0, from) + put + honest.substring(to));
  }

  @Property(tries = 300, seed = "4")
  void changedBytesOfARegistrationAreRefusedWithAReason(@ForAll("edits") Edit edit)
      throws Exception {
    for (String part : List.of("clientDataJSON", "attestationObject")) {
      typed(true, changed(registration, part, edit));
    }
  }

  @Property(tries = 200, seed = "5")
  void changedBytesOfAnAssertionAreRefusedWithAReason(@ForAll("edits") Edit edit) throws Exception {
    for (String part : List.of("clientDataJSON", "authenticatorData", "signature", "userHandle")) {
      typed(false, changed(assertion, part, edit));
    }
  }

  @Property(tries = 300, seed = "6")
  void whatIsSignedIsNeverAcceptedChanged(@ForAll("edits") Edit edit) throws Exception {
    String attested = changed(registration, "attestationObject", edit);
    Assume.that(!attested.equals(registration));
    assertThrows(WebAuthnRefusal.class, () -> PARTY.register(attested));
    for (String part : List.of("clientDataJSON", "authenticatorData", "signature")) {
      String asserted = changed(assertion, part, edit);
      assertThrows(WebAuthnRefusal.class, () -> PARTY.authenticate(asserted, stored), part);
    }
  }

  @Property(tries = 200, seed = "9")
  void aChangedSignatureIsNeverAccepted(@ForAll KeyAlgorithm algorithm, @ForAll("edits") Edit edit)
      throws Exception {
    Signed signed = SIGNED.computeIfAbsent(algorithm, Signed::by);
    String changed = changed(signed.assertion(), "signature", edit);
    assertThrows(
        WebAuthnRefusal.class,
        () -> PARTY.authenticate(changed, signed.stored()),
        algorithm.name());
  }

  private record Signed(StoredCredential stored, String assertion) {
    static Signed by(KeyAlgorithm algorithm) {
      VirtualAuthenticator one =
          VirtualAuthenticator.builder().random(seeded()).algorithm(algorithm).build();
      return new Signed(WebAuthnFuzzTest.stored(PARTY.create(one)), PARTY.get(one));
    }
  }

  @Property(tries = 1_000, seed = "7")
  void anyCborIsRefusedAndAllocatesLittle(@ForAll("cbor") byte[] cbor) throws Exception {
    String forged = TestAttestation.changed(registration, honest -> cbor);
    long before = allocated();
    assertThrows(WebAuthnRefusal.class, () -> PARTY.register(forged));
    long bytes = allocated() - before;
    assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes allocated");
  }

  @Property(tries = 100, seed = "8")
  void noDepthIsTooMuch(
      @ForAll @IntRange(min = 1, max = 30_000) int depth, @ForAll("openings") String opening)
      throws Exception {
    assertThrows(WebAuthnRefusal.class, () -> PARTY.register(opening.repeat(depth)));
    byte[] nested = new byte[depth];
    Arrays.fill(nested, (byte) (opening.charAt(0) % 2 == 0 ? 0x81 : 0xc1));
    String forged = TestAttestation.changed(registration, honest -> nested);
    assertThrows(WebAuthnRefusal.class, () -> PARTY.register(forged));
  }

  /**
   * One change of some bytes.
   *
   * @param kind cut off, lengthened, inverted, or one bit flipped
   * @param at where, in thousandths
   * @param size how much
   */
  record Edit(Kind kind, int at, int size) {
    enum Kind {
      CUT,
      LENGTHEN,
      INVERT,
      FLIP
    }

    byte[] apply(byte[] honest) {
      byte[] bytes = honest.clone();
      int from = at * bytes.length / 1_000;
      switch (kind) {
        case CUT -> bytes = Arrays.copyOf(honest, from);
        case LENGTHEN -> bytes = Arrays.copyOf(honest, honest.length + size);
        case INVERT -> {
          for (int i = from; i < Math.min(bytes.length, from + size); i++) {
            bytes[i] = (byte) ~honest[i];
          }
        }
        case FLIP -> bytes[from] ^= (byte) (1 << (size % 8));
      }
      return bytes;
    }
  }

  @Provide
  Arbitrary<Edit> edits() {
    return Combinators.combine(
            Arbitraries.of(Edit.Kind.class),
            Arbitraries.integers().between(0, 999),
            Arbitraries.integers().between(1, 100))
        .as(Edit::new);
  }

  /** Heads of all kinds with true, false and huge lengths, names that are looked for, and noise. */
  @Provide
  Arbitrary<byte[]> cbor() {
    Arbitrary<byte[]> heads =
        Combinators.combine(
                Arbitraries.integers().between(0, 7),
                Arbitraries.of(0L, 1L, 2L, 3L, 23L, 24L, 255L, 65_536L, 0x7fffffffL, 1L << 62),
                Arbitraries.integers().between(0, 5))
            .as(WebAuthnFuzzTest::head);
    Arbitrary<byte[]> names =
        Arbitraries.of("fmt", "attStmt", "authData", "none", "packed", "sig", "alg", "x5c")
            .map(WebAuthnFuzzTest::text);
    Arbitrary<byte[]> noise = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
    return Arbitraries.frequencyOf(Tuple.of(3, heads), Tuple.of(3, names), Tuple.of(1, noise))
        .list()
        .ofMaxSize(20)
        .map(WebAuthnFuzzTest::joined);
  }

  private static byte[] head(int major, long length, int form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (form == 5) {
      out.write(major << 5 | 31);
    } else if (form == 0) {
      out.write(major << 5 | (int) (length % 24));
    } else {
      out.write(major << 5 | (23 + form));
      for (int shift = 8 * (1 << (form - 1)) - 8; shift >= 0; shift -= 8) {
        out.write((int) (length >>> shift));
      }
    }
    return out.toByteArray();
  }

  private static byte[] text(String value) {
    byte[] head = head(3, value.length(), 0);
    byte[] whole = Arrays.copyOf(head, head.length + value.length());
    for (int i = 0; i < value.length(); i++) {
      whole[head.length + i] = (byte) value.charAt(i);
    }
    return whole;
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    // Mostly a map of three, as an attestation object is one.
    out.write(parts.size() % 4 == 0 ? 0x80 : 0xa3);
    parts.forEach(out::writeBytes);
    return out.toByteArray();
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.oneOf(
        Arbitraries.of("", "\"", "{", "}", "[", "]", ":", ",", "\\u0000", "null", "=", "\u00e9"),
        Arbitraries.strings().ofMaxLength(20));
  }

  @Provide
  Arbitrary<String> openings() {
    return Arbitraries.of("[", "{\"a\":", "{\"response\":", "[[", "\"", "{\"id\":\"AAAA\",");
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
                .map(bytes -> make.textNode(Octets.of(bytes).base64Url())),
            Arbitraries.of("public-key", "AAAA").map(make::textNode),
            Arbitraries.doubles().map(make::numberNode),
            Arbitraries.of(true, false).map(make::booleanNode),
            Arbitraries.just(make.nullNode()));
    return Arbitraries.recursive(() -> leaves, WebAuthnFuzzTest::nested, 0, 3);
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

  private static String changed(String json, String part, Edit edit) throws Exception {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
    ObjectNode response = (ObjectNode) tree.get("response");
    byte[] honest = Octets.decode(response.get(part).textValue(), Base64Form.URL).bytes();
    response.put(part, Octets.of(edit.apply(honest)).base64Url());
    return tree.toString();
  }

  private void typed(boolean registering, String json) {
    try {
      assertNotNull(registering ? PARTY.register(json) : PARTY.authenticate(json, stored));
    } catch (WebAuthnRefusal e) {
      assertNotNull(e.reason(), "a refusal without a reason");
    }
  }

  private static StoredCredential stored(String registration) {
    try {
      return PARTY.register(registration).credential();
    } catch (WebAuthnRefusal e) {
      throw new IllegalStateException(e);
    }
  }

  private static SecureRandom seeded() {
    try {
      SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
      random.setSeed(1);
      return random;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
