package dev.keyway.providers.stackauth.wire;

/**
 * Stack Auth answers a sign-in that needs a second factor with an error, which holds the code to go
 * on with. Caught by {@link SignIns}; it never leaves the provider.
 */
public final class SecondFactorDemand extends RuntimeException {

  private final String attemptCode;

  SecondFactorDemand(String attemptCode) {
    super("A second factor is needed");
    this.attemptCode = attemptCode;
  }

  public String attemptCode() {
    return attemptCode;
  }
}
