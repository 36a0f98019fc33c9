package dev.keyway.emulator.ui;

import static dev.keyway.emulator.ui.html.Html.el;
import static dev.keyway.emulator.ui.html.Html.when;

import dev.keyway.emulator.ui.html.Element;
import dev.keyway.emulator.ui.html.Html;
import java.util.List;
import java.util.Map;

/** A control of a form with its label. Its id is the form's name and its own. */
final class Field {
  private final String id;
  private final String label;
  private final Element control;
  private String hint = "";
  private String classes = "field";
  private Html extra = Html.NONE;

  private Field(String id, String label, Element control) {
    this.id = id;
    this.label = label;
    this.control = control.id(id);
  }

  /** A line of text. */
  static Field text(String form, String name, String label, String value) {
    return input("text", form, name, label, value);
  }

  /** A line of some type. */
  static Field input(String type, String form, String name, String label, String value) {
    Element input =
        el("input")
            .attr("type", type)
            .attr("name", name)
            .attr("value", value)
            .attr("autocomplete", "off");
    return new Field(form + "-" + name, label, input);
  }

  /** A choice; {@code options} is words by value, in order. */
  static Field choice(
      String form, String name, String label, Map<String, String> options, String chosen) {
    Element select = el("select").attr("name", name);
    options.forEach(
        (value, words) ->
            select.add(
                el("option", words).attr("value", value).flag("selected", value.equals(chosen))));
    return new Field(form + "-" + name, label, select);
  }

  /** A box to tick. */
  static Field tick(String form, String name, String label) {
    Element box = el("input").attr("type", "checkbox").attr("name", name).attr("value", "yes");
    return new Field(form + "-" + name, label, box).cls("tick");
  }

  Field hint(String words) {
    this.hint = words;
    return this;
  }

  Field required() {
    control.flag("required");
    return this;
  }

  Field with(String attribute, String value) {
    control.attr(attribute, value);
    return this;
  }

  Field suggesting(List<String> values) {
    Element list = el("datalist").id(id + "-list");
    values.forEach(value -> list.add(el("option").attr("value", value)));
    control.attr("list", id + "-list");
    this.extra = list;
    return this;
  }

  Field cls(String more) {
    this.classes = "field " + more;
    return this;
  }

  Element build() {
    if (!hint.isEmpty()) {
      control.attr("aria-describedby", id + "-hint");
    }
    return el(
            "div",
            el("label", label).attr("for", id),
            control,
            extra,
            when(!hint.isEmpty(), el("p", hint).cls("hint").id(id + "-hint")))
        .cls(classes);
  }
}
