package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples that the standard publishes.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-test-vectors">WebAuthn Level 3, test
 *     vectors</a>
 */
class WebAuthnVectorsTest {
  private static final OriginRule ORIGINS =
      OriginRule.exactly("example.org", Set.of("https://example.org"));

  private final WebAuthnVerifier verifier = new WebAuthnVerifier();

  @ParameterizedTest
  @MethodSource("vectors")
  void thePublishedCeremoniesVerify(Vector vector) throws Exception {
    VerifiedRegistration registered =
        verifier.register(
            RegistrationResponse.parse(vector.registration(), Base64Form.URL),
            RegistrationExpectation.of(
                hex(vector.registrationChallenge), ORIGINS, RelyingPartyForTests.USER));
    assertEquals(vector.format, registered.attestationFormat());
    assertEquals(UUID.fromString(vector.aaguid), registered.credential().aaguid());
    assertEquals(-7, registered.credential().algorithm());

    VerifiedAssertion assertion =
        verifier.authenticate(
            AssertionResponse.parse(vector.assertion(), Base64Form.URL),
            registered.credential(),
            AssertionExpectation.of(hex(vector.assertionChallenge), ORIGINS));
    assertEquals(hex(vector.id), assertion.credential().id());
  }

  private static Octets hex(String hex) {
    return Octets.of(HexFormat.of().parseHex(hex));
  }

  static Stream<Vector> vectors() {
    return Stream.of(
        new Vector(
            "none",
            "00c30fb78531c464d2b6771dab8d7b603c01162f2fa486bea70f283ae556e130",
            "f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4",
            "8446ccb9-ab1d-b374-750b-2367ff6f3a1f",
            "7b2274797065223a22776562617574686e2e637265617465222c226368616c6c656e6765223a22"
                + "414d4d507434557878475453746e63647134313759447742466938767049612d7077386f4f7556"
                + "57345441222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263"
                + "726f73734f726967696e223a66616c73652c22657874726144617461223a22636c69656e744461"
                + "74614a534f4e206d617920626520657874656e6465642077697468206164646974696f6e616c20"
                + "6669656c647320696e20746865206675747572652c207375636820617320746869733a20426b51"
                + "65446a646354427258426941774a544c453551227d",
            "a363666d74646e6f6e656761747453746d74a068617574684461746158a4bfabc37432958b0633"
                + "60d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b559000000008446ccb9ab1db374750b23"
                + "67ff6f3a1f0020f91f391db4c9b2fde0ea70189cba3fb63f579ba6122b33ad94ff3ec330084be4"
                + "a5010203262001215820afefa16f97ca9b2d23eb86ccb64098d20db90856062eb249c33a9b672f"
                + "26df61225820930a56b87a2fca66334b03458abf879717c12cc68ed73290af2e2664796b9220",
            "39c0e7521417ba54d43e8dc95174f423dee9bf3cd804ff6d65c857c9abf4d408",
            "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b51900000000",
            "7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a224f6344"
                + "6e55685158756c5455506f334a5558543049393770767a7a59425039745a636858796176303141"
                + "67222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73"
                + "734f726967696e223a66616c73657d",
            "3046022100f50a4e2e4409249c4a853ba361282f09841df4dd4547a13a87780218deffcd380221"
                + "008480ac0f0b93538174f575bf11a1dd5d78c6e486013f937295ea13653e331e87"),
        new Vector(
            "packed",
            "7869c2b772d4b58eba9378cf8f29e26cf935aa77df0da89fa99c0bdc0a76f7e5",
            "455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca129cbef58c",
            "df850e09-db6a-fbdf-ab51-697791506cfc",
            "7b2274797065223a22776562617574686e2e637265617465222c226368616c6c656e6765223a22"
                + "65476e4374334c55745936366b336a506a796e6962506b31716e666644616966715a774c334170"
                + "32392d55222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263"
                + "726f73734f726967696e223a66616c73652c22657874726144617461223a22636c69656e744461"
                + "74614a534f4e206d617920626520657874656e6465642077697468206164646974696f6e616c20"
                + "6669656c647320696e20746865206675747572652c207375636820617320746869733a20553968"
                + "5458764b453255526b4d6e625f307859485667227d",
            "a363666d74667061636b65646761747453746d74a263616c672663736967584630440220067a20"
                + "754ab925005dbf378097c92120031581c73228d1fb4f5b881bcd7da98302207fc7b147558c7c0e"
                + "ba3af18bd9d121fa3d3a26d17fe3f220272178f473b6006d68617574684461746158a4bfabc374"
                + "32958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b55d00000000df850e09db6a"
                + "fbdfab51697791506cfc0020455ef34e2043a87db3d4afeb39bbcb6cc32df9347c789a865ecdca"
                + "129cbef58ca5010203262001215820eb151c8176b225cc651559fecf07af450fd85802046656b3"
                + "4c18f6cf193843c5225820927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183"
                + "fee484f2",
            "4478a10b1352348dd160c1353b0d469b5db19eb91c27f7dfa6fed39fe26af20b",
            "bfabc37432958b063360d3ad6461c9c4735ae7f8edd46592a5e0f01452b2e4b50900000000",
            "7b2274797065223a22776562617574686e2e676574222c226368616c6c656e6765223a22524869"
                + "6843784e534e493352594d45314f7731476d3132786e726b634a5f6666707637546e2d4a713867"
                + "73222c226f726967696e223a2268747470733a2f2f6578616d706c652e6f7267222c2263726f73"
                + "734f726967696e223a66616c73652c22657874726144617461223a22636c69656e74446174614a"
                + "534f4e206d617920626520657874656e6465642077697468206164646974696f6e616c20666965"
                + "6c647320696e20746865206675747572652c207375636820617320746869733a20675462353372"
                + "7a36456853576f6d58477a696d433151227d",
            "304402203310b9431903c401f1be2bdc8d23a4007682dbbddcf846994947b7f465daf84002204e"
                + "94dd00047b316061b3b99772b7efd95994a83ef584b3b6b825ea3550251b66"));
  }

  private record Vector(
      String format,
      String registrationChallenge,
      String id,
      String aaguid,
      String registrationClientData,
      String attestationObject,
      String assertionChallenge,
      String authenticatorData,
      String assertionClientData,
      String signature) {
    String registration() {
      return envelope(
          member("clientDataJSON", registrationClientData)
              + ","
              + member("attestationObject", attestationObject));
    }

    String assertion() {
      return envelope(
          member("clientDataJSON", assertionClientData)
              + ","
              + member("authenticatorData", authenticatorData)
              + ","
              + member("signature", signature));
    }

    private String envelope(String response) {
      return "{"
          + member("id", id)
          + ","
          + member("rawId", id)
          + ",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{"
          + response
          + "}}";
    }

    private static String member(String name, String hex) {
      return "\"" + name + "\":\"" + hex(hex).base64Url() + "\"";
    }

    @Override
    public String toString() {
      return format;
    }
  }
}
