package dev.keyway.emulator.internal.token;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;

/** P-256 by the JDK, which is loaded already. */
final class PlatformEs256 {
  private final ECPrivateKey privateKey;
  private final ECPublicKey publicKey;
  private final SecureRandom random;

  PlatformEs256(ECPrivateKey privateKey, ECPublicKey publicKey, SecureRandom random) {
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.random = random;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = algorithm();
      signature.initSign(privateKey, random);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with a P-256 key", e);
    }
  }

  boolean verify(byte[] message, byte[] bytes) {
    try {
      Signature signature = algorithm();
      signature.initVerify(publicKey);
      signature.update(message);
      return signature.verify(bytes);
    } catch (SignatureException outOfRange) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot verify with a P-256 key", e);
    }
  }

  private static Signature algorithm() throws GeneralSecurityException {
    return Signature.getInstance("SHA256withECDSAinP1363Format");
  }
}
