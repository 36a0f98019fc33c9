package dev.keyway.emulator.declared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many wrong requests were sent to a vendor, by what was wrong with them. Kept in a file for
 * the coverage page; {@code -Dkeyway.docs.write=true} writes it anew.
 */
final class Figures {
  private static final Path FILE =
      Path.of("src/test/resources/dev/keyway/emulator/declared/bad-input.txt");

  private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);

  void add(Fault fault, int more) {
    counts.merge(fault, more, Integer::sum);
  }

  /** Fails if the file says otherwise. */
  void check(String provider) throws IOException {
    List<String> own = new ArrayList<>();
    counts.forEach((fault, count) -> own.add(provider + " " + count + " " + fault.words()));
    List<String> kept = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String line : Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of()) {
      (line.startsWith(provider + " ") ? kept : others).add(line);
    }
    if (Boolean.getBoolean("keyway.docs.write")) {
      others.addAll(own);
      others.sort((a, b) -> a.split(" ", 2)[0].compareTo(b.split(" ", 2)[0]));
      Files.createDirectories(FILE.getParent());
      Files.write(FILE, others);
    } else {
      assertEquals(own, kept, FILE + " is stale; run this test with -Dkeyway.docs.write=true");
    }
  }
}
