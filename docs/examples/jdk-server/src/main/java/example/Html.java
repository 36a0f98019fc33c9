package example;

/**
 * Text that is markup already. Only this type gets into a page, so that what people typed cannot
 * get there unescaped.
 */
record Html(String markup) {

  /** Markup of ours; each {@code %s} takes an escaped value. */
  static Html of(String template, Object... values) {
    Object[] escaped = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      escaped[i] = values[i] instanceof Html html ? html.markup() : escape(values[i].toString());
    }
    return new Html(template.formatted(escaped));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
