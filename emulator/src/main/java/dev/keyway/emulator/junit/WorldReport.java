package dev.keyway.emulator.junit;

import dev.keyway.emulator.World;

/**
 * What happened in the world of a test that failed: its outbox and its ledger, without secrets. It
 * is never thrown. The test's failure has it among its suppressed exceptions, so that consoles and
 * report files show it below the stack trace.
 */
public final class WorldReport extends Exception {
  private static final long serialVersionUID = 1L;

  private WorldReport(String text) {
    super(text, null, false, false);
  }

  static WorldReport of(World world) {
    return new WorldReport(
        "what happened in the world \"%s\"%nOutbox: %s%nLedger: %s"
            .formatted(
                world.name(), lines(world.outbox().messages()), lines(world.ledger().entries())));
  }

  static String lines(Iterable<?> items) {
    StringBuilder text = new StringBuilder();
    for (Object item : items) {
      text.append('\n').append(item);
    }
    return text.length() == 0 ? "(none)" : text.toString();
  }
}
