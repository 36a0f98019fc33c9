package dev.keyway.emulator.internal.seed;

import com.upokecenter.cbor.CBORException;
import com.upokecenter.cbor.CBORObject;
import dev.keyway.emulator.internal.webauthn.Base64Form;
import dev.keyway.emulator.internal.webauthn.Octets;
import dev.keyway.emulator.internal.webauthn.StoredCredential;
import dev.keyway.emulator.seed.UserSeed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Between a passkey of a seed and what the emulator keeps of one. */
public final class SeededPasskey {
  /** What to say of a key that cannot be read. */
  public static final String UNREADABLE = "must be a COSE_Key with its algorithm";

  /** RFC 9052 section 7.1. */
  private static final int ALGORITHM_LABEL = 3;

  private SeededPasskey() {}

  /** Whether the public key can be read. */
  public static boolean readable(UserSeed.Passkey passkey) {
    try {
      return algorithm(passkey) != 0;
    } catch (CBORException | ArithmeticException | IllegalStateException e) {
      return false;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * What the emulator keeps.
   *
   * @param userId whose it is
   */
  public static StoredCredential credential(UserSeed.Passkey passkey, String userId) {
    String handle = passkey.userHandle();
    return new StoredCredential(
        octets(passkey.credentialId()),
        handle == null ? Octets.of(userId.getBytes(StandardCharsets.UTF_8)) : octets(handle),
        octets(passkey.publicKey()),
        algorithm(passkey),
        Objects.requireNonNullElse(passkey.signCount(), 0L),
        passkey.aaguid() == null ? new UUID(0, 0) : UUID.fromString(passkey.aaguid()),
        Set.copyOf(passkey.transports()),
        Boolean.TRUE.equals(passkey.backupEligible()),
        Boolean.TRUE.equals(passkey.backedUp()));
  }

  /** A passkey that the emulator keeps. */
  public static UserSeed.Passkey seed(
      StoredCredential credential,
      @Nullable String domain,
      @Nullable String name,
      @Nullable String userAgent,
      @Nullable String authenticatorType,
      @Nullable String id) {
    return new UserSeed.Passkey(
        credential.id().base64Url(),
        credential.publicKeyCose().base64Url(),
        credential.signCount(),
        credential.userHandle().base64Url(),
        credential.aaguid().toString(),
        List.copyOf(credential.transports()),
        credential.backupEligible(),
        credential.backedUp(),
        domain,
        name,
        userAgent,
        authenticatorType,
        id);
  }

  private static int algorithm(UserSeed.Passkey passkey) {
    CBORObject key = CBORObject.DecodeFromBytes(octets(passkey.publicKey()).bytes());
    CBORObject algorithm = key.get(ALGORITHM_LABEL);
    return algorithm == null ? 0 : algorithm.AsInt32Value();
  }

  private static Octets octets(String base64Url) {
    return Octets.decode(base64Url, Base64Form.URL);
  }
}
