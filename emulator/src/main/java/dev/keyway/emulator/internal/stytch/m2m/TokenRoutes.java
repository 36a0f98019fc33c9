package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.TokenGrant;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /v1/public/{project_id}/oauth2/token}: one endpoint for all grants (RFC 6749). */
public final class TokenRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<String> GRANT_TYPE = Field.text("grant_type");
  private static final Field<String> CLIENT_ID = Field.text("client_id");
  private static final Field<String> CLIENT_SECRET = Field.text("client_secret");

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
            ObjectType.of(GRANT_TYPE.required(), CLIENT_ID, CLIENT_SECRET).and(parameters.values()))
        .fails(StytchError.UNSUPPORTED_GRANT_TYPE)
        .fails(errors)
        .answers(this::token);
  }

  private Response token(StytchCall call) {
    if (!call.path("project_id").equals(call.project().id())) {
      throw StytchError.PROJECT_NOT_FOUND.failure();
    }
    TokenGrant grant = grants.get(call.get(GRANT_TYPE));
    if (grant == null) {
      throw StytchError.UNSUPPORTED_GRANT_TYPE.failure();
    }
    ObjectNode answer = grant.answer(call, client(call));
    // RFC 6749, section 5.1.
    return call.ok(answer).withHeader("cache-control", "no-store").withHeader("pragma", "no-cache");
  }

  /**
   * The body wins. The vendor's Java SDK sends the project's own credentials along by the Basic
   * scheme, which say nothing of the client.
   */
  private static Optional<ClientCredentials> client(StytchCall call) {
    Optional<ClientCredentials> basic =
        call.basic().filter(pair -> !pair.id().equals(call.project().id()));
    return call.find(CLIENT_ID)
        .map(
            id ->
                new ClientCredentials(
                    id,
                    call.find(CLIENT_SECRET)
                        .or(
                            () ->
                                basic
                                    .filter(pair -> pair.id().equals(id))
                                    .flatMap(ClientCredentials::secret))))
        .or(() -> basic);
  }
}
