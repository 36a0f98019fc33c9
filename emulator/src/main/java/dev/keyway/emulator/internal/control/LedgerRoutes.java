package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.integer;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.number;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Ledger;
import dev.keyway.emulator.LedgerEntry;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests that were answered, as they were recorded: without secrets. */
final class LedgerRoutes implements ControlRoutes {
  private static final String LEDGER = "/worlds/{world}/ledger";

  private static final Field<String> OPERATION = line("operation");
  private static final Field<String> PROVIDER = line("provider");
  private static final Field<String> ABOUT = line("about");
  private static final Field<String> REQUEST_ID = line("requestId");
  private static final Field<Integer> STATUS = integer("status", 0, 599);
  private static final Field<Integer> AFTER = integer("after", 0, Integer.MAX_VALUE);
  private static final Field<Integer> LIMIT = integer("limit", 1, Ledger.CAPACITY);
  private static final Field<List<String>> OPERATIONS = listOf("operations", ControlFields.LINE);
  private static final Field<Integer> COUNT = integer("count", 0, Ledger.CAPACITY);

  private final VendorTerms vendors;

  @Inject
  LedgerRoutes(VendorTerms vendors) {
    this.vendors = vendors;
  }

  @Override
  public List<Endpoint> endpoints() {
    ObjectType entries = entries();
    return List.of(
        filtered(Endpoint.get(LEDGER, "ledger.list").says("The requests, oldest first."))
            .gives(entries, call -> list(call, call.world().ledger())),
        Endpoint.delete(LEDGER, "ledger.clear")
            .says("Forgets all requests; numbering goes on.")
            .does(call -> call.world().ledger().clear()),
        Endpoint.post(LEDGER + "/verify", "ledger.verify")
            .says(
                "Checks which operations were asked for, in order, or how often one was; 409"
                    + " not_as_expected tells what came instead.")
            .takes(expected())
            .does(LedgerRoutes::verify),
        filtered(
                Endpoint.get("/strays", "ledger.strays")
                    .says("The requests that named no world that exists."))
            .gives(entries, call -> list(call, call.emulator().unmatchedRequests())));
  }

  private ObjectType entry() {
    return ObjectType.of(
            "LedgerEntry",
            number("sequence").says("Counts up from 1.").required(),
            moment("at").says("When the request came, by the world's clock.").required(),
            line("provider").says(vendors.idsAndOwn() + ".").required(),
            line("operation").says("Operation id.").required(),
            text("method").says("HTTP method.").required(),
            text("route").says("Path template.").required(),
            text("path").says("Path, without its query.").required(),
            number("status").says("HTTP status; 0 when the connection was dropped.").required(),
            line("errorCode").says("The provider's error code."),
            number("micros").says("Microseconds of real time it took.").required(),
            text("request").says("Summary of query and body, without secrets.").required(),
            text("answer").says("Summary of the answer, without secrets.").required(),
            text("fault").says("The fault that it met, in words."),
            line("requestId").says("The provider's id of the request."),
            line("user").says("Id of the user whose request it was."),
            line("address").says("E-mail address or phone number that it was about."),
            text("cause")
                .says("The one thing that was wrong, where the error code leaves it open."),
            line("neutralCode").says("The library's ErrorCode that the response becomes."))
        .example(this::example);
  }

  private ObjectType entries() {
    return ObjectType.of("Ledger", listOf("entries", entry()).says("Oldest first.").required())
        .example(() -> "{\"entries\":[" + example() + "]}");
  }

  private ObjectType expected() {
    ObjectNode example = Json.object();
    ArrayNode operations = example.putArray("operations");
    vendors.examples().visit().forEach(operations::add);
    return ObjectType.of(
            "LedgerExpectation",
            OPERATIONS.says("The operations, in order."),
            OPERATION.says("One operation, to be counted."),
            COUNT.says("How often it was asked for; default 1."))
        .example(Json.write(example));
  }

  private String example() {
    Operation operation = vendors.exampleOperation();
    EmulatedError error = vendors.exampleError();
    return """
        {"sequence":1,"at":"2026-01-31T12:00:00Z","provider":"%s",
         "operation":"%s","method":"%s","route":"%4$s","path":"%4$s","status":%5$d,
         "errorCode":"%6$s","micros":812,
         "request":"{\\"email\\":\\"ada@example.com\\",\\"password\\":\\"[redacted]\\"}",
         "answer":"{\\"code\\":\\"%6$s\\"}"}"""
        .formatted(
            operation.provider(),
            operation.id(),
            operation.method(),
            operation.path(),
            error.status(),
            error.code());
  }

  private static Endpoint.Builder filtered(Endpoint.Builder endpoint) {
    return endpoint
        .query(OPERATION.says("Only this operation."))
        .query(PROVIDER.says("Only this provider."))
        .query(ABOUT.says("Only of this user: a user id, an e-mail address or a phone number."))
        .query(REQUEST_ID.says("Only the request with this id of the provider."))
        .query(STATUS.says("Only this status."))
        .query(AFTER.says("Only later than this sequence number."))
        .query(LIMIT.says("Only the last so many of those."));
  }

  private static ObjectNode list(ControlCall call, Ledger ledger) {
    Values query = call.query();
    List<LedgerEntry> fitting =
        query.find(ABOUT).map(ledger::entriesAbout).orElseGet(ledger::entries).stream()
            .filter(
                entry ->
                    query.find(REQUEST_ID).filter(id -> !id.equals(entry.requestId())).isEmpty())
            .filter(
                entry -> query.find(OPERATION).filter(o -> !o.equals(entry.operation())).isEmpty())
            .filter(
                entry -> query.find(PROVIDER).filter(p -> !p.equals(entry.provider())).isEmpty())
            .filter(entry -> query.find(STATUS).orElseGet(entry::status) == entry.status())
            .filter(entry -> entry.sequence() > query.find(AFTER).orElse(0))
            .toList();
    int first = Math.max(0, fitting.size() - query.find(LIMIT).orElse(Ledger.CAPACITY));
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("entries");
    fitting.subList(first, fitting.size()).forEach(entry -> array.add(view(entry)));
    return list;
  }

  private static void verify(ControlCall call) {
    Values body = call.body();
    if (body.has(OPERATIONS) == body.has(OPERATION)) {
      throw ControlFailure.invalid("operations", "Send either operations or operation");
    }
    Ledger ledger = call.world().ledger();
    try {
      if (body.has(OPERATION)) {
        ledger.verifyCount(body.get(OPERATION), body.find(COUNT).orElse(1));
      } else {
        ledger.verify(body.get(OPERATIONS).toArray(String[]::new));
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
    optional(view, "requestId", entry.requestId());
    optional(view, "user", entry.userId());
    optional(view, "address", entry.address());
    optional(view, "cause", entry.cause());
    optional(view, "neutralCode", entry.neutralCode());
    return view;
  }

  private static void optional(ObjectNode view, String name, @Nullable String value) {
    if (value != null) {
      view.put(name, value);
    }
  }
}
