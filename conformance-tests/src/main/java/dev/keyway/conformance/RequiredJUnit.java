package dev.keyway.conformance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Refuses a JUnit that is older than what the suite is tested with. */
final class RequiredJUnit implements BeforeAllCallback {
  private static final int MAJOR = 5;
  private static final int MINOR = 10;
  private static final Pattern NUMBERS = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  @Override
  public void beforeAll(ExtensionContext context) {
    check(Test.class.getPackage().getImplementationVersion());
  }

  /**
   * Takes a version that is new enough, or unknown.
   *
   * @param version as JUnit's jar says it; unknown where its classes come from elsewhere
   * @throws IllegalStateException if it is too old
   */
  static void check(@Nullable String version) {
    Matcher numbers = NUMBERS.matcher(version == null ? "" : version);
    if (!numbers.lookingAt()) {
      return;
    }
    int major = Integer.parseInt(numbers.group(1));
    if (major < MAJOR || (major == MAJOR && Integer.parseInt(numbers.group(2)) < MINOR)) {
      throw new IllegalStateException(
          "The conformance suite needs JUnit "
              + MAJOR
              + "."
              + MINOR
              + " or newer, and this is JUnit "
              + version);
    }
  }
}
