package dev.keyway.emulator.internal.schema;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What somebody meant who misspelt a name. */
public final class Suggestion {
  private Suggestion() {}

  /** The name that is nearest; empty when none is near enough to be what was meant. */
  public static Optional<String> among(Collection<String> names, String given) {
    int most = Math.max(2, given.length() / 3);
    return names.stream()
        .filter(name -> distance(name, given) <= most)
        .min(
            Comparator.<String>comparingInt(name -> distance(name, given))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** The names that are known, after the one that was probably meant, in words. */
  public static String known(List<String> names, String given) {
    String all = "nown are " + String.join(", ", names);
    return among(names, given).map(near -> "did you mean " + near + "? K" + all).orElse("k" + all);
  }

  /** How many characters must be added, dropped or replaced to make one of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
