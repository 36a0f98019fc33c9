package dev.keyway.emulator.internal.pipeline;

/** What a route that the real service has and the emulator has not tells its caller. */
public final class NotImplemented {
  private NotImplemented() {}

  /** Names the operation, and says what a test can do without it. */
  public static String hint(String operation) {
    String area = operation.substring(0, operation.lastIndexOf('.'));
    return "This emulator does not have "
        + operation
        + " yet: "
        + instead(area)
        + " A test that only needs an answer can plan one as a fault of this operation. What is"
        + " served: docs/coverage.md, or AuthEmulator.coverage().";
  }

  private static String instead(String area) {
    if (area.startsWith("stytch.b2b")) {
      return "organizations and members are not emulated, consumer projects are.";
    }
    return switch (area) {
      case "stytch.m2m" -> "tokens for machines are not emulated, users' sessions are.";
      case "stytch.fraud" -> "fraud signals are not emulated, and no request is scored.";
      case "stytch.crypto-wallet" -> "wallets are not emulated, passkeys are.";
      case "stytch.connected-app", "stytch.idp" ->
          "the project does not act as an identity provider of others here.";
      case "stackauth.cli" -> "use a sign-in by password or code.";
      default -> "nothing here stands in for it.";
    };
  }
}
