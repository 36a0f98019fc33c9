package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The coverage page lists every route that the emulator knows. {@code -Dkeyway.docs.write=true}
 * writes it anew.
 */
class CoverageTest {

  private static final String PAGE = "docs/coverage.md";
  private static final Comparator<Operation> BY_PATH =
      Comparator.comparing(Operation::path).thenComparing(Operation::method);

  @Test
  void thePageListsEveryRoute() {
    List<Operation> operations;
    try (AuthEmulator emulator = AuthEmulator.start()) {
      operations = emulator.operations();
    }
    String page =
        """
        # What the emulator serves

        Written by a test from the emulator's own routes. A route that is not built answers 501 and names itself; one that is not listed answers as the real service answers an unknown one.

        *Known from* says how we know that the real service behaves so: `vendor-source` from the vendor's own source code, `documented` from its documentation or SDKs, `inferred` from neither.

        """
            + section("Stack Auth", "stackauth", operations)
            + section("Stytch", "stytch", operations);
    if (Boolean.getBoolean("keyway.docs.write")) {
      new Document(Document.ROOT.resolve(PAGE), page).write();
    } else {
      assertEquals(
          page,
          Document.read(PAGE).text(),
          "the page is stale; run this test with -Dkeyway.docs.write=true");
    }
  }

  private static String section(String title, String provider, List<Operation> all) {
    List<Operation> own = all.stream().filter(o -> o.provider().equals(provider)).toList();
    List<Operation> built = own.stream().filter(Operation::built).sorted(BY_PATH).toList();
    List<Operation> missing = own.stream().filter(o -> !o.built()).sorted(BY_PATH).toList();
    StringBuilder text = new StringBuilder("## " + title + "\n\n");
    text.append("%d of %d routes are built".formatted(built.size(), own.size()));
    for (Provenance provenance : Provenance.values()) {
      long count = built.stream().filter(o -> o.provenance() == provenance).count();
      text.append(", %d %s".formatted(count, provenance.tag()));
    }
    text.append(".\n\n| Route | Operation | Known from |\n|---|---|---|\n");
    for (Operation o : built) {
      text.append(
          "| `%s %s` | `%s` | %s |\n"
              .formatted(o.method(), o.path(), o.id(), o.provenance().tag()));
    }
    text.append("\nKnown and not built (501):\n\n");
    for (Operation o : missing) {
      text.append("- `%s %s`\n".formatted(o.method(), o.path()));
    }
    return text.append("\n").toString();
  }
}
