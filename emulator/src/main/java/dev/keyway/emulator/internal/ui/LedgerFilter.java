package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;

import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.internal.html.Element;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Url;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which requests are shown.
 *
 * @param provider empty for all
 * @param operation a part of an operation id, a path, an error code or an address, or a whole user
 *     or request id; empty for all
 * @param status a digit for a class of statuses, or a word of {@link #STATUSES}; empty for all
 */
record LedgerFilter(String provider, String operation, String status) {
  private static final Map<String, String> STATUSES =
      ordered(
          "",
          "All",
          "2",
          "2xx, done",
          "3",
          "3xx, redirected",
          "4",
          "4xx, refused",
          "5",
          "5xx, failed",
          "dropped",
          "Dropped",
          "fault",
          "With a fault");

  static LedgerFilter of(UiCall call) {
    return new LedgerFilter(call.query("provider"), call.query("operation"), call.query("status"));
  }

  boolean isOpen() {
    return provider.isEmpty() && operation.isEmpty() && status.isEmpty();
  }

  boolean shows(LedgerEntry entry) {
    return (provider.isEmpty() || entry.provider().equals(provider))
        && (operation.isEmpty() || mentions(entry, operation.strip().toLowerCase(Locale.ROOT)))
        && (status.isEmpty() || statusFits(entry));
  }

  Url addTo(Url here) {
    return here.with("provider", provider).with("operation", operation).with("status", status);
  }

  Element form(Url here, Providers providers, List<String> operations) {
    return el("form")
        .attr("method", "get")
        .attr("role", "search")
        .attr("aria-label", "Requests to show")
        .action(here)
        .cls("row filter")
        .add(
            FormField.choice("ledger", "provider", "Provider", providers.choice(), provider)
                .build(),
            FormField.input(
                    "search",
                    "ledger",
                    "operation",
                    "Operation, error, address, user or request id",
                    operation)
                .suggesting(operations)
                .build(),
            FormField.choice("ledger", "status", "Status", STATUSES, status).build(),
            el("button", "Show"));
  }

  private static boolean mentions(LedgerEntry entry, String part) {
    String code = entry.errorCode() == null ? "" : entry.errorCode();
    return entry.operation().contains(part)
        || (entry.address() != null && Search.finds(entry.address(), part))
        || (entry.userId() != null && entry.userId().equalsIgnoreCase(part))
        || (entry.requestId() != null && entry.requestId().equalsIgnoreCase(part))
        || entry.path().toLowerCase(Locale.ROOT).contains(part)
        || code.toLowerCase(Locale.ROOT).contains(part);
  }

  private boolean statusFits(LedgerEntry entry) {
    return switch (status) {
      case "dropped" -> entry.status() == 0;
      case "fault" -> entry.fault() != null;
      default ->
          Integer.toString(entry.status()).equals(status)
              || Integer.toString(entry.status() / 100).equals(status);
    };
  }

  private static Map<String, String> ordered(String... pairs) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i], pairs[i + 1]);
    }
    return map;
  }
}
