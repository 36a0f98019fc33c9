package dev.keyway.emulator.internal.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** An element in the making. Not safe for use by several threads. */
public final class Element implements Html {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");
  private static final Set<String> VOID =
      Set.of("br", "hr", "img", "input", "link", "meta", "col", "wbr");
  private static final Set<String> ADDRESSES =
      Set.of("href", "src", "action", "formaction", "poster", "data", "srcset", "srcdoc");

  /** A parser drops a line feed at the beginning of these. */
  private static final Set<String> SWALLOWING = Set.of("pre", "textarea");

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Html> children = new ArrayList<>();

  Element(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("There is no element " + name);
    }
    this.name = name;
  }

  /**
   * Sets an attribute.
   *
   * @throws IllegalArgumentException for handlers, inline styles, and for addresses, which have
   *     methods of their own
   */
  public Element attr(String attribute, String value) {
    if (!NAME.matcher(attribute).matches()
        || attribute.startsWith("on")
        || attribute.equals("style")
        || ADDRESSES.contains(attribute)) {
      throw new IllegalArgumentException("The attribute " + attribute + " cannot be set so");
    }
    attributes.put(attribute, Objects.requireNonNull(value, attribute));
    return this;
  }

  /** Sets an attribute that has no value. */
  public Element flag(String attribute) {
    return attr(attribute, "");
  }

  /** Sets an attribute without a value if {@code condition} holds. */
  public Element flag(String attribute, boolean condition) {
    return condition ? flag(attribute) : this;
  }

  /** Sets the classes. */
  public Element cls(String classes) {
    return attr("class", classes);
  }

  /** Sets the id. */
  public Element id(String id) {
    return attr("id", id);
  }

  /** Sets where a link leads. */
  public Element href(Url url) {
    attributes.put("href", url.toString());
    return this;
  }

  /** Leads to an element of the same page. */
  public Element anchor(String id) {
    attributes.put("href", "#" + id);
    return this;
  }

  /** Sets where a picture or a script is. */
  public Element src(Url url) {
    attributes.put("src", url.toString());
    return this;
  }

  /** Sets where a form is sent to. */
  public Element action(Url url) {
    attributes.put("action", url.toString());
    return this;
  }

  /** Adds a text. */
  public Element add(String text) {
    return add(new Text(text));
  }

  /** Adds pieces. */
  public Element add(Html... pieces) {
    return add(List.of(pieces));
  }

  /**
   * Adds pieces.
   *
   * @throws IllegalStateException in scripts and styles, where escapes mean nothing, and in
   *     elements that hold nothing
   */
  public Element add(List<? extends Html> pieces) {
    boolean closed = VOID.contains(name) || name.equals("script") || name.equals("style");
    if (closed && !pieces.isEmpty()) {
      throw new IllegalStateException("Nothing may stand in " + name.toUpperCase(Locale.ROOT));
    }
    children.addAll(pieces);
    return this;
  }

  @Override
  public void writeTo(StringBuilder out) {
    out.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          out.append(' ').append(attribute);
          if (!value.isEmpty()) {
            out.append("=\"");
            Text.escape(value, out);
            out.append('"');
          }
        });
    out.append('>');
    if (VOID.contains(name)) {
      return;
    }
    if (SWALLOWING.contains(name)) {
      out.append('\n');
    }
    children.forEach(child -> child.writeTo(out));
    out.append("</").append(name).append('>');
  }
}
