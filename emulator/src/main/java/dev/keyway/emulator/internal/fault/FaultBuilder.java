package dev.keyway.emulator.internal.fault;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.FaultEffect;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.HeldRequests;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A fault in the making. */
final class FaultBuilder implements Faults.Builder {
  private final FaultTable table;
  private final List<Header> headers = new ArrayList<>();
  private Occasions occasions;

  FaultBuilder(FaultTable table, String operation) {
    this.table = table;
    this.occasions = Occasions.all(operation);
  }

  @Override
  public Faults.Builder times(int count) {
    occasions = occasions.times(count);
    return this;
  }

  @Override
  public Faults.Builder after(int count) {
    occasions = occasions.after(count);
    return this;
  }

  @Override
  public Faults.Builder every(int nth) {
    occasions = occasions.every(nth);
    return this;
  }

  @Override
  public Faults.Builder header(String name, String value) {
    headers.add(new Header(name, value));
    return this;
  }

  @Override
  public Fault plant(FaultEffect effect) {
    return table.plant(new FaultSpec(occasions, effect, headers));
  }

  @Override
  public Fault respond(int status) {
    return plant(FaultEffect.respond(status));
  }

  @Override
  public Fault respond(int status, String contentType, String body) {
    return plant(FaultEffect.respond(status, contentType, body));
  }

  @Override
  public Fault rateLimit(int requests, Duration per) {
    return plant(FaultEffect.rateLimit(requests, per));
  }

  @Override
  public Fault drop() {
    return plant(FaultEffect.drop());
  }

  @Override
  public Fault dropAfterProcessing() {
    return plant(FaultEffect.dropAfterProcessing());
  }

  @Override
  public Fault truncate() {
    return plant(FaultEffect.truncate());
  }

  @Override
  public Fault contentType(String contentType) {
    return plant(FaultEffect.contentType(contentType));
  }

  @Override
  public Fault delay(Duration time) {
    return plant(FaultEffect.delay(time));
  }

  @Override
  public HeldRequests hold() {
    return hold(Faults.LONGEST_HOLD);
  }

  @Override
  public HeldRequests hold(Duration longest) {
    return (HeldRequests) plant(FaultEffect.hold(longest));
  }
}
