package dev.keyway.emulator.internal.html;

import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import java.util.ArrayList;
import java.util.List;

/** Names and values one below the other. */
public final class DefinitionList {
  private final List<Html> rows = new ArrayList<>();

  public DefinitionList add(String name, String value) {
    return add(name, text(value));
  }

  public DefinitionList add(String name, Html value) {
    rows.add(el("div", el("dt", name), el("dd", value)));
    return this;
  }

  public Element build() {
    return el("dl").cls("facts").add(rows);
  }
}
