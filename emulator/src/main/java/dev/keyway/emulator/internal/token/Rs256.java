package dev.keyway.emulator.internal.token;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;

/** RSASSA-PKCS1-v1_5 with SHA-256, computed by the platform itself. */
final class Rs256 implements SignatureAlgorithm {
  private final KeyPair pair;

  Rs256(KeyPair pair) {
    this.pair = pair;
  }

  @Override
  public String name() {
    return "RS256";
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = algorithm();
      signature.initSign(pair.getPrivate());
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot sign with an RSA key", e);
    }
  }

  @Override
  public boolean verify(byte[] message, byte[] signature) {
    try {
      Signature verifier = algorithm();
      verifier.initVerify(pair.getPublic());
      verifier.update(message);
      return verifier.verify(signature);
    } catch (SignatureException notOfThatLength) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Cannot verify with an RSA key", e);
    }
  }

  private static Signature algorithm() throws NoSuchAlgorithmException {
    return Signature.getInstance("SHA256withRSA");
  }
}
