package dev.keyway.emulator;

import java.time.Instant;

/**
 * What a world was like at one moment: see {@link World#checkpoint}. Never changes, whatever
 * happens in the world, and may be restored any number of times. Kept in memory for as long as
 * somebody holds it.
 */
public interface Checkpoint {

  /** When it was taken, by the world's clock. */
  Instant takenAt();
}
