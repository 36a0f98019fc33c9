package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.state.M2mClient;

/** A machine on the wire. Its secrets are shown once, when they are made. */
final class M2mClientView {
  private M2mClientView() {}

  static ObjectNode of(M2mClient client) {
    ObjectNode json =
        Json.object()
            .put("client_id", client.id())
            .put("client_name", client.name())
            .put("client_description", client.description())
            .put("status", client.active() ? "active" : "inactive")
            .put("client_secret_last_four", client.secrets().lastFour())
            .put("next_client_secret_last_four", client.secrets().nextLastFour());
    ArrayNode scopes = json.putArray("scopes");
    client.scopes().forEach(scopes::add);
    json.set("trusted_metadata", PlainValues.object(client.metadata()));
    return json;
  }

  static Response response(StytchCall call, ObjectNode client) {
    ObjectNode json = Json.object();
    json.set("m2m_client", client);
    return call.ok(json);
  }

  /**
   * The machine that a path names.
   *
   * @throws StytchFailure {@code m2m_client_not_found}
   */
  static M2mClient require(StytchCall call) {
    return call.project()
        .m2mClients()
        .find(call.path("client_id"))
        .orElseThrow(StytchError.M2M_CLIENT_NOT_FOUND::failure);
  }
}
