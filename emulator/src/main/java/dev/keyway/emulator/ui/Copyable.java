package dev.keyway.emulator.ui;

import static dev.keyway.emulator.ui.html.Html.el;

import dev.keyway.emulator.ui.html.Element;

/** A value that a reader will want elsewhere; a script puts a button beside it. */
final class Copyable {
  private Copyable() {}

  /**
   * A value in a line.
   *
   * @param what is copied, for the button: "code", "project id"
   */
  static Element value(String what, String value) {
    return el("code", value).cls("value").attr("data-copy", what);
  }

  /** The code of a message, to be read from afar. */
  static Element big(String what, String value) {
    return el("code", value).cls("big-code").attr("data-copy", what);
  }

  /** Several lines. */
  static Element block(String what, String lines) {
    return el("pre", el("code", lines)).attr("data-copy", what).attr("tabindex", "0");
  }
}
