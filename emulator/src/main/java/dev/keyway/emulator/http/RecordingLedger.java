package dev.keyway.emulator.http;

import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the latest entries, redacted before they are made. */
public final class RecordingLedger implements Ledger {
  private final String world;
  private final Clock clock;
  private final Set<String> operations;
  private final Deque<LedgerEntry> entries = new ArrayDeque<>();
  private long sequence;

  /**
   * Keeps the ledger of one world.
   *
   * @param operations the operation ids that exist
   */
  public RecordingLedger(String world, Clock clock, Set<String> operations) {
    this.world = world;
    this.clock = clock;
    this.operations = operations;
  }

  /** Takes note of a request that comes in. */
  Draft begin(String provider, RoutedRequest request, Exchange exchange) {
    return new Draft(provider, request, exchange, clock.instant(), System.nanoTime());
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
    new LedgerCheck(entries(), operations).order(List.of(operationsInOrder));
  }

  @Override
  public void verifyCount(String operation, int count) {
    new LedgerCheck(entries(), operations).count(operation, count);
  }

  @Override
  public synchronized void clear() {
    entries.clear();
  }

  /** A request whose answer is not known yet. */
  final class Draft {
    private final String provider;
    private final RoutedRequest request;
    private final Exchange exchange;
    private final Instant at;
    private final long began;

    private Draft(
        String provider, RoutedRequest request, Exchange exchange, Instant at, long began) {
      this.provider = provider;
      this.request = request;
      this.exchange = exchange;
      this.at = at;
      this.began = began;
    }

    void finish(Optional<Answer> answer, @Nullable FaultRule fault) {
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      String sent = Redaction.request(exchange);
      String received = answer.map(Redaction::answer).orElse("");
      synchronized (RecordingLedger.this) {
        sequence++;
        entries.addLast(
            new LedgerEntry(
                sequence,
                at,
                world,
                provider,
                request.operation(),
                exchange.method(),
                request.template(),
                exchange.path(),
                answer.map(Answer::status).orElse(0),
                answer.map(Answer::errorCode).orElse(null),
                took,
                sent,
                received,
                fault == null ? null : fault.effect()));
        if (entries.size() > CAPACITY) {
          entries.removeFirst();
        }
      }
    }
  }
}
