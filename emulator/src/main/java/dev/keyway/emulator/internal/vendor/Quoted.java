package dev.keyway.emulator.internal.vendor;

import com.fasterxml.jackson.databind.node.TextNode;

/** Values as a language wants them. Ids and keys may be pinned to anything. */
public final class Quoted {
  private Quoted() {}

  /** In a properties file. */
  public static String property(String value) {
    return value.replace("\\", "\\\\");
  }

  /** In a shell. */
  public static String shell(String value) {
    return value.matches("[\\w./:@%+=-]+") ? value : "'" + value.replace("'", "'\\''") + "'";
  }

  /** In Java and JavaScript, which read what JSON writes. */
  public static String string(String value) {
    return TextNode.valueOf(value).toString();
  }
}
