package dev.keyway.emulator.device;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * What browsers insist on, and what they write. That the answers verify is tested with a server.
 */
class VirtualAuthenticatorTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final String ORIGIN = "https://app.example.com";
  private static final String CHALLENGE = "MDEyMzQ1Njc4OWFiY2RlZg";

  private final VirtualAuthenticator authenticator = VirtualAuthenticator.platform();

  @Test
  void aRegistrationLooksAsBrowsersWriteIt() throws Exception {
    JsonNode json = MAPPER.readTree(authenticator.create(creation(o -> {}), ORIGIN));

    assertEquals(
        List.of(
            "id", "rawId", "type", "authenticatorAttachment", "response", "clientExtensionResults"),
        names(json));
    assertEquals("public-key", json.get("type").textValue());
    assertEquals("platform", json.get("authenticatorAttachment").textValue());
    assertTrue(json.at("/clientExtensionResults/credProps/rk").booleanValue());
    JsonNode response = json.get("response");
    assertEquals("[\"internal\"]", response.get("transports").toString());
    assertEquals(-8, response.get("publicKeyAlgorithm").intValue());
    KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(decode(response.get("publicKey"))));
    assertEquals(
        "{\"type\":\"webauthn.create\",\"challenge\":\""
            + CHALLENGE
            + "\",\"origin\":\"https://app.example.com\",\"crossOrigin\":false}",
        new String(decode(response.get("clientDataJSON")), UTF_8));
    assertFalse(json.toString().contains("="), "padding");
  }

  @Test
  void anAssertionLooksAsBrowsersWriteIt() throws Exception {
    authenticator.create(creation(o -> {}), ORIGIN);
    JsonNode json = MAPPER.readTree(authenticator.get(request(o -> {}), ORIGIN));
    assertEquals(
        List.of("clientDataJSON", "authenticatorData", "signature", "userHandle"),
        names(json.get("response")));
    assertEquals("user-1", new String(decode(json.at("/response/userHandle")), UTF_8));
    // The hash of the relying party id, the flags, the counter: no extension, no key.
    assertEquals(37, decode(json.at("/response/authenticatorData")).length);
  }

  @Test
  void theFirstSupportedAlgorithmOfTheOptionsIsTaken() {
    VirtualAuthenticator es256 =
        VirtualAuthenticator.builder().algorithm(KeyAlgorithm.ES256).build();
    es256.create(creation(o -> {}), ORIGIN);
    assertEquals(KeyAlgorithm.ES256, es256.credentials().get(0).algorithm());
    refused(
        CeremonyException.Name.NOT_SUPPORTED_ERROR,
        () ->
            es256.create(
                creation(
                    o ->
                        o.putArray("pubKeyCredParams")
                            .addObject()
                            .put("type", "public-key")
                            .put("alg", -8)),
                ORIGIN));
  }

  @Test
  void theRelyingPartyIdMustBeTheHostOrARegistrableParent() {
    for (String allowed : List.of("app.example.com", "example.com")) {
      authenticator.create(creation(o -> rpId(o, allowed)), ORIGIN);
    }
    authenticator.create(creation(o -> ((ObjectNode) o.get("rp")).remove("id")), ORIGIN);
    for (String refused :
        List.of(
            "com",
            "evil.example",
            "pp.example.com",
            "www.app.example.com",
            "",
            "THIS_VALUE_WILL_BE_REPLACED.example.com")) {
      refused(
          CeremonyException.Name.SECURITY_ERROR,
          () -> authenticator.create(creation(o -> rpId(o, refused)), ORIGIN));
    }
    refused(
        CeremonyException.Name.SECURITY_ERROR,
        () -> authenticator.create(creation(o -> rpId(o, "localhost")), "https://app.localhost"));
    refused(
        CeremonyException.Name.SECURITY_ERROR,
        () -> authenticator.create(creation(o -> rpId(o, "co.uk")), "https://shop.example.co.uk"));
  }

  @Test
  void theOriginIsWrittenAsBrowsersDo() throws Exception {
    JsonNode json =
        MAPPER.readTree(
            authenticator.create(
                creation(o -> ((ObjectNode) o.get("rp")).remove("id")),
                "HTTPS://B\u00dcCHER.example:443"));
    String data = new String(decode(json.at("/response/clientDataJSON")), UTF_8);
    assertTrue(data.contains("\"origin\":\"https://xn--bcher-kva.example\""), data);
  }

  @Test
  void onlySecurePagesWithADomainHavePasskeys() {
    for (String secure :
        List.of(
            "https://example.com:8443",
            "http://localhost:3000",
            "http://app.localhost",
            "http://my_app.localhost:3000")) {
      authenticator.create(creation(o -> ((ObjectNode) o.get("rp")).remove("id")), secure);
    }
    for (String insecure :
        List.of(
            "http://example.com",
            "http://127.0.0.1:3000",
            "https://127.0.0.1",
            "https://[::1]",
            "https://example.com/",
            "https://user@example.com",
            "example.com",
            "file:///tmp/page",
            "not an origin")) {
      refused(
          CeremonyException.Name.SECURITY_ERROR,
          () ->
              authenticator.create(
                  creation(o -> ((ObjectNode) o.get("rp")).remove("id")), insecure));
    }
  }

  @Test
  void anExcludedCredentialOnTheDeviceStopsTheRegistration() {
    authenticator.create(creation(o -> {}), ORIGIN);
    String id = authenticator.credentials().get(0).id();
    String options = creation(o -> descriptor(o, "excludeCredentials", id));
    refused(
        CeremonyException.Name.INVALID_STATE_ERROR, () -> authenticator.create(options, ORIGIN));
    VirtualAuthenticator.platform().create(options, ORIGIN);
    authenticator.misbehaving(Misbehaviour.ignoredExclusion()).create(options, ORIGIN);
  }

  @Test
  void onlyAllowedCredentialsSignIn() throws Exception {
    authenticator.create(creation(o -> {}), ORIGIN);
    authenticator.create(creation(o -> user(o, "user-2")), ORIGIN);
    String first = authenticator.credentials().get(0).id();
    String second = authenticator.credentials().get(1).id();

    assertEquals(second, id(authenticator.get(request(o -> {}), ORIGIN)));
    assertEquals(first, id(authenticator.get(request(o -> {}), ORIGIN, first)));
    String onlyFirst = request(o -> descriptor(o, "allowCredentials", first));
    assertEquals(first, id(authenticator.get(onlyFirst, ORIGIN)));
    refused(
        CeremonyException.Name.NOT_ALLOWED_ERROR,
        () -> authenticator.get(onlyFirst, ORIGIN, second));
    assertEquals(
        second,
        id(authenticator.misbehaving(Misbehaviour.otherCredential(second)).get(onlyFirst, ORIGIN)));
  }

  @Test
  void aCredentialSignsInOnlyAtItsRelyingParty() {
    authenticator.create(creation(o -> {}), ORIGIN);
    refused(
        CeremonyException.Name.NOT_ALLOWED_ERROR,
        () -> authenticator.get(request(o -> o.put("rpId", "other.com")), "https://other.com"));
  }

  @Test
  void aSecondPasskeyOfOneAccountReplacesTheFirst() {
    authenticator.create(creation(o -> {}), ORIGIN);
    String first = authenticator.credentials().get(0).id();
    authenticator.create(creation(o -> {}), ORIGIN);
    assertEquals(1, authenticator.credentials().size());
    assertFalse(authenticator.credentials().get(0).id().equals(first));
  }

  @Test
  void aKeyWithoutStorageNeedsTheServerToNameItsCredential() throws Exception {
    VirtualAuthenticator plain =
        VirtualAuthenticator.builder()
            .residentKeys(false)
            .attachment(Attachment.CROSS_PLATFORM)
            .build();
    refused(
        CeremonyException.Name.NOT_ALLOWED_ERROR, () -> plain.create(creation(o -> {}), ORIGIN));
    plain.create(creation(o -> o.remove("authenticatorSelection")), ORIGIN);
    refused(CeremonyException.Name.NOT_ALLOWED_ERROR, () -> plain.get(request(o -> {}), ORIGIN));
    String id = plain.credentials().get(0).id();
    JsonNode json =
        MAPPER.readTree(plain.get(request(o -> descriptor(o, "allowCredentials", id)), ORIGIN));
    assertFalse(json.get("response").has("userHandle"));
  }

  @Test
  void whatTheDeviceCannotDoIsRefused() {
    VirtualAuthenticator unverifying = VirtualAuthenticator.builder().verifiesUser(false).build();
    refused(
        CeremonyException.Name.NOT_ALLOWED_ERROR,
        () ->
            unverifying.create(
                creation(o -> selection(o).put("userVerification", "required")), ORIGIN));
    refused(
        CeremonyException.Name.NOT_ALLOWED_ERROR,
        () ->
            authenticator.create(
                creation(o -> selection(o).put("authenticatorAttachment", "cross-platform")),
                ORIGIN));
    VirtualAuthenticator.securityKey()
        .create(
            creation(o -> selection(o).put("authenticatorAttachment", "cross-platform")), ORIGIN);
  }

  @Test
  void binaryOptionsMustBeBase64UrlWithoutPaddingUnlessToldOtherwise() {
    String plain = "+/+/MDEyMzQ1Njc4OWFiY2RlZg==";
    VirtualAuthenticator lenient = VirtualAuthenticator.builder().plainBase64(true).build();
    lenient.create(creation(o -> o.put("challenge", plain)), ORIGIN);
    for (String bad : List.of(plain, CHALLENGE + "==", "ä", "a b")) {
      refused(
          CeremonyException.Name.ENCODING_ERROR,
          () -> authenticator.create(creation(o -> o.put("challenge", bad)), ORIGIN));
    }
  }

  @Test
  void optionsThatABrowserCannotReadAreATypeError() {
    for (String bad : List.of("", "null", "[]", "{}", "{\"rp\":{}}", "{\"rp\":1}")) {
      refused(CeremonyException.Name.TYPE_ERROR, () -> authenticator.create(bad, ORIGIN));
    }
    refused(
        CeremonyException.Name.TYPE_ERROR,
        () -> authenticator.create(creation(o -> user(o, "x".repeat(65))), ORIGIN));
    refused(CeremonyException.Name.TYPE_ERROR, () -> authenticator.get("{}", ORIGIN));
  }

  @Test
  void anUnaskedAttestationIsStrippedIfItNamesTheModel() throws Exception {
    VirtualAuthenticator named =
        VirtualAuthenticator.builder()
            .attestation(AttestationFormat.PACKED_SELF)
            .aaguid(UUID.fromString("01020304-0506-0708-090a-0b0c0d0e0f10"))
            .build();
    assertEquals("none", format(named.create(creation(o -> {}), ORIGIN)));
    assertEquals(
        "packed", format(named.create(creation(o -> o.put("attestation", "direct")), ORIGIN)));
  }

  @Test
  void aSeededAuthenticatorRepeatsItself() throws Exception {
    for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
      assertEquals(seeded(algorithm), seeded(algorithm));
    }
  }

  @Test
  void aDeletedCredentialIsGone() {
    authenticator.create(creation(o -> {}), ORIGIN);
    String id = authenticator.credentials().get(0).id();
    assertTrue(authenticator.delete(id));
    assertFalse(authenticator.delete(id));
    refused(
        CeremonyException.Name.NOT_ALLOWED_ERROR,
        () -> authenticator.get(request(o -> {}), ORIGIN));
  }

  @Test
  void everyMisbehaviourHasItsName() {
    for (Misbehaviour way :
        List.of(
            Misbehaviour.wrongRpId("AA"),
            Misbehaviour.wrongOrigin("AA"),
            Misbehaviour.wrongChallenge(),
            Misbehaviour.wrongType(),
            Misbehaviour.crossOrigin(),
            Misbehaviour.counterGoingBack(),
            Misbehaviour.flippedSignatureBit(),
            Misbehaviour.anotherKey(),
            Misbehaviour.absentUser(),
            Misbehaviour.unverifiedUser(),
            Misbehaviour.otherUserHandle("AA"),
            Misbehaviour.otherCredential("AA"),
            Misbehaviour.ignoredExclusion(),
            Misbehaviour.truncated())) {
      assertEquals(way.name(), Misbehaviour.named(way.name(), "AA").name());
    }
    assertEquals("other-algorithm", Misbehaviour.named("other-algorithm", "rs256").name());
    assertThrows(IllegalArgumentException.class, () -> Misbehaviour.named("rudeness", ""));
  }

  private static String seeded(KeyAlgorithm algorithm) throws Exception {
    SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
    random.setSeed(42);
    VirtualAuthenticator seeded =
        VirtualAuthenticator.builder()
            .random(random)
            .algorithm(algorithm)
            .attestation(AttestationFormat.PACKED_SELF)
            .build();
    String registration = seeded.create(creation(o -> {}), ORIGIN);
    return registration + seeded.get(request(o -> {}), ORIGIN);
  }

  private static String creation(Consumer<ObjectNode> change) {
    ObjectNode json = MAPPER.createObjectNode();
    json.putObject("rp").put("id", "example.com").put("name", "Example");
    json.putObject("user").put("name", "jane@example.org").put("displayName", "Jane");
    user(json, "user-1");
    json.put("challenge", CHALLENGE);
    for (int algorithm : new int[] {-8, -7, -257}) {
      json.withArray("pubKeyCredParams")
          .addObject()
          .put("type", "public-key")
          .put("alg", algorithm);
    }
    selection(json).put("residentKey", "required").put("userVerification", "preferred");
    json.putObject("extensions").put("credProps", true);
    change.accept(json);
    return json.toString();
  }

  private static String request(Consumer<ObjectNode> change) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("challenge", CHALLENGE).put("rpId", "example.com");
    change.accept(json);
    return json.toString();
  }

  private static ObjectNode selection(ObjectNode options) {
    return options.withObject("/authenticatorSelection");
  }

  private static void rpId(ObjectNode options, String id) {
    options.withObject("/rp").put("id", id);
  }

  private static void user(ObjectNode options, String id) {
    options
        .withObject("/user")
        .put("id", Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(UTF_8)));
  }

  private static void descriptor(ObjectNode options, String list, String id) {
    options.withArray(list).addObject().put("type", "public-key").put("id", id);
  }

  private static List<String> names(JsonNode node) {
    return node.propertyStream().map(Map.Entry::getKey).toList();
  }

  private static String id(String json) throws Exception {
    return MAPPER.readTree(json).get("id").textValue();
  }

  private static byte[] decode(JsonNode node) {
    return Base64.getUrlDecoder().decode(node.textValue());
  }

  private static String format(String registration) throws Exception {
    byte[] object = decode(MAPPER.readTree(registration).at("/response/attestationObject"));
    return CBORObject.DecodeFromBytes(object).get("fmt").AsString();
  }

  private static void refused(CeremonyException.Name name, Executable ceremony) {
    assertEquals(name, assertThrows(CeremonyException.class, ceremony).name());
  }
}
