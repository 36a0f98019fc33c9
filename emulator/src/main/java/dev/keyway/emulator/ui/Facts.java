package dev.keyway.emulator.ui;

import static dev.keyway.emulator.ui.html.Html.el;
import static dev.keyway.emulator.ui.html.Html.text;

import dev.keyway.emulator.ui.html.Element;
import dev.keyway.emulator.ui.html.Html;
import java.util.ArrayList;
import java.util.List;

/** Names and values one below the other. */
final class Facts {
  private final List<Html> rows = new ArrayList<>();

  Facts add(String name, String value) {
    return add(name, text(value));
  }

  Facts add(String name, Html value) {
    rows.add(el("div", el("dt", name), el("dd", value)));
    return this;
  }

  Element build() {
    return el("dl").cls("facts").add(rows);
  }
}
