package dev.keyway.emulator;

import java.util.OptionalInt;

/** A fault that was put on an operation. Stays until it has fired often enough or is removed. */
public interface Fault {

  /** Unique in its world, for example {@code f1}. */
  String id();

  /**
   * Operation id, or prefix ending in {@code *}, that it applies to. Several, separated by a comma,
   * where a vendor counts several operations together.
   */
  String operation();

  /** What it does, in words. */
  String effect();

  /** How often it has fired. */
  int fired();

  /** How often it will still fire; empty when without limit. */
  OptionalInt remaining();

  /** Takes it away; requests that already met it are not affected. */
  void remove();
}
