package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.pipeline.NotImplemented;

/** What a test can do where the emulator lacks a product of the vendor. */
final class Instead {
  private Instead() {}

  /** The end of a sentence about an operation that answers 501. */
  static String of(String operation) {
    String area = operation.substring(0, operation.lastIndexOf('.'));
    if (area.startsWith("stytch.b2b")) {
      return "organizations and members are not emulated, consumer projects are.";
    }
    return switch (area) {
      case "stytch.fraud" -> "fraud signals are not emulated, and no request is scored.";
      default -> NotImplemented.NOTHING_INSTEAD;
    };
  }
}
