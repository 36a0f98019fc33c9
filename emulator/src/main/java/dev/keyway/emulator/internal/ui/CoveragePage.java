package dev.keyway.emulator.internal.ui;

import static dev.keyway.emulator.internal.html.Html.el;
import static dev.keyway.emulator.internal.html.Html.text;

import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.html.Badge;
import dev.keyway.emulator.internal.html.DefinitionList;
import dev.keyway.emulator.internal.html.FormField;
import dev.keyway.emulator.internal.html.Html;
import dev.keyway.emulator.internal.html.Table;
import dev.keyway.emulator.internal.http.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is served, and how it is known that the real services behave so. */
final class CoveragePage {
  private static final Map<String, String> STATES = new LinkedHashMap<>();

  static {
    STATES.put("", "All");
    STATES.put("built", "Built");
    STATES.put("unbuilt", "Not built");
  }

  private CoveragePage() {}

  static Response show(UiCall call) {
    Coverage coverage = call.emulator().coverage();
    String part = call.query("q").toLowerCase(Locale.ROOT);
    String state = call.query("state");
    View view =
        View.of("Coverage", Section.COVERAGE)
            .lead(
                "Every route that the real services have. A route that is not built "
                    + "answers 501 with its name; a route that is not listed answers as the "
                    + "real service answers an unknown route.")
            .content(legend(), filter(state, call.query("q")));
    for (String provider : vendorsFirst(call.providers(), coverage.providers())) {
      List<Operation> shown =
          coverage.operations(provider).stream()
              .filter(o -> state.isEmpty() || o.built() == state.equals("built"))
              .filter(o -> (o.path() + " " + o.id()).toLowerCase(Locale.ROOT).contains(part))
              .toList();
      List<EmulatedError> errors =
          coverage.errors(provider).stream()
              .filter(e -> e.code().toLowerCase(Locale.ROOT).contains(part))
              .toList();
      view.content(
          el("h2", title(call, provider)).id(provider),
          totals(coverage.totals(provider)),
          routes(title(call, provider), shown),
          errors(title(call, provider), errors));
    }
    return view.response(call);
  }

  private static List<String> vendorsFirst(Providers vendors, List<String> providers) {
    return providers.stream()
        .sorted(Comparator.comparing((String provider) -> vendors.find(provider).isEmpty()))
        .toList();
  }

  private static String title(UiCall call, String provider) {
    return switch (provider) {
      case "oauth" -> "Social providers";
      case "pictures" -> "Uploaded pictures";
      default -> call.providers().name(provider);
    };
  }

  private static Html legend() {
    return new DefinitionList()
        .add(
            Provenance.VENDOR_SOURCE.tag(),
            "read in the vendor's own source code: the real service behaves the same")
        .add(Provenance.DOCUMENTED.tag(), "read in the vendor's documentation or its SDKs")
        .add(Provenance.INFERRED.tag(), "inferred, unverified: do not rely on it")
        .build()
        .cls("facts below");
  }

  private static Html filter(String state, String part) {
    return el("form")
        .attr("method", "get")
        .attr("role", "search")
        .attr("aria-label", "Routes to show")
        .action(Addresses.global("coverage"))
        .cls("row filter")
        .add(
            FormField.choice("coverage", "state", "Routes", STATES, state).build(),
            FormField.input("search", "coverage", "q", "Path, operation or error", part).build(),
            el("button", "Show"));
  }

  private static Html totals(Coverage.Totals totals) {
    String words =
        totals.built().total()
            + " of "
            + totals.routes()
            + " routes are built: "
            + words(totals.built())
            + "."
            + (totals.errors().total() == 0
                ? ""
                : " " + totals.errors().total() + " errors: " + words(totals.errors()) + ".");
    return el(
            "p",
            el("meter")
                .attr("min", "0")
                .attr("max", Integer.toString(totals.routes()))
                .attr("value", Integer.toString(totals.built().total()))
                .attr("aria-label", "Routes that are built"),
            el("span", words).cls("under"))
        .cls("below");
  }

  private static String words(Coverage.Tally tally) {
    List<String> parts = new ArrayList<>();
    part(parts, tally.vendorSource(), Provenance.VENDOR_SOURCE);
    part(parts, tally.documented(), Provenance.DOCUMENTED);
    part(parts, tally.inferred(), Provenance.INFERRED);
    return parts.isEmpty() ? "none" : String.join(", ", parts);
  }

  private static void part(List<String> parts, int count, Provenance provenance) {
    if (count > 0) {
      parts.add(count + " " + provenance.tag());
    }
  }

  private static Html routes(String title, List<Operation> operations) {
    if (operations.isEmpty()) {
      return el("p", "No route is like that.").cls("muted");
    }
    Table table = new Table("Routes of " + title, "Route", "Operation", "State", "Known from");
    for (Operation operation : operations) {
      table.row(
          el("code", el("span", operation.method()).cls("method"), text(" " + operation.path())),
          el("code", operation.id()),
          operation.built() ? Badge.good("built") : Badge.plain("501"),
          provenance(operation.provenance()));
    }
    return table.build();
  }

  private static Html errors(String title, List<EmulatedError> errors) {
    if (errors.isEmpty()) {
      return Html.NONE;
    }
    Table table = new Table("Errors of " + title, "Error", "Status", "Known from", "What it means");
    for (EmulatedError error : errors) {
      table.row(
          el("code", error.code()),
          Badge.status(error.status()),
          provenance(error.provenance()),
          text(error.explanation()));
    }
    return el("details", el("summary", "Errors of " + title), table.build());
  }

  private static Html provenance(Provenance provenance) {
    return switch (provenance) {
      case VENDOR_SOURCE -> Badge.good(provenance.tag());
      case DOCUMENTED -> Badge.plain(provenance.tag());
      case INFERRED -> Badge.warn(provenance.tag());
    };
  }
}
