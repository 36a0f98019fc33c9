package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.snapshot.NotInSeed;
import dev.keyway.emulator.internal.totp.RecoveryCodes;
import dev.keyway.emulator.internal.totp.TotpKey;
import java.time.Instant;

/**
 * A TOTP that belongs to a user.
 *
 * @param id its id
 * @param verified whether a first code was accepted
 * @param key the shared secret
 * @param recoveryCodes those that were not used
 * @param recoveryId what sessions call the recovery codes
 * @param confirmBy until when a first code must come
 * @param lastStep the step of the last code that was accepted; negative before the first
 */
public record TotpRegistration(
    String id,
    boolean verified,
    TotpKey key,
    RecoveryCodes recoveryCodes,
    String recoveryId,
    Instant confirmBy,
    @NotInSeed("that one code was used") long lastStep) {
  /** Whether it was never confirmed and can no longer be. */
  public boolean expiredAt(Instant moment) {
    return !verified && !moment.isBefore(confirmBy);
  }

  public TotpRegistration used(long step) {
    return new TotpRegistration(id, true, key, recoveryCodes, recoveryId, confirmBy, step);
  }

  public TotpRegistration with(RecoveryCodes left) {
    return new TotpRegistration(id, verified, key, left, recoveryId, confirmBy, lastStep);
  }
}
