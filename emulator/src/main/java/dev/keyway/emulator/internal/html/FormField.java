package dev.keyway.emulator.internal.html;

import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.when;

import java.util.List;
import java.util.Map;

/** A control of a form with its label. Its id is the form's name and its own. */
public final class FormField {
  private static final int MOST_ROWS = 14;

  private final String id;
  private final String label;
  private final Element control;
  private String hint = "";
  private String problem = "";
  private String classes = "field";
  private Html extra = Html.NONE;

  private FormField(String id, String label, Element control) {
    this.id = id;
    this.label = label;
    this.control = control.id(id);
  }

  /** A line of text. */
  public static FormField text(String form, String name, String label, String value) {
    return input("text", form, name, label, value);
  }

  /** A line of some type. */
  public static FormField input(String type, String form, String name, String label, String value) {
    Element input =
        el("input")
            .attr("type", type)
            .attr("name", name)
            .attr("value", value)
            .attr("autocomplete", "off");
    return new FormField(form + "-" + name, label, input);
  }

  /** A choice; {@code options} is words by value, in order. */
  public static FormField choice(
      String form, String name, String label, Map<String, String> options, String chosen) {
    Element select = el("select").attr("name", name);
    options.forEach(
        (value, words) ->
            select.add(
                el("option", words).attr("value", value).flag("selected", value.equals(chosen))));
    return new FormField(form + "-" + name, label, select);
  }

  /** A box to tick. */
  public static FormField tick(String form, String name, String label) {
    Element box = el("input").attr("type", "checkbox").attr("name", name).attr("value", "yes");
    return new FormField(form + "-" + name, label, box).cls("tick");
  }

  /** Lines of text. */
  public static FormField area(String form, String name, String label, String value) {
    long lines = Math.min(MOST_ROWS, value.lines().count() + 1);
    Element area =
        el("textarea", value)
            .attr("name", name)
            .attr("rows", Long.toString(lines))
            .attr("spellcheck", "false")
            .attr("autocomplete", "off");
    return new FormField(form + "-" + name, label, area);
  }

  /** Ticks the box if {@code condition} holds. */
  public FormField ticked(boolean condition) {
    control.flag("checked", condition);
    return this;
  }

  /** Says at the field why what was typed cannot be; empty for nothing. */
  public FormField problem(String words) {
    this.problem = words;
    return this;
  }

  public FormField hint(String words) {
    this.hint = words;
    return this;
  }

  public FormField required() {
    control.flag("required");
    return this;
  }

  public FormField with(String attribute, String value) {
    control.attr(attribute, value);
    return this;
  }

  public FormField suggesting(List<String> values) {
    Element list = el("datalist").id(id + "-list");
    values.forEach(value -> list.add(el("option").attr("value", value)));
    control.attr("list", id + "-list");
    this.extra = list;
    return this;
  }

  public FormField cls(String more) {
    this.classes = "field " + more;
    return this;
  }

  public Element build() {
    if (!problem.isEmpty()) {
      control.attr("aria-invalid", "true").attr("aria-describedby", id + "-problem");
    } else if (!hint.isEmpty()) {
      control.attr("aria-describedby", id + "-hint");
    }
    return el(
            "div",
            el("label", label).attr("for", id),
            control,
            extra,
            when(!problem.isEmpty(), el("p", problem).cls("wrong").id(id + "-problem")),
            when(!hint.isEmpty(), el("p", hint).cls("hint").id(id + "-hint")))
        .cls(classes);
  }
}
