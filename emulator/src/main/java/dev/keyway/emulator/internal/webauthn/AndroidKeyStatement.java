package dev.keyway.emulator.internal.webauthn;

import com.fasterxml.jackson.databind.JsonNode;
import com.yubico.webauthn.data.AttestationObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.ASN1TaggedObject;

/**
 * An attestation of format {@code android-key}, which the library does not verify.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-android-key-attestation">WebAuthn section
 *     8.4</a>
 */
final class AndroidKeyStatement {
  static final String FORMAT = "android-key";

  private static final String KEY_DESCRIPTION = "1.3.6.1.4.1.11129.2.1.17";
  private static final int CHALLENGE = 4;
  private static final int SOFTWARE_ENFORCED = 6;
  private static final int HARDWARE_ENFORCED = 7;

  // Tags of an authorization list, and the values that the standard demands of them.
  private static final int PURPOSE = 1;
  private static final int ALL_APPLICATIONS = 600;
  private static final int ORIGIN = 702;
  private static final int SIGN = 2;
  private static final int GENERATED = 0;

  private final AttestationObject attestation;
  private final byte[] clientDataHash;
  private final long algorithm;

  /**
   * A statement.
   *
   * @param algorithm of the credential's key
   */
  AndroidKeyStatement(AttestationObject attestation, byte[] clientDataHash, long algorithm) {
    this.attestation = attestation;
    this.clientDataHash = clientDataHash.clone();
    this.algorithm = algorithm;
  }

  /** Refuses what does not prove that this key was made in an Android device for this purpose. */
  void verify(PublicKey credentialKey) throws WebAuthnRefusal {
    boolean proved;
    try {
      JsonNode statement = attestation.getAttestationStatement();
      X509Certificate leaf = certificate(statement.path("x5c").path(0).binaryValue());
      proved =
          statement.path("alg").isIntegralNumber()
              && statement.path("alg").longValue() == algorithm
              && Arrays.equals(leaf.getPublicKey().getEncoded(), credentialKey.getEncoded())
              && isSigned(leaf, statement.path("sig").binaryValue())
              && describes(leaf);
    } catch (GeneralSecurityException | IOException | RuntimeException e) {
      // Bouncy Castle's readers throw exceptions of several types at what is no ASN.1.
      proved = false;
    }
    if (!proved) {
      throw WebAuthnRefusal.of(RefusalReason.BAD_ATTESTATION, "the attestation does not verify");
    }
  }

  private static X509Certificate certificate(byte[] encoded) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(encoded));
  }

  private boolean isSigned(X509Certificate leaf, byte[] signed) throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch ((int) algorithm) {
              case -7 -> "SHA256withECDSA";
              case -257 -> "SHA256withRSA";
              default -> "Ed25519";
            });
    signature.initVerify(leaf.getPublicKey());
    signature.update(attestation.getAuthenticatorData().getBytes().getBytes());
    signature.update(clientDataHash);
    return signature.verify(signed);
  }

  private boolean describes(X509Certificate leaf) {
    ASN1Sequence description =
        ASN1Sequence.getInstance(
            ASN1OctetString.getInstance(leaf.getExtensionValue(KEY_DESCRIPTION)).getOctets());
    byte[] challenge = ASN1OctetString.getInstance(description.getObjectAt(CHALLENGE)).getOctets();
    List<ASN1Sequence> lists =
        Stream.of(SOFTWARE_ENFORCED, HARDWARE_ENFORCED)
            .map(index -> ASN1Sequence.getInstance(description.getObjectAt(index)))
            .toList();
    return MessageDigest.isEqual(challenge, clientDataHash)
        && values(lists, ALL_APPLICATIONS).isEmpty()
        && !values(lists, ORIGIN).isEmpty()
        && values(lists, ORIGIN).stream()
            .allMatch(origin -> ASN1Integer.getInstance(origin, true).hasValue(GENERATED))
        && values(lists, PURPOSE).stream().anyMatch(AndroidKeyStatement::allowsSigning);
  }

  private static boolean allowsSigning(ASN1TaggedObject purposes) {
    return StreamSupport.stream(ASN1Set.getInstance(purposes, true).spliterator(), false)
        .anyMatch(purpose -> ASN1Integer.getInstance(purpose).hasValue(SIGN));
  }

  private static List<ASN1TaggedObject> values(List<ASN1Sequence> lists, int tag) {
    return lists.stream()
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .map(ASN1TaggedObject::getInstance)
        .filter(value -> value.getTagNo() == tag)
        .toList();
  }
}
