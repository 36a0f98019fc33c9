package dev.keyway.emulator.internal.webauthn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import java.io.IOException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** Tampers with finished registrations. */
final class TestAttestation {
  private static final JsonMapper MAPPER = new JsonMapper();

  private TestAttestation() {}

  /** The same statement under another format's name. */
  static String renamed(String registrationJson, String format) throws IOException {
    return changed(
        registrationJson,
        bytes -> {
          CBORObject object = CBORObject.DecodeFromBytes(bytes);
          object.Set("fmt", CBORObject.FromObject(format));
          return object.EncodeToBytes();
        });
  }

  /** Bytes, in hexadecimal, replaced by as many others. */
  static String replaced(String registrationJson, String from, String to) throws IOException {
    return changed(
        registrationJson,
        bytes -> {
          String hex = HexFormat.of().formatHex(bytes);
          assertTrue(hex.contains(from), from);
          return HexFormat.of().parseHex(hex.replace(from, to));
        });
  }

  /** Any other change of the attestation object's bytes. */
  static String changed(String registrationJson, UnaryOperator<byte[]> change) throws IOException {
    ObjectNode json = (ObjectNode) MAPPER.readTree(registrationJson);
    ObjectNode response = (ObjectNode) json.get("response");
    byte[] bytes =
        Octets.decode(response.get("attestationObject").textValue(), Base64Form.URL).bytes();
    response.put("attestationObject", Octets.of(change.apply(bytes)).base64Url());
    return json.toString();
  }
}
