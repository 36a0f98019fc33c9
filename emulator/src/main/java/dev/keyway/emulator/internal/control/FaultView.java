package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Fault;
import dev.keyway.emulator.HeldRequests;
import dev.keyway.emulator.internal.json.Json;
import java.util.List;

/** A fault in answers. */
final class FaultView {
  private static final String EXAMPLE =
      """
      {"id":"f1","operation":"stackauth.password.sign-in","effect":"respond 503","fired":1,
       "remaining":1}""";

  static final Shape SHAPE =
      Shape.named("Fault")
          .required("id", Type.line(), "Unique in its world.")
          .required("operation", Type.line(), "Operation id, or the beginning of some and *.")
          .required("effect", Type.text(), "What it does, in words.")
          .required("fired", Type.number(), "How often it has fired.")
          .optional("remaining", Type.number(), "How often it will; absent when without limit.")
          .optional("waiting", Type.number(), "How many requests it holds now, if it holds.")
          .optional("timeLeft", Type.line(), "When it releases by itself; ISO 8601, real time.")
          .example(EXAMPLE);

  static final Shape LIST =
      Shape.named("Faults")
          .required("faults", Type.listOf(Type.of(SHAPE)), "Oldest first.")
          .example("{\"faults\":[" + EXAMPLE + "]}");

  private FaultView() {}

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
