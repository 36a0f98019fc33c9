package dev.keyway.emulator.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.Fault;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.HeldRequests;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault in the making. */
final class FaultPlan implements Faults.Plan {
  private static final String HEADER_NAME = "[A-Za-z0-9-]+";
  private static final String HEADER_VALUE = "[\\x20-\\x7e]*";

  private final FaultTable table;
  private final String operation;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable Integer times;
  private int toSkip;
  private int nth = 1;

  FaultPlan(FaultTable table, String operation) {
    this.table = table;
    this.operation = operation;
  }

  @Override
  public Faults.Plan times(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("times must be at least 1 but is " + count);
    }
    this.times = count;
    return this;
  }

  @Override
  public Faults.Plan after(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("after must not be negative but is " + count);
    }
    this.toSkip = count;
    return this;
  }

  @Override
  public Faults.Plan every(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("every must be at least 1 but is " + number);
    }
    this.nth = number;
    return this;
  }

  @Override
  public Faults.Plan header(String name, String value) {
    if (!name.matches(HEADER_NAME) || !value.matches(HEADER_VALUE)) {
      throw new IllegalArgumentException("a header has a name of letters and one line of text");
    }
    headers.put(name, value);
    return this;
  }

  @Override
  public Fault respond(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a fault has a status from 400 to 599, not " + status);
    }
    return plant(
        "respond " + status, (process, failure) -> Optional.of(withHeaders(failure.apply(status))));
  }

  @Override
  public Fault respond(int status, String contentType, String body) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("an answer has a status from 200 to 599, not " + status);
    }
    if (!contentType.matches(HEADER_VALUE)) {
      throw new IllegalArgumentException("a content type is one line of text");
    }
    // As JSON where it is some: so the ledger can tell what is secret in it.
    Response answer = new Response(status, Map.of(), contentType, body, json(body), null);
    return plant(
        "respond " + status + " as " + contentType,
        (process, failure) -> Optional.of(withHeaders(answer)));
  }

  @Override
  public Fault rateLimit(int requests, Duration per) {
    if (requests < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "a rate limit lets at least one request pass in some time, not %d per %s"
              .formatted(requests, per));
    }
    if (nth != 1) {
      throw new IllegalArgumentException("a rate limit counts every request");
    }
    RateLimit limit = new RateLimit(table.clock(), requests, per, toSkip, exchange -> "");
    FaultRule.Effect refusal = limit.refusal(true);
    return table.add(
        new FaultRule(
            table,
            List.of(operation),
            limit.description(),
            (process, failure) -> refusal.apply(process, failure).map(this::withHeaders),
            times,
            limit));
  }

  @Override
  public Fault drop() {
    return plant("drop the connection", (process, failure) -> Optional.empty());
  }

  @Override
  public Fault dropAfterProcessing() {
    return plant(
        "process, then drop the connection",
        (process, failure) -> {
          Response unused = process.get();
          return Optional.empty();
        });
  }

  @Override
  public Fault truncate() {
    return plant(
        "send half of the body",
        (process, failure) -> {
          Response answer = process.get();
          String body = answer.body();
          return Optional.of(answer.withBody(body.substring(0, body.length() / 2)));
        });
  }

  @Override
  public Fault contentType(String contentType) {
    return plant(
        "label the answer " + contentType,
        (process, failure) -> Optional.of(process.get().withContentType(contentType)));
  }

  @Override
  public Fault delay(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a delay is not negative: " + time);
    }
    return table.add(new DelayRule(table, operation, new Latch(), time, times, trigger()));
  }

  @Override
  public HeldRequests hold() {
    return hold(Faults.LONGEST_HOLD);
  }

  @Override
  public HeldRequests hold(Duration longest) {
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("a hold takes some time, not " + longest);
    }
    return table.add(
        new HoldRule(table, operation, new Latch(), Deadline.in(longest), times, trigger()));
  }

  private Fault plant(String description, FaultRule.Effect effect) {
    return table.add(
        new FaultRule(table, List.of(operation), description, effect, times, trigger()));
  }

  private static @Nullable JsonNode json(String body) {
    try {
      return Json.read(body);
    } catch (Json.Malformed e) {
      return null;
    }
  }

  private FaultTrigger trigger() {
    return FaultTrigger.counting(toSkip, nth);
  }

  private Response withHeaders(Response answer) {
    for (Map.Entry<String, String> header : headers.entrySet()) {
      answer = answer.withHeader(header.getKey(), header.getValue());
    }
    return answer;
  }
}
