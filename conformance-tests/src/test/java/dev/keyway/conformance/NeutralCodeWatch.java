package dev.keyway.conformance;

import dev.keyway.AuthObserver;
import dev.keyway.CallEvent;
import dev.keyway.ErrorCode;
import dev.keyway.WireEvent;
import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Compares what the ledger says that an error becomes with what the library made of it. */
final class NeutralCodeWatch implements AuthObserver {
  private final Ledger ledger;
  private final ThreadLocal<Optional<String>> lastRequest =
      ThreadLocal.withInitial(Optional::empty);
  private final List<String> differences = new CopyOnWriteArrayList<>();

  NeutralCodeWatch(Ledger ledger) {
    this.ledger = ledger;
  }

  List<String> differences() {
    return differences;
  }

  @Override
  public void onWire(WireEvent event) {
    lastRequest.set(event.requestId());
  }

  @Override
  public void onCall(CallEvent event) {
    Optional<LedgerEntry> entry = lastRequest.get().flatMap(ledger::find);
    lastRequest.remove();
    Optional<String> told = entry.map(LedgerEntry::neutralCode);
    Optional<String> became = event.failure().map(ErrorCode::name);
    // One route may serve two calls of the library: both codes are told then.
    if (told.isPresent()
        && became.isPresent()
        && !List.of(told.get().split(" or ", -1)).contains(became.get())) {
      differences.add(
          "%s: %s, but the ledger says %s of %s"
              .formatted(event.operation(), became.get(), told.get(), entry.get()));
    }
  }
}
