package dev.keyway.conformance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/**
 * Makes a broken rule say which one it is, what it expects and what came instead, whatever the
 * provider did to break it.
 */
final class RuleFailures implements TestExecutionExceptionHandler {

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    Rule rule =
        context.getTestMethod().map(method -> method.getAnnotation(Rule.class)).orElse(null);
    if (rule == null || failure instanceof TestAbortedException) {
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
