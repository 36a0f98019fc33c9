package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;
import static dev.keyway.emulator.internal.control.ControlFields.headers;
import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.integer;
import static dev.keyway.emulator.internal.schema.Field.text;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.FaultEffect;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.internal.fault.FaultKind;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import java.time.Duration;
import java.util.Map;

/** What is sent to plant a fault. */
final class FaultOrder {
  private static final int MOST = FaultKind.GREATEST_NUMBER;
  private static final Duration LONGEST_DELAY = FaultKind.LONGEST_WAIT;

  private static final Field<String> OPERATION = line("operation");
  private static final Field<FaultKind> EFFECT = choice("effect", FaultKind.class);
  private static final Field<Integer> STATUS = integer("status", 400, 599);
  private static final Field<Map<String, String>> HEADERS = headers("headers");
  private static final Field<String> BODY = text("body");
  private static final Field<String> CONTENT_TYPE = line("contentType");
  private static final Field<Duration> DELAY = duration("delay", Duration.ZERO, LONGEST_DELAY);
  private static final Field<Duration> LONGEST = duration("longest", Duration.ZERO, LONGEST_DELAY);
  private static final Field<Integer> REQUESTS = integer("requests", 1, MOST);
  private static final Field<Duration> PER =
      duration("per", Duration.ofMillis(1), Duration.ofDays(366));
  private static final Field<Integer> TIMES = integer("times", 1, MOST);
  private static final Field<Integer> AFTER = integer("after", 0, MOST);
  private static final Field<Integer> EVERY = integer("every", 1, MOST);

  private FaultOrder() {}

  static ObjectType shape(VendorTerms vendors) {
    return ObjectType.of(
            "FaultOrder",
            OPERATION
                .says(
                    "Operation id (GET /_emulator/operations lists them), or the beginning of some and *.")
                .required(),
            EFFECT
                .says(
                    "What it does. respond needs status; content_type needs contentType; delay needs"
                        + " delay; rate_limit needs requests and per.")
                .required(),
            STATUS.says("Status to respond with."),
            HEADERS.says("Headers to add when it responds."),
            BODY.says("Body to respond with, as it is; default: the provider's own error body."),
            CONTENT_TYPE.says(
                "Content type of body, default text/html; or the label to put on an answer."),
            DELAY.says("Of real time."),
            LONGEST.says("How long it holds at most, of real time; default PT2M."),
            REQUESTS.says("How many requests are let through."),
            PER.says("In which time, by the world's clock."),
            TIMES.says("How often it fires; default without limit."),
            AFTER.says("How many requests it leaves alone first."),
            EVERY.says("Only every so-manieth request."))
        .example(
            """
              {"operation":"%s","effect":"respond","status":503,"times":1,
               "headers":{"retry-after":"2"}}"""
                .formatted(vendors.examples().operation()));
  }

  static Fault plant(ControlCall call) {
    Values order = call.body();
    Faults.Builder fault = counted(call.world().faults().on(order.get(OPERATION)), order);
    FaultKind kind = order.get(EFFECT);
    if (kind == FaultKind.RESPOND) {
      order.find(HEADERS).orElse(Map.of()).forEach(fault::header);
    }
    return fault.plant(effect(kind, order));
  }

  private static FaultEffect effect(FaultKind kind, Values order) {
    return switch (kind) {
      case RESPOND -> response(needed(order, STATUS), order);
      case DROP -> FaultEffect.drop();
      case DROP_AFTER_PROCESSING -> FaultEffect.dropAfterProcessing();
      case TRUNCATE -> FaultEffect.truncate();
      case CONTENT_TYPE -> FaultEffect.contentType(needed(order, CONTENT_TYPE));
      case DELAY -> FaultEffect.delay(needed(order, DELAY));
      case HOLD -> FaultEffect.hold(order.find(LONGEST).orElse(Faults.LONGEST_HOLD));
      case RATE_LIMIT -> FaultEffect.rateLimit(needed(order, REQUESTS), needed(order, PER));
    };
  }

  private static FaultEffect response(int status, Values order) {
    return order.has(BODY)
        ? FaultEffect.respond(status, order.find(CONTENT_TYPE).orElse("text/html"), order.get(BODY))
        : FaultEffect.respond(status);
  }

  private static Faults.Builder counted(Faults.Builder fault, Values order) {
    Faults.Builder counted = fault;
    if (order.has(TIMES)) {
      counted = counted.times(order.get(TIMES));
    }
    if (order.has(AFTER)) {
      counted = counted.after(order.get(AFTER));
    }
    if (order.has(EVERY)) {
      counted = counted.every(order.get(EVERY));
    }
    return counted;
  }

  private static <T> T needed(Values order, Field<T> field) {
    return order
        .find(field)
        .orElseThrow(
            () ->
                ControlFailure.invalid(
                    field.name(),
                    field.name() + " is missing for the effect " + order.get(EFFECT).word()));
  }
}
