package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.html.BadField;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The form that arms a fault, and what was typed into it. */
final class FaultForm {
  private static final String ID = "fault";
  private static final int GREATEST = 1_000_000;
  private static final Map<String, String> EFFECTS = new LinkedHashMap<>();

  static {
    EFFECTS.put("respond", "Answer with an error status");
    EFFECTS.put("limit", "Limit the rate: 429 with Retry-After");
    EFFECTS.put("hold", "Hold the request until it is released");
    EFFECTS.put("delay", "Delay the request");
    EFFECTS.put("drop", "Drop the connection, nothing is processed");
    EFFECTS.put("lose", "Process, then lose the answer");
    EFFECTS.put("truncate", "Send half of the body");
    EFFECTS.put("mislabel", "Send another content type");
  }

  private final UiCall call;

  private FaultForm(UiCall call) {
    this.call = call;
  }

  static FaultForm of(UiCall call) {
    return new FaultForm(call);
  }

  /**
   * Arms the fault.
   *
   * @throws IllegalArgumentException saying what was typed wrongly
   */
  Fault plant(Faults faults) {
    if (call.field("operation").isEmpty()) {
      throw new BadField("An operation is needed.");
    }
    Faults.Plan plan = faults.on(call.field("operation"));
    plan = filled("times") ? plan.times(number("times", "Times")) : plan;
    plan = filled("after") ? plan.after(number("after", "Leave alone")) : plan;
    plan = filled("every") ? plan.every(number("every", "Every nth")) : plan;
    return switch (call.field("effect")) {
      case "respond" -> plan.respond(number("status", "Status"));
      case "limit" ->
          plan.rateLimit(
              number("requests", "Requests"), Duration.ofSeconds(number("seconds", "Seconds")));
      case "hold" -> plan.hold();
      case "delay" -> plan.delay(Duration.ofMillis(number("millis", "Milliseconds")));
      case "drop" -> plan.drop();
      case "lose" -> plan.dropAfterProcessing();
      case "truncate" -> plan.truncate();
      case "mislabel" -> plan.contentType(contentType());
      default -> throw new BadField("There is no such effect.");
    };
  }

  Element html(UiCall page, World world) {
    return page.form(Addresses.world(world, "faults"))
        .cls("card depends")
        .add(
            FormField.text(ID, "operation", "Operation", call.field("operation"))
                .required()
                .suggesting(operations(page))
                .hint("One operation, or the beginning of several with a * at its end.")
                .cls("wide")
                .build(),
            FormField.choice(ID, "effect", "What happens", EFFECTS, call.field("effect"))
                .cls("wide")
                .build(),
            count("status", "Status", "503", "effect-respond").hint("400 to 599.").build(),
            count("requests", "Requests", "10", "effect-limit").build(),
            count("seconds", "in seconds", "60", "effect-limit").build(),
            count("millis", "Milliseconds", "1000", "effect-delay").hint("Of real time.").build(),
            FormField.text(ID, "type", "Content type", or("type", "text/html"))
                .cls("effect-mislabel")
                .build(),
            el(
                    "fieldset",
                    el("legend", "How often"),
                    count("times", "At most so many times", "", "")
                        .hint("Empty for no limit.")
                        .build(),
                    count("after", "Leave the first so many alone", "", "").build(),
                    count("every", "Only every nth", "", "").build())
                .cls("row wide"),
            el("p", el("button", "Arm the fault").cls("primary")).cls("wide buttons"));
  }

  private FormField count(String name, String label, String preset, String classes) {
    return FormField.input("number", ID, name, label, or(name, preset))
        .with("min", "0")
        .with("max", Integer.toString(GREATEST))
        .cls(classes);
  }

  private static List<String> operations(UiCall page) {
    TreeSet<String> ids = new TreeSet<>();
    for (Operation operation : page.emulator().operations()) {
      ids.add(operation.id());
      int last = operation.id().lastIndexOf('.');
      if (last > 0) {
        ids.add(operation.id().substring(0, last) + ".*");
      }
    }
    return new ArrayList<>(ids);
  }

  private String contentType() {
    String type = call.field("type");
    if (!type.matches("[\\w.+-]+/[\\w.+-]+( *;[\\w.+=\" -]*)?")) {
      throw new BadField("A content type is like text/html.");
    }
    return type;
  }

  private boolean filled(String name) {
    return !call.field(name).isEmpty();
  }

  private String or(String name, String preset) {
    return filled(name) ? call.field(name) : preset;
  }

  private int number(String name, String label) {
    String typed = call.field(name);
    if (!typed.matches("[0-9]{1,7}") || Integer.parseInt(typed) > GREATEST) {
      throw new BadField(label + " must be a number from 0 to " + GREATEST + ".");
    }
    return Integer.parseInt(typed);
  }
}
