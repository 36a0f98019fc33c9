package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import dev.keyway.emulator.device.AttestationFormat;
import dev.keyway.emulator.device.KeyAlgorithm;
import dev.keyway.emulator.device.VirtualAuthenticator;
import java.lang.management.ManagementFactory;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What no authenticator sends is refused with its reason, and costs nothing. */
class WebAuthnBadInputTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final RelyingPartyForTests party = new RelyingPartyForTests();
  private final VirtualAuthenticator authenticator =
      VirtualAuthenticator.builder()
          .random(seeded())
          .algorithm(KeyAlgorithm.EDDSA)
          .attestation(AttestationFormat.PACKED_SELF)
          .build();

  @Test
  void everyTruncationOfTheAttestationObjectIsRefused() throws Exception {
    String honest = party.create(authenticator);
    int length = RegistrationResponse.parse(honest, Base64Form.URL).attestationObject().length();
    for (int i = 0; i < length; i++) {
      int end = i;
      String cut = TestAttestation.changed(honest, bytes -> Arrays.copyOf(bytes, end));
      assertThrows(WebAuthnRefusal.class, () -> party.register(cut), "cut at " + i);
    }
  }

  @Test
  void lengthsThatLieAllocateNothingOfTheirSize() throws Exception {
    String honest = party.create(authenticator);
    List<byte[]> liars =
        List.of(
            // A byte string, a text, an array and a map of 2 GiB - 1 or 2^62 elements.
            bytes(0x5a, 0x7f, 0xff, 0xff, 0xff),
            bytes(0x7a, 0x7f, 0xff, 0xff, 0xff),
            bytes(0x9a, 0x7f, 0xff, 0xff, 0xff),
            bytes(0xba, 0x7f, 0xff, 0xff, 0xff),
            bytes(0x5b, 0x40, 0, 0, 0, 0, 0, 0, 0),
            bytes(0x9b, 0x40, 0, 0, 0, 0, 0, 0, 0),
            bytes(0xbb, 0x40, 0, 0, 0, 0, 0, 0, 0),
            // The same inside of a map, where the attestation object has its data.
            bytes(0xa1, 0x68, 'a', 'u', 't', 'h', 'D', 'a', 't', 'a', 0x5a, 0x7f, 0xff, 0xff, 0xff),
            // Nested arrays without an end, and tags upon tags.
            filled(20_000, 0x81),
            filled(20_000, 0x9f),
            filled(20_000, 0xc1));
    party.register(honest);
    for (byte[] liar : liars) {
      String json = TestAttestation.changed(honest, bytes -> liar);
      long before = allocated();
      refused(RefusalReason.MALFORMED_FIELD, () -> party.register(json));
      long bytes = allocated() - before;
      assertTrue(bytes < 32_000_000, () -> bytes + " bytes allocated");
    }
  }

  @Test
  void partsLargerThanAnyRealOneAreRefusedUnread() throws Exception {
    String honest = party.create(authenticator);
    String big = TestAttestation.changed(honest, bytes -> Arrays.copyOf(bytes, 33 * 1024));
    assertEquals(
        Optional.of(CredentialField.ATTESTATION_OBJECT),
        refused(RefusalReason.MALFORMED_FIELD, () -> party.register(big)).field());
    String huge = "{\"id\":\"" + "A".repeat(200_000) + "\"}";
    assertEquals(
        Optional.of(CredentialField.CREDENTIAL),
        refused(RefusalReason.MALFORMED_FIELD, () -> party.register(huge)).field());
  }

  @Test
  void partsOfTheLargestSizeAreRead() throws Exception {
    String honest = party.create(authenticator);
    String longest = honest + " ".repeat(128 * 1024 - honest.length());
    assertEquals(
        RelyingPartyForTests.CHALLENGE,
        RegistrationResponse.parse(longest, Base64Form.URL).challenge());
    refused(
        RefusalReason.MALFORMED_FIELD,
        () -> RegistrationResponse.parse(longest + " ", Base64Form.URL));
    String assertion = party.get(authenticator);
    AssertionResponse read = AssertionResponse.parse(handle(assertion, 64), Base64Form.URL);
    assertEquals(RelyingPartyForTests.CHALLENGE, read.challenge());
    assertEquals(RelyingPartyForTests.ORIGIN, read.origin());
    assertEquals(64, read.userHandle().orElseThrow().length());
    refused(
        RefusalReason.MALFORMED_FIELD,
        () -> AssertionResponse.parse(handle(assertion, 65), Base64Form.URL));
  }

  private static String handle(String assertion, int length) throws Exception {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(assertion);
    ((ObjectNode) tree.get("response")).put("userHandle", Octets.of(new byte[length]).base64Url());
    return tree.toString();
  }

  @Test
  void oddHintsOfTransportsAreLeftOut() throws Exception {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(party.create(authenticator));
    ArrayNode transports = ((ObjectNode) tree.get("response")).putArray("transports");
    transports.add(7).addNull().add("x".repeat(33)).add("y".repeat(32));
    assertEquals(
        Set.of("y".repeat(32)),
        RegistrationResponse.parse(tree.toString(), Base64Form.URL).transports());
    for (int i = 0; i < 20; i++) {
      transports.add("hint-" + i);
    }
    assertEquals(
        16, RegistrationResponse.parse(tree.toString(), Base64Form.URL).transports().size());
  }

  /** The library takes byte strings and numbers for names: others might read them differently. */
  @Test
  void namesThatAreNoTextAreRefusedAtEveryDepth() throws Exception {
    String honest = party.create(authenticator);
    party.register(honest);
    for (boolean nested : new boolean[] {false, true}) {
      for (Object name : new Object[] {7, new byte[] {1}}) {
        String odd =
            changed(
                honest,
                object ->
                    (nested ? object.get("attStmt") : object)
                        .Set(CBORObject.FromObject(name), CBORObject.FromObject("x")));
        assertEquals(
            Optional.of(CredentialField.ATTESTATION_OBJECT),
            refused(RefusalReason.MALFORMED_FIELD, () -> party.register(odd)).field());
      }
    }
  }

  @Test
  void anAttestationWithoutACredentialIsRefused() throws Exception {
    String bare =
        changed(
            party.create(authenticator),
            object -> {
              byte[] data = Arrays.copyOf(object.get("authData").GetByteString(), 37);
              data[32] &= ~0x40;
              object.Set("authData", CBORObject.FromObject(data));
            });
    assertEquals(
        Optional.of(CredentialField.ATTESTATION_OBJECT),
        refused(RefusalReason.MALFORMED_FIELD, () -> party.register(bare)).field());
  }

  private static String changed(String json, Consumer<CBORObject> change) throws Exception {
    return TestAttestation.changed(
        json,
        bytes -> {
          CBORObject object = CBORObject.DecodeFromBytes(bytes);
          change.accept(object);
          return object.EncodeToBytes();
        });
  }

  @Test
  void everyMissingPartIsNamed() throws Exception {
    String registration = party.create(authenticator);
    missing(registration, "id", CredentialField.ID);
    missing(registration, "rawId", CredentialField.RAW_ID);
    missing(registration, "type", CredentialField.TYPE);
    missing(registration, "response", CredentialField.RESPONSE);
    missing(registration, "response/clientDataJSON", CredentialField.CLIENT_DATA_JSON);
    missing(registration, "response/attestationObject", CredentialField.ATTESTATION_OBJECT);
    String assertion = party.get(authenticator);
    missing(assertion, "response/signature", CredentialField.SIGNATURE);
    missing(assertion, "response/authenticatorData", CredentialField.AUTHENTICATOR_DATA);
  }

  @Test
  void whatIsNotACredentialIsMalformed() {
    String nested = "[".repeat(50_000);
    for (String bad :
        List.of("", "null", "[]", "1", "\"\"", "{", "{} {}", nested, "{\"a\":1,\"a\":2}")) {
      refused(RefusalReason.MALFORMED_FIELD, () -> party.register(bad));
    }
  }

  @Test
  void plainBase64IsReadOnlyWhereItIsAllowed() throws Exception {
    String honest = party.create(authenticator);
    String plain = inPlainBase64(honest);
    refused(RefusalReason.MALFORMED_FIELD, () -> RegistrationResponse.parse(plain, Base64Form.URL));
    RegistrationResponse response = RegistrationResponse.parse(plain, Base64Form.ANY);
    assertEquals(RelyingPartyForTests.CHALLENGE, response.challenge());
    assertEquals(RelyingPartyForTests.ORIGIN, response.origin());
  }

  @Test
  void aKeyThatMakesNoSenseIsRefusedAtRegistration() throws Exception {
    VirtualAuthenticator silent =
        VirtualAuthenticator.builder().algorithm(KeyAlgorithm.ES256).build();
    String honest = party.create(silent);
    // The last 32 bytes are the y coordinate; one byte shorter is no coordinate.
    String odd =
        TestAttestation.changed(
            honest,
            bytes -> {
              CBORObject object = CBORObject.DecodeFromBytes(bytes);
              byte[] data = object.get("authData").GetByteString();
              byte[] shorter = Arrays.copyOf(data, data.length - 1);
              shorter[shorter.length - 32] = 31;
              object.Set("authData", CBORObject.FromObject(shorter));
              return object.EncodeToBytes();
            });
    assertThrows(WebAuthnRefusal.class, () -> party.register(odd));
  }

  private void missing(String json, String path, CredentialField field) throws Exception {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
    String name = path.substring(path.indexOf('/') + 1);
    boolean registration = tree.path("response").has("attestationObject");
    ObjectNode parent = path.equals(name) ? tree : (ObjectNode) tree.get("response");
    parent.remove(name);
    String without = tree.toString();
    WebAuthnRefusal refusal =
        refused(
            RefusalReason.MISSING_FIELD,
            () -> {
              if (registration) {
                RegistrationResponse.parse(without, Base64Form.URL);
              } else {
                AssertionResponse.parse(without, Base64Form.URL);
              }
            });
    assertEquals(Optional.of(field), refusal.field());
  }

  private static String inPlainBase64(String json) throws Exception {
    ObjectNode tree = (ObjectNode) MAPPER.readTree(json);
    ObjectNode response = (ObjectNode) tree.get("response");
    // Four bytes whose plain form needs both characters that the URL-safe form lacks.
    String id = Octets.of(bytes(0xfb, 0xff, 0xfe, 0xff)).base64();
    tree.put("id", id).put("rawId", id);
    for (String name : List.of("clientDataJSON", "attestationObject")) {
      response.put(name, Octets.decode(response.get(name).textValue(), Base64Form.URL).base64());
    }
    return tree.toString();
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

  private static WebAuthnRefusal refused(RefusalReason reason, Executable ceremony) {
    WebAuthnRefusal refusal = assertThrows(WebAuthnRefusal.class, ceremony);
    assertEquals(reason, refusal.reason());
    return refusal;
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
