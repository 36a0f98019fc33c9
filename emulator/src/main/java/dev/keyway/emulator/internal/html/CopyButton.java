package dev.keyway.emulator.internal.html;

import static dev.keyway.emulator.internal.html.Html.el;

/** A value that a reader will want elsewhere; a script puts a button beside it. */
public final class CopyButton {
  private CopyButton() {}

  /**
   * A value in a line.
   *
   * @param what is copied, for the button: "code", "project id"
   */
  public static Element value(String what, String value) {
    return el("code", value).cls("value").attr("data-copy", what);
  }

  /** The code of a message, to be read from afar. */
  public static Element big(String what, String value) {
    return el("code", value).cls("big-code").attr("data-copy", what);
  }

  /** Several lines. */
  public static Element block(String what, String lines) {
    return el("pre", el("code", lines)).attr("data-copy", what).attr("tabindex", "0");
  }
}
