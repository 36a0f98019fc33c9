package dev.keyway.providers.spring;

import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences why an application with a wrong setting does not start. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<AuthException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, AuthException failure) {
    if (failure.code() != ErrorCode.CONFIGURATION_INVALID) {
      return null;
    }
    String problem = String.valueOf(failure.getMessage());
    return new FailureAnalysis(
        "Keyway's client could not be made: " + problem, action(problem), failure);
  }

  private static String action(String problem) {
    if (problem.contains("Missing configuration")) {
      return "Set the property in the application's configuration, or the variable in its"
          + " environment.";
    }
    return problem.contains("is not a setting")
        ? "Rename or remove the property in the application's configuration or environment."
        : "Correct the property in the application's configuration or environment.";
  }
}
