package dev.keyway.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Makes a broken rule say which one it is, what it expects and what came instead, whatever the
 * provider did to break it.
 */
final class RuleFailures implements TestExecutionExceptionHandler {
  /** By name: the class is of a library that JUnit brings and this suite does not ask for. */
  private static final String ABORTED = "org.opentest4j.TestAbortedException";

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Rule rule =
        context.getTestMethod().map(method -> method.getAnnotation(Rule.class)).orElse(null);
    if (rule == null || failure.getClass().getName().equals(ABORTED)) {
      throw failure;
    }
    throw new AssertionError(
        rule.id() + " expects: " + rule.value() + ". Instead: " + instead(failure), failure);
  }

  private static String instead(Throwable failure) {
    return failure instanceof AssertionError
        ? String.valueOf(failure.getMessage())
        : "a step that has to succeed ended with " + failure;
  }
}
