package dev.keyway.emulator.http;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.HeldRequests;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault in the making. */
final class FaultPlan implements Faults.Plan {
  private final FaultTable table;
  private final String operation;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private @Nullable Integer times;
  private int toSkip;

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
  public Faults.Plan header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  @Override
  public Fault respond(int status) {
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("a fault has a status from 400 to 599, not " + status);
    }
    return plant(
        "respond " + status,
        (process, failure) -> {
          Answer answer = failure.apply(status);
          for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
          }
          return Optional.of(answer);
        });
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
          Answer unused = process.get();
          return Optional.empty();
        });
  }

  @Override
  public Fault truncate() {
    return plant(
        "send half of the body",
        (process, failure) -> {
          Answer answer = process.get();
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
    // A gate that nobody opens is a delay that ends early when the world is closed.
    Gate gate = new Gate();
    return table.add(
        new FaultRule(
            table,
            operation,
            "delay by " + time,
            (process, failure) -> {
              gate.await(time);
              return Optional.of(process.get());
            },
            times,
            toSkip) {
          @Override
          public void remove() {
            super.remove();
            gate.open();
          }
        });
  }

  @Override
  public HeldRequests hold() {
    return table.add(new HoldRule(table, operation, new Gate(), times, toSkip));
  }

  private Fault plant(String description, FaultRule.Effect effect) {
    return table.add(new FaultRule(table, operation, description, effect, times, toSkip));
  }
}
