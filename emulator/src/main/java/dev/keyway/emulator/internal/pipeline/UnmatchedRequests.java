package dev.keyway.emulator.internal.pipeline;

import dev.keyway.emulator.internal.ledger.RecordingLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The requests that named no world that exists. */
@Singleton
public final class UnmatchedRequests {
  private final RecordingLedger ledger;

  /**
   * None yet.
   *
   * @param machineClock dates them, since they belong to no world
   */
  @Inject
  public UnmatchedRequests(VendorApis vendors, Clock machineClock) {
    this.ledger = new RecordingLedger("", machineClock, vendors::operationIds);
  }

  /** All of them. */
  public RecordingLedger ledger() {
    return ledger;
  }
}
