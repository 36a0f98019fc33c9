package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.Coverage.Tally;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The coverage page lists every route and every error that the emulator knows. {@code
 * -Dkeyway.docs.write=true} writes it anew.
 */
class CoverageTest {

  private static final String PAGE = "docs/coverage.md";
  private static final String BAD_INPUT =
      "emulator/src/test/resources/dev/keyway/emulator/declared/bad-input.txt";
  private static final String ANSWERS = "emulator/src/test/resources/dev/keyway/emulator/answer/";
  private static final String NEVER_PROVOKED =
      "emulator/src/test/resources/dev/keyway/emulator/never-provoked.txt";
  private static final List<String> VENDORS = List.of("stackauth", "stytch");

  private static final String QUESTIONS =
      """
      ## Questions that came up

      | Question | Answer here | Known from |
      |---|---|---|
      | Stytch: do ten replays of a spent reset token lock the user, with the right password too? | Yes. The documentation counts consecutive failed attempts and locks every way in; it does not say which failures count. A replay names a user and fails, so it counts. | inferred |
      | Stack Auth: does `POST /users` heed `totp_secret_base64`? | It takes the field to no effect: `requires_totp_mfa` stays false, and sign-in asks for no second factor. `PATCH` heeds it. | vendor-source |

      """;

  @Test
  void thePageListsEveryRouteAndEveryError() {
    Coverage coverage;
    try (AuthEmulator emulator = AuthEmulator.start()) {
      coverage = emulator.coverage();
    }
    String page =
        """
        # What the emulator serves

        Written by a test from `AuthEmulator.coverage()`. A route that is not built answers 501, names itself and says what to do without it; one that is not listed answers as the real service answers an unknown one.

        *Known from* says how we know that the real service behaves so: `vendor-source` from the vendor's own source code, `documented` from its documentation or SDKs, `inferred` from neither. *Read in* says where: `backend source` is Stack Auth's public repository, below `apps/backend/src/app/api/latest`; `stytch-java` is Stytch's public SDK, below `stytch/src/main/kotlin/com/stytch/java`; `docs` are the pages below https://stytch.com/docs. Errors that a service tells in plain text only, without a code, are not listed.

        """
            + section("Stack Auth", "stackauth", coverage)
            + section("Stytch", "stytch", coverage)
            + QUESTIONS
            + provoked(coverage)
            + answers()
            + badInput()
            + ownRoutes(coverage);
    if (Boolean.getBoolean("keyway.docs.write")) {
      new Document(Document.ROOT.resolve(PAGE), page).write();
    } else {
      assertEquals(
          page,
          Document.read(PAGE).text(),
          "the page is stale; run this test with -Dkeyway.docs.write=true");
    }
  }

  private static String section(String title, String provider, Coverage coverage) {
    List<Operation> own = coverage.operations(provider);
    List<Operation> built = own.stream().filter(Operation::built).toList();
    List<Operation> missing = own.stream().filter(o -> !o.built()).toList();
    Coverage.Totals totals = coverage.totals(provider);
    StringBuilder text = new StringBuilder("## " + title + "\n\n");
    text.append(
        "%d of %d routes are built, %s.\n\n"
            .formatted(totals.built().total(), totals.routes(), words(totals.built())));
    text.append("| Route | Operation | Known from | Read in |\n|---|---|---|---|\n");
    for (Operation o : built) {
      text.append(
          "| `%s %s` | `%s` | %s | %s |\n"
              .formatted(o.method(), o.path(), o.id(), o.provenance().tag(), o.source()));
    }
    text.append("\nKnown and not built (501):\n\n");
    for (Operation o : missing) {
      text.append("- `%s %s`\n".formatted(o.method(), o.path()));
    }
    text.append("\n### Errors of %s\n\n".formatted(title));
    text.append(
        "%d errors with a code, %s.\n\n"
            .formatted(totals.errors().total(), words(totals.errors())));
    text.append("| Error | Status | Known from | Meaning and usual cause |\n|---|---|---|---|\n");
    for (EmulatedError e : coverage.errors(provider)) {
      text.append(
          "| `%s` | %d | %s | %s |\n"
              .formatted(e.code(), e.status(), e.provenance().tag(), e.explanation()));
    }
    return text.append("\n").toString();
  }

  private static String provoked(Coverage coverage) {
    Map<String, Map<String, List<String>>> byReason = new TreeMap<>();
    for (String line : Document.read(NEVER_PROVOKED).text().lines().toList()) {
      if (!line.startsWith("#")) {
        String[] columns = line.split(" \\| ", 3);
        byReason
            .computeIfAbsent(columns[0], first -> new TreeMap<>())
            .computeIfAbsent(columns[2], first -> new ArrayList<>())
            .add("`" + columns[1] + "`");
      }
    }
    StringBuilder text =
        new StringBuilder(
            """
            ## Errors that tests provoke

            A test of the emulator provokes every error with a code of the contracts, but those for which it cannot be done, or nothing says how. Those of organizations and members, which are not built, are not counted.

            | | Provoked | Not provoked | Why not |
            |---|---|---|---|
            """);
    byReason.forEach(
        (vendor, reasons) -> {
          List<String> codes =
              coverage.errors(vendor).stream().map(e -> "`" + e.code() + "`").toList();
          List<String> listed = reasons.values().stream().flatMap(List::stream).toList();
          long met = codes.stream().filter(code -> !listed.contains(code)).count();
          text.append("| %s | %d | %d | |\n".formatted(vendor, met, listed.size()));
          reasons.forEach(
              (reason, all) ->
                  text.append("| | | %s | %s |\n".formatted(String.join(" ", all), reason)));
        });
    return text.append("\n").toString();
  }

  private static String answers() {
    return """
    ## Fields of the answers

    Every answer of success that a test of the emulator sees is compared with a table: all fields are there, no others, each of the vendor's kind (`""`, `[]` or null where there is nothing). The table has %d answers of Stack Auth, apart where clients and servers get different ones, and %d of Stytch; each was seen, but that to a token of Apple's, which nobody here can sign. No difference is known.

    """
        .formatted(rows("stackauth"), rows("stytch"));
  }

  private static long rows(String provider) {
    return Document.read(ANSWERS + provider + ".yaml")
        .text()
        .lines()
        .filter(line -> line.startsWith("  " + provider + "."))
        .count();
  }

  private static String badInput() {
    Map<String, Map<String, Integer>> byFault = new LinkedHashMap<>();
    Map<String, Integer> totals = new TreeMap<>();
    for (String line : Document.read(BAD_INPUT).text().lines().toList()) {
      String[] words = line.split(" ", 3);
      int count = Integer.parseInt(words[1]);
      byFault.computeIfAbsent(words[2], first -> new TreeMap<>()).put(words[0], count);
      totals.merge(words[0], count, Integer::sum);
    }
    StringBuilder text =
        new StringBuilder(
            """
            ## Wrong requests

            A test sends every built route every kind of wrong request that follows from what the route declares, %,d in all. The answer is the first of the vendor's checks that fails, one that the route declares, and never a defect; what belongs to another project is answered as what nobody has.

            | What is wrong | Stack Auth | Stytch |
            |---|---|---|
            """
                .formatted(totals.values().stream().mapToInt(Integer::intValue).sum()));
    byFault.forEach((fault, counts) -> text.append(row(fault, counts)));
    return text.append(row("all", totals)).append("\n").toString();
  }

  private static String row(String name, Map<String, Integer> counts) {
    return "| %s | %,d | %,d |\n"
        .formatted(name, counts.getOrDefault("stackauth", 0), counts.getOrDefault("stytch", 0));
  }

  private static String ownRoutes(Coverage coverage) {
    StringBuilder text = new StringBuilder("## The emulator's own\n\n");
    text.append(
        """
        No vendor has these: the pages of the social providers, and the pictures that were uploaded, which Stack Auth keeps in a storage of its own. They take part in worlds: the ledger shows their requests, and faults can be put on them. What else is under `/_emulator` takes part in none and is not listed here: the [control API](control-api.md), the [page](guides/emulator-page.md), and the [mailboxes](guides/testing.md#tools-for-stack-auths-development-stack), which are under `/api/v1/mailbox` too.

        | Route | Operation |
        |---|---|
        """);
    coverage.operations().stream()
        .filter(o -> !VENDORS.contains(o.provider()))
        .forEach(o -> text.append("| `%s %s` | `%s` |\n".formatted(o.method(), o.path(), o.id())));
    return text.append("\n").toString();
  }

  private static String words(Tally tally) {
    return "%d vendor-source, %d documented, %d inferred"
        .formatted(tally.vendorSource(), tally.documented(), tally.inferred());
  }
}
