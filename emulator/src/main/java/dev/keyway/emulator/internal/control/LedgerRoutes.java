package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.List;

/** The requests that were answered, as they were recorded: without secrets. */
final class LedgerRoutes implements ControlRoutes {
  private static final String LEDGER = "/worlds/{world}/ledger";

  private static final String EXAMPLE =
      """
      {"sequence":1,"at":"2026-01-31T12:00:00Z","provider":"stackauth",
       "operation":"stackauth.password.sign-in","method":"POST",
       "route":"/api/v1/auth/password/sign-in","path":"/api/v1/auth/password/sign-in","status":400,
       "errorCode":"EMAIL_PASSWORD_MISMATCH","micros":812,
       "request":"{\\"email\\":\\"ada@example.com\\",\\"password\\":\\"[redacted]\\"}",
       "answer":"{\\"code\\":\\"EMAIL_PASSWORD_MISMATCH\\"}"}""";

  private static final Shape ENTRY =
      Shape.named("LedgerEntry")
          .required("sequence", Type.number(), "Counts up from 1.")
          .required("at", Type.moment(), "When the request came, by the world's clock.")
          .required("provider", Type.line(), "stackauth, stytch or oauth.")
          .required("operation", Type.line(), "Operation id.")
          .required("method", Type.text(), "HTTP method.")
          .required("route", Type.text(), "Path template.")
          .required("path", Type.text(), "Path, without its query.")
          .required("status", Type.number(), "HTTP status; 0 when the connection was dropped.")
          .optional("errorCode", Type.line(), "The provider's error code.")
          .required("micros", Type.number(), "Microseconds of real time it took.")
          .required("request", Type.text(), "Summary of query and body, without secrets.")
          .required("answer", Type.text(), "Summary of the answer, without secrets.")
          .optional("fault", Type.text(), "The fault that it met, in words.")
          .example(EXAMPLE);

  private static final Shape LIST =
      Shape.named("Ledger")
          .required("entries", Type.listOf(Type.of(ENTRY)), "Oldest first.")
          .example("{\"entries\":[" + EXAMPLE + "]}");

  private static final Shape EXPECTED =
      Shape.named("LedgerExpectation")
          .optional("operations", Type.listOf(Type.line()), "The operations, in order.")
          .optional("operation", Type.line(), "One operation, to be counted.")
          .optional(
              "count", Type.integer(0, Ledger.CAPACITY), "How often it was asked for; default 1.")
          .example("{\"operations\":[\"stackauth.password.sign-up\",\"stackauth.user.get-me\"]}");

  @Inject
  LedgerRoutes() {}

  @Override
  public List<Endpoint> verbs() {
    return List.of(
        filtered(Endpoint.get(LEDGER, "ledger.list").says("The requests, oldest first."))
            .gives(LIST, call -> list(call, call.world().ledger())),
        Endpoint.delete(LEDGER, "ledger.clear")
            .says("Forgets all requests; numbering goes on.")
            .does(call -> call.world().ledger().clear()),
        Endpoint.post(LEDGER + "/verify", "ledger.verify")
            .says(
                "Checks which operations were asked for, in order, or how often one was; 409"
                    + " not_as_expected tells what came instead.")
            .takes(EXPECTED)
            .does(LedgerRoutes::verify),
        filtered(
                Endpoint.get("/strays", "ledger.strays")
                    .says("The requests that named no world that exists."))
            .gives(LIST, call -> list(call, call.emulator().strayRequests())));
  }

  private static Endpoint.Builder filtered(Endpoint.Builder verb) {
    return verb.asks("operation", Type.line(), "Only this operation.")
        .asks("provider", Type.line(), "Only this provider.")
        .asks("status", Type.integer(0, 599), "Only this status.")
        .asks("after", Type.integer(0, Integer.MAX_VALUE), "Only later than this sequence number.")
        .asks("limit", Type.integer(1, Ledger.CAPACITY), "Only the last so many of those.");
  }

  private static ObjectNode list(ControlCall call, Ledger ledger) {
    Input query = call.query();
    List<LedgerEntry> fitting =
        ledger.entries().stream()
            .filter(
                entry ->
                    query.find("operation").filter(o -> !o.equals(entry.operation())).isEmpty())
            .filter(
                entry -> query.find("provider").filter(p -> !p.equals(entry.provider())).isEmpty())
            .filter(entry -> query.integer("status", entry.status()) == entry.status())
            .filter(entry -> entry.sequence() > query.integer("after", 0))
            .toList();
    int first = Math.max(0, fitting.size() - query.integer("limit", Ledger.CAPACITY));
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("entries");
    fitting.subList(first, fitting.size()).forEach(entry -> array.add(view(entry)));
    return list;
  }

  private static void verify(ControlCall call) {
    Input body = call.body();
    if (body.has("operations") == body.has("operation")) {
      throw ControlFailure.invalid("operations", "Send either operations or operation");
    }
    Ledger ledger = call.world().ledger();
    try {
      if (body.has("operation")) {
        ledger.verifyCount(body.text("operation"), body.integer("count", 1));
      } else {
        ledger.verify(body.texts("operations").toArray(String[]::new));
      }
    } catch (AssertionError e) {
      throw ControlFailure.conflict("not_as_expected", String.valueOf(e.getMessage()));
    }
  }

  private static ObjectNode view(LedgerEntry entry) {
    ObjectNode view =
        Json.object()
            .put("sequence", entry.sequence())
            .put("at", entry.at().toString())
            .put("provider", entry.provider())
            .put("operation", entry.operation())
            .put("method", entry.method())
            .put("route", entry.route())
            .put("path", entry.path())
            .put("status", entry.status());
    if (entry.errorCode() != null) {
      view.put("errorCode", entry.errorCode());
    }
    view.put("micros", entry.took().toNanos() / 1000)
        .put("request", entry.request())
        .put("answer", entry.answer());
    if (entry.fault() != null) {
      view.put("fault", entry.fault());
    }
    return view;
  }
}
