package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.number;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What is served, and how it is known that the real services behave so. */
final class CoverageRoutes implements ControlRoutes {
  private static final Field<Provenance> PROVENANCE = choice("provenance", Provenance.class);

  private final VendorTerms vendors;
  private final ObjectType operation;

  @Inject
  CoverageRoutes(VendorTerms vendors) {
    this.vendors = vendors;
    operation = operationShape(vendors);
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/operations", "operations")
            .says("Every route of both services, built or not.")
            .gives(
                operations(),
                call -> {
                  ObjectNode list = Json.object();
                  put(call.emulator().operations(), list);
                  return list;
                }),
        Endpoint.get("/coverage", "coverage")
            .says("Every route and every error, and how it is known.")
            .gives(coverage(), call -> coverage(call.emulator().coverage())));
  }

  private static ObjectType operationShape(VendorTerms vendors) {
    return ObjectType.of(
            "Operation",
            line("provider").says(vendors.idsAndOwn() + ".").required(),
            line("id").says("What faults and the ledger call it.").required(),
            line("method").says("HTTP method.").required(),
            line("path").says("Path template.").required(),
            PROVENANCE.says("How its behaviour is known.").required(),
            flag("built").says("False where the emulator answers 501.").required())
        .example(() -> Json.write(view(vendors.exampleOperation())));
  }

  private ObjectType operations() {
    return ObjectType.of(
            "Operations",
            listOf("operations", operation).says("In no order of importance.").required())
        .example("{\"operations\":[]}");
  }

  private ObjectType error() {
    return ObjectType.of(
            "ProviderError",
            line("provider").says(vendors.ids() + ".").required(),
            line("code").says("The provider's code.").required(),
            number("status").says("HTTP status.").required(),
            PROVENANCE.says("How code and status are known.").required(),
            text("explanation").says("What it means and what usually causes it.").required())
        .example(() -> Json.write(view(vendors.exampleError())));
  }

  private ObjectType totals() {
    return ObjectType.of(
            "CoverageTotals",
            line("provider").says("Whose numbers.").required(),
            number("routes").says("Routes, built or not.").required(),
            number("built").says("Routes that are built.").required(),
            number("vendorSource").says("Of those, known from the vendor's source.").required(),
            number("documented").says("Of those, known from documentation or SDKs.").required(),
            number("inferred").says("Of those, known from neither.").required(),
            number("errors").says("Errors with a code of their own.").required())
        .example(
            """
            {"provider":"%s","routes":200,"built":80,"vendorSource":0,"documented":78,
             "inferred":2,"errors":90}"""
                .formatted(vendors.last().id()));
  }

  private ObjectType coverage() {
    return ObjectType.of(
            "Coverage",
            listOf("totals", totals()).says("The numbers of each provider.").required(),
            listOf("operations", operation).says("Every route, built or not.").required(),
            listOf("errors", error()).says("Every error.").required())
        .example("{\"totals\":[],\"operations\":[],\"errors\":[]}");
  }

  private static ObjectNode coverage(Coverage coverage) {
    ObjectNode view = Json.object();
    ArrayNode totals = view.putArray("totals");
    for (String provider : coverage.providers()) {
      Coverage.Totals numbers = coverage.totals(provider);
      totals
          .addObject()
          .put("provider", provider)
          .put("routes", numbers.routes())
          .put("built", numbers.built().total())
          .put("vendorSource", numbers.built().vendorSource())
          .put("documented", numbers.built().documented())
          .put("inferred", numbers.built().inferred())
          .put("errors", numbers.errors().total());
    }
    put(coverage.operations(), view);
    ArrayNode errors = view.putArray("errors");
    coverage.errors().forEach(error -> errors.add(view(error)));
    return view;
  }

  private static void put(List<Operation> operations, ObjectNode view) {
    ArrayNode array = view.putArray("operations");
    operations.forEach(operation -> array.add(view(operation)));
  }

  private static ObjectNode view(Operation operation) {
    return Json.object()
        .put("provider", operation.provider())
        .put("id", operation.id())
        .put("method", operation.method())
        .put("path", operation.path())
        .put("provenance", word(operation.provenance()))
        .put("built", operation.built());
  }

  private static ObjectNode view(EmulatedError error) {
    return Json.object()
        .put("provider", error.provider())
        .put("code", error.code())
        .put("status", error.status())
        .put("provenance", word(error.provenance()))
        .put("explanation", error.explanation());
  }

  private static String word(Provenance provenance) {
    return provenance.name().toLowerCase(Locale.ROOT);
  }
}
