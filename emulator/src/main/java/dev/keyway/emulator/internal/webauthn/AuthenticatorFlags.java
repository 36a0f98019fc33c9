package dev.keyway.emulator.internal.webauthn;

import com.yubico.webauthn.data.AuthenticatorData;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checks of authenticator data that both ceremonies share, in the order of the standard. */
final class AuthenticatorFlags {
  private static final int BACKUP_ELIGIBLE = 0x08;
  private static final int BACKED_UP = 0x10;

  private AuthenticatorFlags() {}

  // The library marks its own accessors of these two deprecated while it calls them experimental.
  static boolean backupEligible(AuthenticatorData data) {
    return (data.getFlags().value & BACKUP_ELIGIBLE) != 0;
  }

  static boolean backedUp(AuthenticatorData data) {
    return (data.getFlags().value & BACKED_UP) != 0;
  }

  static void expect(AuthenticatorData data, String rpId, boolean userVerificationRequired)
      throws WebAuthnRefusal {
    if (!MessageDigest.isEqual(data.getRpIdHash().getBytes(), sha256(rpId))) {
      throw WebAuthnRefusal.of(
          RefusalReason.WRONG_RP_ID, "the authenticator signed for another relying party");
    }
    if (!data.getFlags().UP) {
      throw WebAuthnRefusal.of(RefusalReason.USER_NOT_PRESENT, "no user was present");
    }
    if (userVerificationRequired && !data.getFlags().UV) {
      throw WebAuthnRefusal.of(RefusalReason.USER_NOT_VERIFIED, "the user was not verified");
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
