package dev.keyway.emulator.device;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Enumerated;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;

/**
 * The certificate by which an Android device says where a key was made and what for. Its validity
 * is that of the standard's test vectors, since a device has no clock.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-key-attstn-cert-requirements">WebAuthn
 *     section 8.4.1</a>
 */
final class AndroidKeyCertificate {
  private static final ASN1ObjectIdentifier KEY_DESCRIPTION =
      new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.1.17");
  private static final X500Name ISSUER = new X500Name("CN=Keyway virtual device authority");
  private static final X500Name SUBJECT = new X500Name("CN=Android Keystore Key");
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("3024-01-01T00:00:00Z");
  private static final int VERSION = 300;

  private AndroidKeyCertificate() {}

  static byte[] of(CredentialKey key, byte[] clientDataHash, SecureRandom random) {
    try {
      return new X509v3CertificateBuilder(
              ISSUER,
              new BigInteger(64, random).setBit(0),
              Date.from(FROM),
              Date.from(TO),
              SUBJECT,
              SubjectPublicKeyInfo.getInstance(key.spki()))
          .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
          .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
          .addExtension(KEY_DESCRIPTION, false, description(clientDataHash))
          .build(new Authority(CredentialKey.generate(KeyAlgorithm.ES256, random)))
          .getEncoded();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ASN1Encodable description(byte[] clientDataHash) {
    ASN1Encodable signing = new DERTaggedObject(true, 1, new DERSet(new ASN1Integer(2)));
    ASN1Encodable generated = new DERTaggedObject(true, 702, new ASN1Integer(0));
    return sequence(
        new ASN1Integer(VERSION),
        new ASN1Enumerated(1),
        new ASN1Integer(VERSION),
        new ASN1Enumerated(1),
        new DEROctetString(clientDataHash),
        new DEROctetString(new byte[0]),
        sequence(),
        sequence(signing, generated));
  }

  private static ASN1Encodable sequence(ASN1Encodable... elements) {
    return new DERSequence(elements);
  }

  /** Signs certificates without drawing randomness. */
  private record Authority(CredentialKey key, ByteArrayOutputStream written)
      implements ContentSigner {
    Authority(CredentialKey key) {
      this(key, new ByteArrayOutputStream());
    }

    @Override
    public AlgorithmIdentifier getAlgorithmIdentifier() {
      return new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    }

    @Override
    public OutputStream getOutputStream() {
      return written;
    }

    @Override
    public byte[] getSignature() {
      return key.sign(written.toByteArray());
    }
  }
}
