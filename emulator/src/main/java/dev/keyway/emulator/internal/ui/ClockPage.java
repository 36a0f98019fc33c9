package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldClock;
import dev.keyway.emulator.internal.html.BadField;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.http.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** The time of a world. */
final class ClockPage {
  /** Certificates, tokens and formats end somewhere; no test needs more. */
  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

  private static final Map<String, Duration> STEPS = new LinkedHashMap<>();
  private static final Map<String, String> UNITS = new LinkedHashMap<>();

  static {
    STEPS.put("+1 min", Duration.ofMinutes(1));
    STEPS.put("+10 min", Duration.ofMinutes(10));
    STEPS.put("+1 hour", Duration.ofHours(1));
    STEPS.put("+1 day", Duration.ofDays(1));
    UNITS.put("SECONDS", "seconds");
    UNITS.put("MINUTES", "minutes");
    UNITS.put("HOURS", "hours");
    UNITS.put("DAYS", "days");
  }

  private ClockPage() {}

  static Response show(UiCall call) {
    return page(call, "");
  }

  static Response move(UiCall call) {
    World world = call.world();
    try {
      return UiCall.seeOther(Addresses.world(world, "clock"), change(call, world.clock()));
    } catch (BadField e) {
      return page(call, e.reason());
    }
  }

  private static Notice change(UiCall call, WorldClock clock) {
    Duration step = STEPS.get(call.field("step"));
    if (step != null) {
      return advance(clock, step);
    }
    switch (call.field("verb")) {
      case "freeze" -> {
        clock.freeze();
        return Notice.CLOCK_FROZEN;
      }
      case "resume" -> {
        clock.resume();
        return Notice.CLOCK_RUNNING;
      }
      case "reset" -> {
        clock.reset();
        return Notice.CLOCK_RESET;
      }
      case "advance" -> {
        return advance(clock, length(call));
      }
      case "set" -> {
        clock.set(checked(moment(call.field("moment"))));
        return Notice.CLOCK_MOVED;
      }
      default -> throw new BadField("There is no such button.");
    }
  }

  private static Notice advance(WorldClock clock, Duration step) {
    checked(clock.now().plus(step));
    clock.advance(step);
    return Notice.CLOCK_MOVED;
  }

  private static Duration length(UiCall call) {
    String amount = call.field("amount");
    if (!amount.matches("-?[0-9]{1,6}") || !UNITS.containsKey(call.field("unit"))) {
      throw new BadField("How far must be a whole number of at most six digits.");
    }
    return Duration.of(Long.parseLong(amount), ChronoUnit.valueOf(call.field("unit")));
  }

  private static Instant moment(String typed) {
    try {
      // What browsers send for a local time; the field says that it is UTC.
      return typed.endsWith("Z")
          ? Instant.parse(typed)
          : LocalDateTime.parse(typed.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new BadField("The time must be like 2030-01-31T12:00:00.");
    }
  }

  private static Instant checked(Instant moment) {
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new BadField("The clock goes from 1970 to 2999.");
    }
    return moment;
  }

  private static Response page(UiCall call, String problem) {
    World world = call.world();
    return View.of("Clock", world, Section.CLOCK)
        .lead(
            "Codes, links, sessions, tokens, authenticator apps and rate limits of this world go by"
                + " this clock. Move it instead of waiting.")
        .problem(problem)
        .content(face(call, world.clock()), steps(call, world), exact(call, world))
        .response(call);
  }

  private static Html face(UiCall call, WorldClock clock) {
    Instant now = clock.now();
    Duration ahead = Duration.between(call.machineTime(), now);
    String offset =
        ahead.abs().compareTo(Duration.ofSeconds(1)) < 0
            ? "with this machine's time"
            : Times.length(ahead)
                + (ahead.isNegative() ? " behind" : " ahead of")
                + " this machine";
    return el(
            "div",
            el("p", Times.clock(clock, call.machineTime())).cls("clock-face"),
            el("p", (clock.frozen() ? "Stands still, " : "Runs, ") + offset + ".").cls("muted"))
        .id("face")
        .flag("data-live");
  }

  private static Html steps(UiCall call, World world) {
    Element form = call.form(Addresses.world(world, "clock")).cls("steps");
    STEPS
        .keySet()
        .forEach(
            step ->
                form.add(
                    el("button", step).attr("name", "step").attr("value", step).cls("primary")));
    boolean frozen = world.clock().frozen();
    return form.add(
        verb(frozen ? "resume" : "freeze", frozen ? "Let it run" : "Freeze"),
        verb("reset", "Back to this machine's time"));
  }

  private static Element verb(String verb, String label) {
    return el("button", label).attr("name", "verb").attr("value", verb);
  }

  private static Html exact(UiCall call, World world) {
    String now =
        LocalDateTime.ofInstant(world.clock().now(), ZoneOffset.UTC)
            .truncatedTo(ChronoUnit.SECONDS)
            .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    return all(
        el("h2", "Move by"),
        call.form(Addresses.world(world, "clock"))
            .cls("card row")
            .add(
                FormField.input("number", "clock", "amount", "How far", "5")
                    .required()
                    .hint("Negative to go back.")
                    .build(),
                FormField.choice("clock", "unit", "Unit", UNITS, "MINUTES").build(),
                verb("advance", "Move")),
        el("h2", "Set to"),
        call.form(Addresses.world(world, "clock"))
            .cls("card row")
            .add(
                FormField.input("datetime-local", "clock", "moment", "Date and time, UTC", now)
                    .with("step", "1")
                    .required()
                    .build(),
                verb("set", "Set")));
  }
}
