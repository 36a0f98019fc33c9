package dev.keyway.emulator.internal.webhook;

import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** HMAC with SHA-256, apart from the secrets: its classes are loaded when something is signed. */
final class SvixMac {
  private SvixMac() {}

  /**
   * The authentication code in Base64.
   *
   * @param key in Base64
   */
  static String of(String key, byte[] message) {
    HMac hmac = new HMac(new SHA256Digest());
    hmac.init(new KeyParameter(Base64.getDecoder().decode(key)));
    hmac.update(message, 0, message.length);
    byte[] code = new byte[hmac.getMacSize()];
    hmac.doFinal(code, 0);
    return Base64.getEncoder().encodeToString(code);
  }
}
