package dev.keyway.emulator.internal.html;

import java.util.List;

/** A piece of a page. Strings become text, whatever they hold. */
public sealed interface Html permits Element, Fragment, Text {

  /** Nothing. */
  Html NONE = new Fragment(List.of());

  /** Appends the markup. */
  void writeTo(StringBuilder out);

  /** An element without content. */
  static Element el(String name) {
    return new Element(name);
  }

  /** An element that holds a text. */
  static Element el(String name, String text) {
    return new Element(name).add(text);
  }

  /** An element that holds others. */
  static Element el(String name, Html... children) {
    return new Element(name).add(children);
  }

  /** A text. */
  static Html text(String text) {
    return new Text(text);
  }

  /** Several pieces one after the other. */
  static Html all(Html... pieces) {
    return new Fragment(List.of(pieces));
  }

  /** Several pieces one after the other. */
  static Html all(List<? extends Html> pieces) {
    return new Fragment(List.copyOf(pieces));
  }

  /** The piece, or nothing. */
  static Html when(boolean condition, Html piece) {
    return condition ? piece : NONE;
  }

  /** A whole document: the doctype, then {@code root}. */
  static String document(Element root) {
    StringBuilder out = new StringBuilder(8_192).append("<!doctype html>\n");
    root.writeTo(out);
    return out.append('\n').toString();
  }
}
