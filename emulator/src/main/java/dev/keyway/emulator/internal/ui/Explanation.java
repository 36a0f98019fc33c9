package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.html.Html;
import java.util.Optional;

/**
 * Why a request was answered as it was.
 *
 * @param words what happened and what usually causes it
 * @param more how it is known that the real service does so, or where to read on
 */
record Explanation(String words, Html more) {
  private static final int NOT_BUILT = 501;

  static Optional<Explanation> of(LedgerEntry entry, AuthEmulator emulator) {
    if (entry.fault() != null) {
      return Optional.of(
          new Explanation(
              "A fault applied to this request: " + entry.fault() + ".",
              text("Faults are added and removed on the world's Faults page.")));
    }
    if (notEmulated(entry)) {
      return Optional.of(
          new Explanation(
              "The real service has this route; the emulator does not implement this "
                  + "route yet.",
              el("a", "What the emulator serves").href(Addresses.global("coverage"))));
    }
    String cause = entry.cause();
    Optional<Explanation> general =
        emulator
            .coverage()
            .error(entry.provider(), entry.errorCode())
            .map(
                error ->
                    new Explanation(
                        cause == null ? error.explanation() : cause,
                        text(source(error.provenance()))));
    return cause == null
        ? general
        : general.or(
            () ->
                Optional.of(
                    new Explanation(
                        cause, text("The service has no error code for this refusal."))));
  }

  /** Whether the emulator lacks the route, rather than a fault asking for that status. */
  static boolean notEmulated(LedgerEntry entry) {
    return entry.status() == NOT_BUILT && entry.fault() == null;
  }

  Html box() {
    return el("section", el("h2", "Why"), el("p", words), el("p", more).cls("hint"))
        .cls("why")
        .attr("aria-label", "Explanation");
  }

  private static String source(Provenance provenance) {
    return switch (provenance) {
      case VENDOR_SOURCE ->
          "Known from the vendor's own source code: the real service answers the same.";
      case DOCUMENTED -> "Known from the vendor's documentation or its SDKs.";
      case INFERRED ->
          "Inferred: neither the vendor's source nor its documentation says which status this error"
              + " has. Do not rely on it.";
    };
  }
}
