package dev.keyway.emulator.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.webauthn.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator and its browser are about to say. An honest ceremony is filled in from the
 * options; a {@link Misbehaviour} changes it before it is written and signed.
 */
final class Ceremony {
  static final String CREATE = "webauthn.create";
  static final String GET = "webauthn.get";

  private static final int USER_PRESENT = 0x01;
  private static final int USER_VERIFIED = 0x04;
  private static final int BACKUP_ELIGIBLE = 0x08;
  private static final int BACKED_UP = 0x10;
  private static final int ATTESTED = 0x40;

  String type;
  Octets challenge;
  String origin;
  String rpId;
  boolean crossOrigin;
  boolean userPresent = true;
  boolean userVerified;
  boolean ignoresExcluded;
  boolean signsWithAnotherKey;
  @Nullable Octets userHandle;
  @Nullable String credentialId;
  @Nullable KeyAlgorithm algorithm;
  LongUnaryOperator counter = count -> count;
  UnaryOperator<byte[]> signature = bytes -> bytes;
  UnaryOperator<byte[]> authenticatorOutput = bytes -> bytes;

  Ceremony(String type, Octets challenge, String origin, String rpId) {
    this.type = type;
    this.challenge = challenge;
    this.origin = origin;
    this.rpId = rpId;
  }

  /** In the order of members that the standard prescribes. */
  byte[] clientDataJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type);
    json.put("challenge", challenge.base64Url());
    json.put("origin", origin);
    json.put("crossOrigin", crossOrigin);
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The authenticator data; with the new credential in a registration. */
  byte[] authenticatorData(Device device, long signCount, Optional<HeldCredential> created) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(sha256(rpId.getBytes(StandardCharsets.UTF_8)));
    out.write(
        (userPresent ? USER_PRESENT : 0)
            | (userVerified ? USER_VERIFIED : 0)
            | (device.backupEligible() ? BACKUP_ELIGIBLE : 0)
            | (device.backedUp() ? BACKED_UP : 0)
            | (created.isPresent() ? ATTESTED : 0));
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) counter.applyAsLong(signCount)).array());
    created.ifPresent(
        credential -> {
          UUID aaguid = device.aaguid();
          out.writeBytes(
              ByteBuffer.allocate(18)
                  .putLong(aaguid.getMostSignificantBits())
                  .putLong(aaguid.getLeastSignificantBits())
                  .putShort((short) credential.id().length())
                  .array());
          out.writeBytes(credential.id().bytes());
          out.writeBytes(Cbor.canonical(credential.key().cose()));
        });
    return out.toByteArray();
  }

  static byte[] sha256(byte[] bytes) {
    SHA256Digest digest = new SHA256Digest();
    digest.update(bytes, 0, bytes.length);
    byte[] hash = new byte[digest.getDigestSize()];
    digest.doFinal(hash, 0);
    return hash;
  }
}
