package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Coverage;
import dev.keyway.emulator.EmulatedError;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What is served, and how it is known that the real services behave so. */
final class CoverageRoutes implements ControlRoutes {
  private static final Type PROVENANCE = Type.choice(Provenance.class);

  private static final Shape OPERATION =
      Shape.named("Operation")
          .required("provider", Type.line(), "stackauth, stytch or oauth.")
          .required("id", Type.line(), "What faults and the ledger call it.")
          .required("method", Type.line(), "HTTP method.")
          .required("path", Type.line(), "Path template.")
          .required("provenance", PROVENANCE, "How its behaviour is known.")
          .required("built", Type.flag(), "False where the emulator answers 501.")
          .example(
              """
              {"provider":"stackauth","id":"stackauth.password.sign-in","method":"POST",
               "path":"/api/v1/auth/password/sign-in","provenance":"vendor_source","built":true}""");

  private static final Shape OPERATIONS =
      Shape.named("Operations")
          .required("operations", Type.listOf(Type.of(OPERATION)), "In no order of importance.")
          .example("{\"operations\":[]}");

  private static final Shape ERROR =
      Shape.named("ProviderError")
          .required("provider", Type.line(), "stackauth or stytch.")
          .required("code", Type.line(), "The provider's code.")
          .required("status", Type.number(), "HTTP status.")
          .required("provenance", PROVENANCE, "How code and status are known.")
          .required("explanation", Type.text(), "What it means and what usually causes it.")
          .example(
              """
              {"provider":"stackauth","code":"EMAIL_PASSWORD_MISMATCH","status":400,
               "provenance":"vendor_source","explanation":"Wrong e-mail or password."}""");

  private static final Shape TALLY =
      Shape.named("CoverageTotals")
          .required("provider", Type.line(), "Whose numbers.")
          .required("routes", Type.number(), "Routes, built or not.")
          .required("built", Type.number(), "Routes that are built.")
          .required("vendorSource", Type.number(), "Of those, known from the vendor's source.")
          .required("documented", Type.number(), "Of those, known from documentation or SDKs.")
          .required("inferred", Type.number(), "Of those, known from neither.")
          .required("errors", Type.number(), "Errors with a code of their own.")
          .example(
              """
              {"provider":"stytch","routes":200,"built":80,"vendorSource":0,"documented":78,
               "inferred":2,"errors":90}""");

  private static final Shape COVERAGE =
      Shape.named("Coverage")
          .required("totals", Type.listOf(Type.of(TALLY)), "The numbers of each provider.")
          .required("operations", Type.listOf(Type.of(OPERATION)), "Every route, built or not.")
          .required("errors", Type.listOf(Type.of(ERROR)), "Every error.")
          .example("{\"totals\":[],\"operations\":[],\"errors\":[]}");

  @Inject
  CoverageRoutes() {}

  @Override
  public List<Endpoint> verbs() {
    return List.of(
        Endpoint.get("/operations", "operations")
            .says("Every route of both services, built or not.")
            .gives(
                OPERATIONS,
                call -> {
                  ObjectNode list = Json.object();
                  put(call.emulator().operations(), list);
                  return list;
                }),
        Endpoint.get("/coverage", "coverage")
            .says("Every route and every error, and how it is known.")
            .gives(COVERAGE, call -> coverage(call.emulator().coverage())));
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
    for (EmulatedError error : coverage.errors()) {
      errors
          .addObject()
          .put("provider", error.provider())
          .put("code", error.code())
          .put("status", error.status())
          .put("provenance", word(error.provenance()))
          .put("explanation", error.explanation());
    }
    return view;
  }

  private static void put(List<Operation> operations, ObjectNode view) {
    ArrayNode array = view.putArray("operations");
    for (Operation operation : operations) {
      array
          .addObject()
          .put("provider", operation.provider())
          .put("id", operation.id())
          .put("method", operation.method())
          .put("path", operation.path())
          .put("provenance", word(operation.provenance()))
          .put("built", operation.built());
    }
  }

  private static String word(Provenance provenance) {
    return provenance.name().toLowerCase(Locale.ROOT);
  }
}
