package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.OAuthCalls;
import dev.keyway.emulator.internal.stytch.rules.TokenGrant;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /v1/public/{project_id}/oauth2/token}: one endpoint for all grants (RFC 6749). */
public final class TokenRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> GRANT_TYPE = Field.text("grant_type");

  private final Map<String, TokenGrant> grants;

  @Inject
  TokenRoutes(Set<TokenGrant> grants) {
    this.grants =
        grants.stream()
            .collect(
                Collectors.toMap(TokenGrant::type, Function.identity(), (a, b) -> a, TreeMap::new));
  }

  @Override
  public void addTo(StytchRouteBook book) {
    Map<String, Field<?>> parameters = new LinkedHashMap<>();
    Set<StytchError> errors = new LinkedHashSet<>();
    for (TokenGrant grant : grants.values()) {
      grant.parameters().forEach(field -> parameters.putIfAbsent(field.name(), field));
      errors.addAll(grant.errors());
    }
    book.on("stytch.m2m.token")
        .oauth()
        .takes(
            ObjectType.of(GRANT_TYPE.required(), OAuthCalls.CLIENT_ID, OAuthCalls.CLIENT_SECRET)
                .and(parameters.values()))
        .fails(StytchError.UNSUPPORTED_GRANT_TYPE)
        .fails(errors)
        .answers(this::token);
  }

  private Response token(StytchCall call) {
    OAuthCalls.project(call);
    TokenGrant grant = grants.get(call.get(GRANT_TYPE));
    if (grant == null) {
      throw StytchError.UNSUPPORTED_GRANT_TYPE.failure();
    }
    ObjectNode answer = grant.answer(call, OAuthCalls.client(call));
    // RFC 6749, section 5.1.
    return call.ok(answer).withHeader("cache-control", "no-store").withHeader("pragma", "no-cache");
  }
}
