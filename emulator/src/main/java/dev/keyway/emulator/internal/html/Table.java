package dev.keyway.emulator.internal.html;

import static dev.keyway.emulator.internal.html.Html.el;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table whose first cell names each row. Scrolls sideways on its own where it is too wide. */
public final class Table {
  private final String caption;
  private final List<String> columns;
  private final List<Html> rows = new ArrayList<>();

  /**
   * Begins a table.
   *
   * @param caption names it for those who do not see it
   * @param columns headings; one that begins with {@code >} is aligned to the right
   */
  public Table(String caption, String... columns) {
    this.caption = caption;
    this.columns = List.of(columns);
  }

  public Table row(Html first, Html... others) {
    Element row = el("tr", el("th", first).attr("scope", "row"));
    for (int i = 0; i < others.length; i++) {
      Element cell = el("td", others[i]);
      row.add(columns.get(i + 1).startsWith(">") ? cell.cls("number") : cell);
    }
    rows.add(row);
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  public Element build() {
    Element head = el("tr");
    for (String column : columns) {
      Element cell = el("th").attr("scope", "col");
      head.add(
          column.startsWith(">") ? cell.cls("number").add(column.substring(1)) : cell.add(column));
    }
    Element table =
        el("table", el("caption", caption).cls("vh"), el("thead", head), el("tbody").add(rows));
    return el("div", table)
        .cls("scroll")
        .attr("role", "region")
        .attr("aria-label", caption)
        .attr("tabindex", "0");
  }

  /** Texts as a row of cells. */
  static Html[] cells(String... texts) {
    return Arrays.stream(texts).map(Html::text).toArray(Html[]::new);
  }
}
