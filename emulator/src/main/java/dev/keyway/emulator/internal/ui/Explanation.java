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
              "A fault met this request: " + entry.fault() + ".",
              text("Faults are armed and removed on the world's Faults page.")));
    }
    if (entry.status() == NOT_BUILT) {
      return Optional.of(
          new Explanation(
              "The real service has this route; the emulator does not have it yet.",
              el("a", "What the emulator serves").href(Addresses.global("coverage"))));
    }
    return emulator
        .coverage()
        .error(entry.provider(), entry.errorCode())
        .map(error -> new Explanation(error.explanation(), text(source(error.provenance()))));
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
