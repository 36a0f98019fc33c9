package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.number;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Fault;
import dev.keyway.emulator.HeldRequests;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.List;

/** A fault in responses. */
final class FaultView {
  private FaultView() {}

  static ObjectType shape(VendorTerms vendors) {
    return ObjectType.of(
            "Fault",
            line("id").says("Unique in its world.").required(),
            line("operation").says("Operation id, or the beginning of some and *.").required(),
            text("effect").says("What it does, in words.").required(),
            number("fired").says("How often it has fired.").required(),
            number("remaining").says("How often it will; absent when without limit."),
            number("waiting").says("How many requests it holds now, if it holds."),
            line("timeLeft").says("When it releases by itself; ISO 8601, real time."))
        .example(example(vendors));
  }

  static ObjectType list(VendorTerms vendors) {
    return ObjectType.of(
            "Faults", listOf("faults", shape(vendors)).says("Oldest first.").required())
        .example("{\"faults\":[" + example(vendors) + "]}");
  }

  private static String example(VendorTerms vendors) {
    return """
        {"id":"f1","operation":"%s","effect":"respond 503","fired":1,
         "remaining":1}"""
        .formatted(vendors.examples().operation());
  }

  static ObjectNode of(Fault fault) {
    ObjectNode view =
        Json.object()
            .put("id", fault.id())
            .put("operation", fault.operation())
            .put("effect", fault.effect())
            .put("fired", fault.fired());
    fault.remaining().ifPresent(count -> view.put("remaining", count));
    if (fault instanceof HeldRequests held) {
      view.put("waiting", held.waiting()).put("timeLeft", held.timeLeft().toString());
    }
    return view;
  }

  static ObjectNode of(List<? extends Fault> faults) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("faults");
    faults.forEach(fault -> array.add(of(fault)));
    return list;
  }
}
