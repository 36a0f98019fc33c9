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
      case "stytch.fraud" ->
          "no device is scored. Put the call behind an interface of yours and let tests answer it, or let a fault answer this route with the status that you want to see.";
      default -> NotImplemented.NOTHING_INSTEAD;
    };
  }
}
