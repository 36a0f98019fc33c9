package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.Fault;
import dev.keyway.emulator.FaultEffect;
import dev.keyway.emulator.Faults;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.fault.FaultKind;
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
  private static final int GREATEST = FaultKind.GREATEST_NUMBER;
  private static final int LONGEST = Math.toIntExact(FaultKind.LONGEST_WAIT.toMillis());

  /** In the order in which they are offered: what is tried most comes first. */
  private static final List<FaultKind> KINDS =
      List.of(
          FaultKind.RESPOND,
          FaultKind.RATE_LIMIT,
          FaultKind.HOLD,
          FaultKind.DELAY,
          FaultKind.DROP,
          FaultKind.DROP_AFTER_PROCESSING,
          FaultKind.TRUNCATE,
          FaultKind.CONTENT_TYPE);

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
    Faults.Builder fault = faults.on(call.field("operation"));
    fault = filled("times") ? fault.times(number("times", "Maximum number of times")) : fault;
    fault = filled("after") ? fault.after(number("after", "Skip the first requests")) : fault;
    fault = filled("every") ? fault.every(number("every", "Only every nth request")) : fault;
    return fault.plant(effect());
  }

  private FaultEffect effect() {
    FaultKind kind =
        FaultKind.of(call.field("effect"))
            .orElseThrow(() -> new BadField("There is no such effect."));
    return switch (kind) {
      case RESPOND -> FaultEffect.respond(number("status", "Status"));
      case RATE_LIMIT ->
          FaultEffect.rateLimit(
              number("requests", "Requests"), Duration.ofSeconds(number("seconds", "Seconds")));
      case HOLD -> FaultEffect.hold(Faults.LONGEST_HOLD);
      case DELAY -> FaultEffect.delay(Duration.ofMillis(number("millis", "Milliseconds", LONGEST)));
      case DROP -> FaultEffect.drop();
      case DROP_AFTER_PROCESSING -> FaultEffect.dropAfterProcessing();
      case TRUNCATE -> FaultEffect.truncate();
      case CONTENT_TYPE -> FaultEffect.contentType(contentType());
    };
  }

  Element html(UiCall page, World world) {
    return page.form(Addresses.world(world, "faults"))
        .cls("card depends")
        .add(
            FormField.text(ID, "operation", "Operation", call.field("operation"))
                .required()
                .suggesting(operations(page))
                .hint("One operation, or the beginning of several operations followed by *.")
                .cls("wide")
                .build(),
            FormField.choice(ID, "effect", "What happens", effects(), call.field("effect"))
                .cls("wide")
                .build(),
            count("status", "Status", "503", "effect-respond").hint("400 to 599.").build(),
            count("requests", "Requests", "10", "effect-limit").build(),
            count("seconds", "in seconds", "60", "effect-limit").build(),
            count("millis", "Milliseconds", "1000", "effect-delay")
                .with("max", Integer.toString(LONGEST))
                .hint("Of real time.")
                .build(),
            FormField.text(ID, "type", "Content type", or("type", "text/html"))
                .cls("effect-mislabel")
                .build(),
            el(
                    "fieldset",
                    el("legend", "How often"),
                    count("times", "Maximum number of times", "", "")
                        .hint("Empty for no limit.")
                        .build(),
                    count("after", "Skip the first requests", "", "").build(),
                    count("every", "Only every nth request", "", "").build())
                .cls("row wide"),
            el("p", el("button", "Add the fault").cls("primary")).cls("wide buttons"));
  }

  private FormField count(String name, String label, String preset, String classes) {
    return FormField.input("number", ID, name, label, or(name, preset))
        .with("min", "0")
        .with("max", Integer.toString(GREATEST))
        .cls(classes);
  }

  private static Map<String, String> effects() {
    Map<String, String> effects = new LinkedHashMap<>();
    KINDS.forEach(kind -> effects.put(kind.word(), label(kind)));
    return effects;
  }

  private static String label(FaultKind kind) {
    return switch (kind) {
      case RESPOND -> "Respond with an error status";
      case RATE_LIMIT -> "Limit the rate: 429 with Retry-After";
      case HOLD -> "Hold the request until it is released";
      case DELAY -> "Delay the request";
      case DROP -> "Drop the connection without processing the request";
      case DROP_AFTER_PROCESSING -> "Process the request, then drop the response";
      case TRUNCATE -> "Send half of the response body";
      case CONTENT_TYPE -> "Send another content type";
    };
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
    return number(name, label, GREATEST);
  }

  private int number(String name, String label, int greatest) {
    String typed = call.field(name);
    if (!typed.matches("[0-9]{1,7}") || Integer.parseInt(typed) > greatest) {
      throw new BadField(label + " must be a number from 0 to " + greatest + ".");
    }
    return Integer.parseInt(typed);
  }
}
