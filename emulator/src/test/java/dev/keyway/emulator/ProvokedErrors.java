package dev.keyway.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Which errors of the contracts a test has provoked. When all tests have run, these are all but
 * those that {@value #FILE} gives a reason for.
 */
final class ProvokedErrors {
  private static final String FILE = "never-provoked.txt";

  /** Vendor and code, apart by a blank. */
  private static final Set<String> MET = new ConcurrentSkipListSet<>();

  private ProvokedErrors() {}

  static void met(String vendor, String code) {
    MET.add(vendor + " " + code);
  }

  /** Why errors are not provoked, by vendor and code. */
  static Map<String, String> reasons() {
    Map<String, String> reasons = new LinkedHashMap<>();
    try (InputStream in = ProvokedErrors.class.getResourceAsStream(FILE)) {
      String text =
          new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(line -> !line.startsWith("#")).toList()) {
        String[] columns = line.split(" \\| ", 3);
        if (reasons.put(columns[0] + " " + columns[1], columns[2]) != null) {
          throw new IllegalStateException(line + " is listed twice");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reasons;
  }

  /** The emulator's errors that no test met and that have no reason, and those that have one. */
  static Set<String> wrong(Coverage coverage) {
    Set<String> listed = reasons().keySet();
    Set<String> wrong = new TreeSet<>();
    for (EmulatedError error : coverage.errors()) {
      String name = error.provider() + " " + error.code();
      if (MET.contains(name) == listed.contains(name)) {
        wrong.add(name);
      }
    }
    return wrong;
  }
}
