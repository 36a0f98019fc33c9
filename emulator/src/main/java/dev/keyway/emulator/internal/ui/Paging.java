package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.when;

import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Url;
import java.util.List;

/** A long list in pages. */
final class Paging {
  private final int number;
  private final int last;
  private final int size;

  private Paging(int number, int last, int size) {
    this.number = number;
    this.last = last;
    this.size = size;
  }

  /** The page that the query asks for, or the nearest that there is. */
  static Paging of(UiCall call, int total, int size) {
    int last = Math.max(1, (total + size - 1) / size);
    return new Paging(Math.min(Math.max(1, number(call.query("page"))), last), last, size);
  }

  <T> List<T> cut(List<T> whole) {
    int from = (number - 1) * size;
    return whole.subList(from, Math.min(whole.size(), from + size));
  }

  /** Links to the neighbouring pages; nothing when there is only one. */
  Html links(Url here) {
    return when(
        last > 1,
        el(
                "nav",
                when(number > 1, el("a", "Newer").href(page(here, number - 1)).attr("rel", "prev")),
                el("span", "Page " + number + " of " + last),
                when(
                    number < last,
                    el("a", "Older").href(page(here, number + 1)).attr("rel", "next")))
            .cls("paging")
            .attr("aria-label", "Pages"));
  }

  private static Url page(Url here, int number) {
    return here.with("page", Integer.toString(number));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
  }
}
