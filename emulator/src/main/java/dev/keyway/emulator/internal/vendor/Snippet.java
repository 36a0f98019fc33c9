package dev.keyway.emulator.internal.vendor;

import java.net.URI;
import java.util.function.Function;

/**
 * Lines that work when they are pasted.
 *
 * @param title for whom they are
 * @param what what they are called where they are copied: code, command
 * @param httpsOnly whether they need the emulator's HTTPS port
 * @param lines the lines, for the address that they need
 */
public record Snippet(String title, String what, boolean httpsOnly, Function<URI, String> lines) {

  /** Lines for the address that the project says itself. */
  public static Snippet of(String title, String what, String lines) {
    return new Snippet(title, what, false, unused -> lines);
  }

  /** Lines for who takes HTTPS only. */
  public static Snippet overHttps(String title, String what, Function<URI, String> lines) {
    return new Snippet(title, what, true, lines);
  }
}
