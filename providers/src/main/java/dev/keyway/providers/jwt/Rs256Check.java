package dev.keyway.providers.jwt;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * RSA with PKCS #1 v1.5 and SHA-256 by the JDK.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.3">RFC 7518, section 3.3</a>
 */
final class Rs256Check implements SignatureCheck {

  private final RSAPublicKey key;

  /** One that is prepared, which takes longer than its use; null while a thread uses it. */
  private final AtomicReference<@Nullable Signature> spare = new AtomicReference<>();

  Rs256Check(RSAPublicKey key) {
    this.key = key;
  }

  @Override
  public boolean isRight(byte[] signed, byte[] signature) {
    try {
      Signature taken = spare.getAndSet(null);
      Signature check = taken == null ? prepared() : taken;
      check.update(signed);
      boolean right = check.verify(signature);
      // Ready again after a verification; one that threw is dropped.
      spare.set(check);
      return right;
    } catch (SignatureException | InvalidKeyException e) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA256withRSA", e);
    }
  }

  private Signature prepared() throws NoSuchAlgorithmException, InvalidKeyException {
    Signature check = Signature.getInstance("SHA256withRSA");
    check.initVerify(key);
    return check;
  }
}
