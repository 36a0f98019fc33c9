package dev.keyway.emulator.internal.ledger;

import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.internal.fault.FaultRule;
import dev.keyway.emulator.internal.http.Diagnosis;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.state.Retention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the latest entries, redacted before they are made. */
public final class RecordingLedger implements Ledger {
  private final String world;
  private final Clock clock;
  private final Supplier<Set<String>> operations;
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private long sequence;

  /**
   * Keeps the ledger of one world.
   *
   * @param operations the operation ids that exist
   */
  public RecordingLedger(String world, Clock clock, Supplier<Set<String>> operations) {
    this.world = world;
    this.clock = clock;
    this.operations = operations;
  }

  /**
   * Takes note of a request that comes in.
   *
   * @param template path template; the path itself when no route matched
   */
  public PendingEntry begin(String provider, String operation, String template, Request request) {
    return new PendingEntry(
        provider, operation, template, request, clock.instant(), System.nanoTime());
  }

  @Override
  public synchronized List<LedgerEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public List<LedgerEntry> entries(String operation) {
    return entries().stream().filter(entry -> entry.operation().equals(operation)).toList();
  }

  @Override
  public void verify(String... operationsInOrder) {
    new LedgerCheck(entries(), operations.get()).order(List.of(operationsInOrder));
  }

  @Override
  public void verifyCount(String operation, int count) {
    new LedgerCheck(entries(), operations.get()).count(operation, count);
  }

  @Override
  public synchronized void clear() {
    entries.clear();
  }

  /** A request whose response is not known yet. */
  public final class PendingEntry {
    private final String provider;
    private final String operation;
    private final String template;
    private final Request request;
    private final Instant at;
    private final long began;

    private PendingEntry(
        String provider,
        String operation,
        String template,
        Request request,
        Instant at,
        long began) {
      this.provider = provider;
      this.operation = operation;
      this.template = template;
      this.request = request;
      this.at = at;
      this.began = began;
    }

    /**
     * Records the request with its response.
     *
     * @param response empty when the connection was closed without one
     * @param fault what met the request
     * @param neutralCode what its error becomes in the library
     */
    public void finish(
        Optional<Response> response, @Nullable FaultRule fault, @Nullable String neutralCode) {
      Diagnosis diagnosis = response.map(Response::diagnosis).orElse(Diagnosis.NONE);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      String sent = Redaction.request(request);
      String received = response.map(Redaction::response).orElse("");
      synchronized (RecordingLedger.this) {
        sequence++;
        entries.addLast(
            new LedgerEntry(
                sequence,
                at,
                world,
                provider,
                operation,
                request.method(),
                template,
                request.path(),
                response.map(Response::status).orElse(0),
                response.map(Response::errorCode).orElse(null),
                took,
                sent,
                received,
                fault == null ? null : fault.effect(),
                diagnosis.requestId(),
                diagnosis.userId(),
                diagnosis.address(),
                diagnosis.cause(),
                neutralCode));
        while (entries.size() > CAPACITY || Retention.over(entries.getFirst().at(), at)) {
          entries.removeFirst();
        }
      }
    }
  }
}
