package dev.keyway.emulator.http;

import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.Operation;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The way of every request: route, fault, process, record. */
@Singleton
public final class Pipeline {
  private final House house;
  private final List<Front> fronts;
  private final RecordingLedger strays;

  /**
   * Serves {@code fronts}.
   *
   * @param house answers what is for none of them
   * @param machineClock dates requests that belong to no world
   */
  @Inject
  public Pipeline(Set<Front> fronts, House house, Clock machineClock) {
    this.house = house;
    this.fronts = List.copyOf(fronts);
    this.strays =
        new RecordingLedger(
            "",
            machineClock,
            operations().stream().map(Operation::id).collect(Collectors.toUnmodifiableSet()));
  }

  /** Answers a request; empty when a fault wants the connection closed without an answer. */
  public Optional<Answer> run(Exchange exchange) {
    Optional<Front> owner =
        fronts.stream().filter(front -> front.owns(exchange.path())).findFirst();
    if (owner.isEmpty()) {
      return Optional.of(house.answer(exchange).orElseGet(() -> nowhere(exchange)));
    }
    Front front = owner.get();
    RoutedRequest request = front.route(exchange);
    Tenant tenant = request.tenant();
    RecordingLedger ledger = tenant == null ? strays : tenant.ledger();
    RecordingLedger.Draft draft = ledger.begin(front.provider(), request, exchange);
    FaultRule fault =
        tenant == null ? null : tenant.faults().next(request.operation(), exchange).orElse(null);
    Optional<Answer> answer = process(request, fault);
    draft.finish(answer, fault);
    return answer;
  }

  /** The requests that named no world that exists. */
  public RecordingLedger strays() {
    return strays;
  }

  /** All routes of all fronts. */
  public List<Operation> operations() {
    return fronts.stream().flatMap(front -> front.operations().stream()).toList();
  }

  /** All routes and errors of all fronts. */
  public Coverage coverage() {
    return new Coverage(
        operations(), fronts.stream().flatMap(front -> front.errors().stream()).toList());
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
    RoutedRequest nowhere =
        new RoutedRequest(null, "emulator.unknown", exchange.path(), () -> answer, s -> answer);
    strays.begin("emulator", nowhere, exchange).finish(Optional.of(answer), null);
    return answer;
  }
}
