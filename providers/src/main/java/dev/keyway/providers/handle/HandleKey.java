package dev.keyway.providers.handle;

import dev.keyway.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * One AES-256 key, made from a secret for one project of one provider.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
 */
final class HandleKey {

  static final int NONCE_BYTES = 12;
  private static final int KEY_BYTES = 32;
  private static final int TAG_BITS = 128;

  private final Secret secret;
  private final byte[] info;
  private volatile @Nullable SecretKeySpec derived;

  private HandleKey(Secret secret, byte[] info) {
    this.secret = secret;
    this.info = info;
  }

  /** A key that is derived when it is first used: many programs never seal a handle. */
  static HandleKey derive(Secret secret, String provider, String projectId) {
    // No field can hold a NUL, so two different pairs never give the same info.
    return new HandleKey(
        secret,
        ("keyway challenge handle v1\0" + provider + "\0" + projectId)
            .getBytes(StandardCharsets.UTF_8));
  }

  private SecretKeySpec key() {
    SecretKeySpec known = derived;
    if (known == null) {
      byte[] bytes = Hkdf.sha256(secret.reveal().getBytes(StandardCharsets.UTF_8), info, KEY_BYTES);
      known = new SecretKeySpec(bytes, "AES");
      derived = known;
    }
    return known;
  }

  byte[] encrypt(byte[] nonce, byte[] header, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, nonce, header).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /** Empty when it was not encrypted with this key, nonce and header. */
  Optional<byte[]> decrypt(byte[] nonce, byte[] header, byte[] encrypted) {
    try {
      return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, header).doFinal(encrypted));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] header) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(header);
    return cipher;
  }
}
