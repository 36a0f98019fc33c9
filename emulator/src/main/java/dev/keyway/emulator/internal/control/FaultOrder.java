package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.Faults;
import java.time.Duration;
import java.util.Map;

/** What is sent to plant a fault. */
final class FaultOrder {
  private static final int MOST = 1_000_000;
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(2);

  static final Shape SHAPE =
      Shape.named("FaultOrder")
          .required(
              "operation",
              Type.line(),
              "Operation id (GET /_emulator/operations lists them), or the beginning of some and *.")
          .required(
              "effect",
              Type.choice(
                  "respond",
                  "drop",
                  "drop_after_processing",
                  "truncate",
                  "content_type",
                  "delay",
                  "hold",
                  "rate_limit"),
              "What it does. respond needs status; content_type needs contentType; delay needs"
                  + " delay; rate_limit needs requests and per.")
          .optional("status", Type.integer(400, 599), "Status to respond with.")
          .optional("headers", Type.headers(), "Headers to add when it responds.")
          .optional(
              "body",
              Type.text(),
              "Body to respond with, as it is; default: the provider's own error body.")
          .optional(
              "contentType",
              Type.line(),
              "Content type of body, default text/html; or the label to put on an answer.")
          .optional("delay", Type.duration(Duration.ZERO, LONGEST_DELAY), "Of real time.")
          .optional(
              "longest",
              Type.duration(Duration.ZERO, LONGEST_DELAY),
              "How long it holds at most, of real time; default PT2M.")
          .optional("requests", Type.integer(1, MOST), "How many requests are let through.")
          .optional(
              "per",
              Type.duration(Duration.ofMillis(1), Duration.ofDays(366)),
              "In which time, by the world's clock.")
          .optional("times", Type.integer(1, MOST), "How often it fires; default without limit.")
          .optional("after", Type.integer(0, MOST), "How many requests it leaves alone first.")
          .optional("every", Type.integer(1, MOST), "Only every so-manieth request.")
          .example(
              """
              {"operation":"stackauth.password.sign-in","effect":"respond","status":503,"times":1,
               "headers":{"retry-after":"2"}}""");

  private FaultOrder() {}

  static Fault plant(ControlCall call) {
    Input order = call.body();
    Faults.Plan plan = counted(call.world().faults().on(order.text("operation")), order);
    return switch (order.text("effect")) {
      case "respond" -> respond(plan, order);
      case "drop" -> plan.drop();
      case "drop_after_processing" -> plan.dropAfterProcessing();
      case "truncate" -> plan.truncate();
      case "content_type" -> plan.contentType(needed(order, "contentType"));
      case "delay" -> plan.delay(Duration.parse(needed(order, "delay")));
      case "hold" -> plan.hold(order.duration("longest", Faults.LONGEST_HOLD));
      case "rate_limit" ->
          plan.rateLimit(
              Integer.parseInt(needed(order, "requests")), Duration.parse(needed(order, "per")));
      default -> throw ControlFailure.invalid("effect", "There is no such effect");
    };
  }

  private static Faults.Plan counted(Faults.Plan plan, Input order) {
    Faults.Plan counted = plan;
    if (order.has("times")) {
      counted = counted.times(order.integer("times", 1));
    }
    if (order.has("after")) {
      counted = counted.after(order.integer("after", 0));
    }
    if (order.has("every")) {
      counted = counted.every(order.integer("every", 1));
    }
    return counted;
  }

  private static Fault respond(Faults.Plan plan, Input order) {
    int status = Integer.parseInt(needed(order, "status"));
    Faults.Plan whole = plan;
    for (Map.Entry<String, String> header : order.map("headers").entrySet()) {
      whole = whole.header(header.getKey(), header.getValue());
    }
    return order.has("body")
        ? whole.respond(status, order.find("contentType").orElse("text/html"), order.text("body"))
        : whole.respond(status);
  }

  private static String needed(Input order, String field) {
    return order
        .find(field)
        .orElseThrow(
            () ->
                ControlFailure.invalid(
                    field, field + " is missing for the effect " + order.text("effect")));
  }
}
