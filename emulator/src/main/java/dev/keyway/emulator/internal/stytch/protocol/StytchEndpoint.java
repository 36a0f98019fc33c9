package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.route.RequestDocument;
import dev.keyway.emulator.internal.route.RouteEndpoint;
import dev.keyway.emulator.internal.schema.JsonSchema;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.List;
import java.util.Set;

/**
 * What a route accepts, what it may answer, and who answers it.
 *
 * @param open whether it needs no credentials
 * @param oauth whether it takes forms too, and tells errors in the form of OAuth 2.0
 * @param body what its body may hold
 * @param errors what it may answer beyond the errors of every route
 * @param handler who answers
 */
record StytchEndpoint(
    boolean open, boolean oauth, ObjectType body, Set<StytchError> errors, StytchHandler handler)
    implements RouteEndpoint {

  @Override
  public RequestDocument request() {
    return new RequestDocument(
        open ? List.of() : List.of(RequestDocument.allOf(List.of(StytchDescription.PROJECT))),
        List.of(),
        body.fields().isEmpty() ? null : JsonSchema.ofOpenApi(Bodies.DIALECT).of(body));
  }
}
