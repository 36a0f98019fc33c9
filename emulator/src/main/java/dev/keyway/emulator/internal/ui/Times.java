package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.all;
import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.WorldClock;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.Html;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times and durations as people read them. Always UTC: worlds have no place. */
final class Times {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME_ONLY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Less than this is how long it takes to look at two clocks. */
  private static final Duration NOTHING = Duration.ofSeconds(2);

  private Times() {}

  /** Date and time. */
  static Element full(Instant moment) {
    return time(moment, FULL.format(moment));
  }

  /** How long ago, with date and time to hover for. */
  static Element ago(Instant moment, Instant now) {
    return time(moment, distance(moment, now)).attr("title", FULL.format(moment) + " UTC");
  }

  /** Date and time and how far away that is. */
  static Html both(Instant moment, Instant now) {
    return all(full(moment), el("span", " UTC, " + distance(moment, now)).cls("muted"));
  }

  /** The time where the day is the present one, else date and time. */
  static Element brief(Instant moment, Instant now) {
    boolean today = moment.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return time(moment, (today ? TIME_ONLY : FULL).format(moment))
        .attr("title", FULL.format(moment) + " UTC");
  }

  /**
   * A world's time, which a script may keep going; told with it is that it is frozen or moved,
   * since clients that go by this machine's time then take its tokens for expired or not yet valid.
   */
  static Html clock(WorldClock clock, Instant machineTime) {
    Instant now = clock.now();
    Duration ahead = Duration.between(machineTime, now);
    boolean moved = ahead.abs().compareTo(NOTHING) > 0;
    Element time = full(now);
    return all(
        clock.frozen() ? time : time.attr("data-ticks", Long.toString(now.toEpochMilli())),
        text(" "),
        clock.frozen() ? Badge.warn("frozen") : el("span", "UTC").cls("muted"),
        when(moved, text(" ")),
        when(moved, Badge.warn(length(ahead) + (ahead.isNegative() ? " behind" : " ahead"))));
  }

  /** For example {@code 2 d 3 h}, or {@code 2 d} if there are no hours; never more than that. */
  static String length(Duration duration) {
    Duration rest = duration.abs();
    if (rest.compareTo(Duration.ofSeconds(1)) < 0) {
      return rest.toMillis() + " ms";
    }
    List<String> parts = new ArrayList<>();
    part(parts, rest.toDays(), "d");
    part(parts, rest.toHoursPart(), "h");
    part(parts, rest.toMinutesPart(), "min");
    part(parts, rest.toSecondsPart(), "s");
    boolean two = parts.size() > 1 && !parts.get(1).startsWith("0 ");
    return String.join(" ", parts.subList(0, two ? 2 : 1));
  }

  /** Real time that a request took. */
  static String took(Duration duration) {
    double millis = duration.toNanos() / 1e6;
    return String.format(Locale.ROOT, millis < 10 ? "%.1f ms" : "%.0f ms", millis);
  }

  private static String distance(Instant moment, Instant now) {
    Duration since = Duration.between(moment, now);
    if (since.abs().compareTo(Duration.ofSeconds(2)) < 0) {
      return "now";
    }
    return since.isNegative() ? "in " + length(since) : length(since) + " ago";
  }

  private static void part(List<String> parts, long value, String unit) {
    // Nothing is left out after the first unit that counts: 1 h 0 min 5 s must not be "1 h 5 s".
    if (value > 0 || !parts.isEmpty()) {
      parts.add(value + " " + unit);
    }
  }

  private static Element time(Instant moment, String words) {
    return el("time", words).attr("datetime", moment.truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
