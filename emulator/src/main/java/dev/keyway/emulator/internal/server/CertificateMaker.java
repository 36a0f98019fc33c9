package dev.keyway.emulator.internal.server;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes an authority, and a certificate of it for loopback names and whatever else is wanted. */
final class CertificateMaker {
  private static final X500Name AUTHORITY = new X500Name("CN=Keyway emulator authority");
  private static final X500Name SERVER = new X500Name("CN=localhost,O=Keyway emulator");

  /** Browsers and Apple's libraries refuse server certificates of more than 398 days. */
  private static final Duration LIFE = Duration.ofDays(365);

  private final SecureRandom random;
  private final Instant now;

  CertificateMaker(SecureRandom random, Instant now) {
    this.random = random;
    this.now = now;
  }

  LocalTls.Chain make(Set<String> hosts) {
    try {
      KeyPair authorityKeys = keys();
      KeyPair serverKeys = keys();
      X509Certificate authority =
          sign(
              builder(AUTHORITY, authorityKeys.getPublic())
                  .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)),
              authorityKeys.getPrivate());
      X509Certificate server =
          sign(
              builder(SERVER, serverKeys.getPublic())
                  .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                  .addExtension(
                      Extension.extendedKeyUsage,
                      false,
                      new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                  .addExtension(Extension.subjectAlternativeName, false, names(hosts)),
              authorityKeys.getPrivate());
      return new LocalTls.Chain(authority, server, serverKeys.getPrivate());
    } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
      throw new IllegalStateException("Cannot make a certificate for localhost", e);
    }
  }

  private static GeneralNames names(Set<String> hosts) {
    List<GeneralName> names = new ArrayList<>();
    names.add(new GeneralName(GeneralName.dNSName, "localhost"));
    names.add(new GeneralName(GeneralName.iPAddress, "127.0.0.1"));
    names.add(new GeneralName(GeneralName.iPAddress, "::1"));
    hosts.forEach(host -> names.add(name(host)));
    return new GeneralNames(names.toArray(GeneralName[]::new));
  }

  /** As RFC 3986 writes a host: IPv6 in brackets, and no name ends in a number. */
  private static GeneralName name(String host) {
    if (host.startsWith("[")) {
      return new GeneralName(GeneralName.iPAddress, host.substring(1, host.length() - 1));
    }
    boolean address = host.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
  }

  private JcaX509v3CertificateBuilder builder(X500Name subject, PublicKey key) {
    return new JcaX509v3CertificateBuilder(
        AUTHORITY,
        new BigInteger(64, random),
        Date.from(now.minus(Duration.ofDays(1))),
        Date.from(now.plus(LIFE)),
        subject,
        key);
  }

  private X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key)
      throws OperatorCreationException, GeneralSecurityException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").setSecureRandom(random).build(key)));
  }

  private KeyPair keys() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }
}
