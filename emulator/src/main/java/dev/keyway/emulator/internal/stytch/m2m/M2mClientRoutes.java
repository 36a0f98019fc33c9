package dev.keyway.emulator.internal.stytch.m2m;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.Metadata;
import dev.keyway.emulator.internal.stytch.rules.PasswordStrength;
import dev.keyway.emulator.internal.stytch.state.ClientSecrets;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import dev.keyway.emulator.internal.stytch.state.M2mClients;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /v1/m2m/clients}, except search and secrets. */
public final class M2mClientRoutes implements RouteArea<StytchRouteBook> {
  private final PasswordStrength strength;

  @Inject
  M2mClientRoutes(PasswordStrength strength) {
    this.strength = strength;
  }

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.m2m.clients-create")
        .takes(
            M2mClientFields.ID,
            M2mClientFields.SECRET,
            M2mClientFields.NAME,
            M2mClientFields.DESCRIPTION,
            M2mClientFields.SCOPES.required(),
            Metadata.TRUSTED)
        .fails(
            StytchError.M2M_CLIENT_INVALID_CLIENT_ID,
            StytchError.M2M_CLIENT_INVALID_CLIENT_SECRET,
            StytchError.CLIENT_SECRET_TOO_LONG,
            StytchError.INSECURE_M2M_CLIENT_SECRET,
            StytchError.M2M_CLIENT_INVALID_CLIENT_NAME,
            StytchError.M2M_CLIENT_INVALID_CLIENT_DESCRIPTION,
            StytchError.TOO_MANY_M2M_CLIENT_SCOPES,
            StytchError.INVALID_M2M_CLIENT_SCOPE,
            StytchError.DUPLICATE_M2M_CLIENT_ID,
            StytchError.TOO_MANY_M2M_CLIENTS_FOR_BILLING_TIER)
        .fails(Metadata.ERRORS)
        .answers(this::create);
    book.on("stytch.m2m.clients-get")
        .fails(StytchError.M2M_CLIENT_NOT_FOUND)
        .answers(
            call -> M2mClientView.response(call, M2mClientView.of(M2mClientView.require(call))));
    book.on("stytch.m2m.clients-update")
        .takes(
            M2mClientFields.NAME,
            M2mClientFields.DESCRIPTION,
            M2mClientFields.STATUS,
            M2mClientFields.SCOPES,
            Metadata.TRUSTED)
        .fails(
            StytchError.M2M_CLIENT_NOT_FOUND,
            StytchError.M2M_CLIENT_INVALID_CLIENT_NAME,
            StytchError.M2M_CLIENT_INVALID_CLIENT_DESCRIPTION,
            StytchError.INVALID_M2M_CLIENT_STATUS,
            StytchError.TOO_MANY_M2M_CLIENT_SCOPES,
            StytchError.INVALID_M2M_CLIENT_SCOPE)
        .fails(Metadata.ERRORS)
        .answers(this::update);
    book.on("stytch.m2m.clients-delete")
        .fails(StytchError.M2M_CLIENT_NOT_FOUND)
        .answers(this::delete);
  }

  private Response create(StytchCall call) {
    Values body = call.body();
    Optional<String> askedId = body.find(M2mClientFields.ID).map(M2mClientFields::id);
    String secret =
        body.find(M2mClientFields.SECRET)
            .map(chosen -> M2mClientFields.secret(chosen, strength))
            .orElseGet(() -> M2mClientFields.randomSecret(call));
    String name = M2mClientFields.name(body.find(M2mClientFields.NAME).orElse(""));
    String description =
        M2mClientFields.description(body.find(M2mClientFields.DESCRIPTION).orElse(""));
    List<String> scopes = M2mClientFields.scopes(body.get(M2mClientFields.SCOPES));
    Map<String, Object> metadata = Metadata.trusted(Map.of(), body);
    M2mClients clients = call.project().m2mClients();
    if (askedId.flatMap(clients::find).isPresent()) {
      throw StytchError.DUPLICATE_M2M_CLIENT_ID.failure();
    }
    if (clients.size() >= call.project().settings().m2mClientLimit()) {
      throw StytchError.TOO_MANY_M2M_CLIENTS_FOR_BILLING_TIER.failure();
    }
    String id = askedId.orElseGet(() -> "m2m-client-test-" + call.random().uuid());
    M2mClient client =
        new M2mClient(
            clients.next(),
            id,
            name,
            description,
            true,
            scopes,
            metadata,
            ClientSecrets.of(secret));
    clients.put(client);
    return M2mClientView.response(call, M2mClientView.of(client).put("client_secret", secret));
  }

  /** What is sent empty becomes empty; what is not sent stays (inferred). */
  private Response update(StytchCall call) {
    Values body = call.body();
    Optional<String> name = body.given(M2mClientFields.NAME).map(M2mClientFields::name);
    Optional<String> description =
        body.given(M2mClientFields.DESCRIPTION).map(M2mClientFields::description);
    Optional<Boolean> active = body.find(M2mClientFields.STATUS).map(M2mClientFields::active);
    Optional<List<String>> scopes = body.find(M2mClientFields.SCOPES).map(M2mClientFields::scopes);
    M2mClient present = M2mClientView.require(call);
    M2mClient changed =
        new M2mClient(
            present.sequence(),
            present.id(),
            name.orElse(present.name()),
            description.orElse(present.description()),
            active.orElse(present.active()),
            scopes.orElse(present.scopes()),
            Metadata.trusted(present.metadata(), body),
            present.secrets());
    call.project().m2mClients().put(changed);
    return M2mClientView.response(call, M2mClientView.of(changed));
  }

  private Response delete(StytchCall call) {
    M2mClient client = M2mClientView.require(call);
    call.project().m2mClients().remove(client);
    return call.ok(Json.object().put("client_id", client.id()));
  }
}
