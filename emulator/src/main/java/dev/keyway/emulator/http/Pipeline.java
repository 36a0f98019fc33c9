package dev.keyway.emulator.http;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of every request: route, fault, process, record. */
@Singleton
public final class Pipeline {
  private final House house;
  private final VendorApis vendors;
  private final UnmatchedRequests unmatched;

  /**
   * Serves {@code vendors}.
   *
   * @param house answers what is for none of them
   */
  @Inject
  public Pipeline(VendorApis vendors, UnmatchedRequests unmatched, House house) {
    this.vendors = vendors;
    this.unmatched = unmatched;
    this.house = house;
  }

  /** Answers a request; empty when a fault wants the connection closed without an answer. */
  public Optional<Answer> run(Exchange exchange) {
    Optional<Front> owner = vendors.owner(exchange.path());
    if (owner.isEmpty()) {
      return Optional.of(house.answer(exchange).orElseGet(() -> nowhere(exchange)));
    }
    Front front = owner.get();
    RoutedRequest request = front.route(exchange);
    Tenant tenant = request.tenant();
    RecordingLedger ledger = tenant == null ? unmatched.ledger() : tenant.ledger();
    RecordingLedger.PendingEntry entry =
        ledger.begin(front.provider(), request.operation(), request.template(), exchange);
    FaultRule fault =
        tenant == null ? null : tenant.faults().next(request.operation(), exchange).orElse(null);
    Optional<Answer> answer = process(request, fault);
    entry.finish(answer, fault);
    return answer;
  }

  private static Optional<Answer> process(RoutedRequest request, @Nullable FaultRule fault) {
    return fault == null
        ? Optional.of(request.process().get())
        : fault.apply(request.process(), request.failure());
  }

  private Answer nowhere(Exchange exchange) {
    Answer answer =
        Answer.text(
            404,
            "Nothing is emulated at this path. Stack Auth's API is under /api/v1, Stytch's under"
                + " /v1, the emulator's own under /_emulator.");
    unmatched
        .ledger()
        .begin("emulator", "emulator.unknown", exchange.path(), exchange)
        .finish(Optional.of(answer), null);
    return answer;
  }
}
