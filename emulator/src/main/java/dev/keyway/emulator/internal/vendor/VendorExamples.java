package dev.keyway.emulator.internal.vendor;

import java.util.List;
import java.util.Map;

/**
 * What documents show of a vendor where they need an example.
 *
 * @param user the id of a user
 * @param lock what becomes of a user who is locked
 * @param operation the id of an operation that fails for a wrong password
 * @param error the code that it fails with
 * @param visit the ids of operations that follow each other
 * @param settings settings by name that differ from the usual
 */
public record VendorExamples(
    String user,
    String lock,
    String operation,
    String error,
    List<String> visit,
    Map<String, Object> settings) {

  /** Copies what can be changed. */
  public VendorExamples {
    visit = List.copyOf(visit);
    settings = Map.copyOf(settings);
  }
}
