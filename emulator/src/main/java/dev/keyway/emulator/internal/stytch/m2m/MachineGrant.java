package dev.keyway.emulator.internal.stytch.m2m;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stytch.protocol.ClientCredentials;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.rules.SessionTokens;
import dev.keyway.emulator.internal.stytch.rules.TokenGrant;
import dev.keyway.emulator.internal.stytch.rules.TokenTemplate;
import dev.keyway.emulator.internal.stytch.state.M2mClient;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code client_credentials}: a machine's token for its own scopes. */
public final class MachineGrant implements TokenGrant {
  private static final Field<String> SCOPE = Field.text("scope");
  private static final Duration LIFE = Duration.ofHours(1);

  @Inject
  MachineGrant() {}

  @Override
  public String type() {
    return "client_credentials";
  }

  @Override
  public List<Field<String>> parameters() {
    return List.of(SCOPE);
  }

  @Override
  public Set<StytchError> errors() {
    return Set.of(StytchError.INVALID_CLIENT, StytchError.INVALID_SCOPE);
  }

  @Override
  public ObjectNode answer(StytchCall call, Optional<ClientCredentials> credentials) {
    StytchProject project = call.project();
    M2mClient client = authenticated(project, credentials);
    List<String> scopes = call.find(SCOPE).map(MachineGrant::split).orElse(client.scopes());
    if (!client.scopes().containsAll(scopes)) {
      throw StytchError.INVALID_SCOPE
          .failure()
          .because("The client has the scopes " + client.scopes() + " and asked for others.");
    }
    return Json.object()
        .put("access_token", token(project, client, scopes))
        .put("token_type", "bearer")
        .put("expires_in", LIFE.toSeconds());
  }

  /**
   * The client that a request comes from.
   *
   * @throws StytchFailure {@code invalid_client}, whatever is wrong with it
   */
  private static M2mClient authenticated(
      StytchProject project, Optional<ClientCredentials> credentials) {
    ClientCredentials sent =
        credentials.orElseThrow(() -> refused("The request names no client and no secret."));
    M2mClient client =
        project
            .m2mClients()
            .find(sent.id())
            .orElseThrow(() -> refused("The project has no machine with this client id."));
    if (!client.secrets().accept(sent.secret().orElse(""))) {
      throw refused("The client id is right, and the client's secret is wrong.");
    }
    if (!client.active()) {
      throw refused("The client is inactive.");
    }
    return client;
  }

  private static String token(StytchProject project, M2mClient client, List<String> scopes) {
    Instant now = project.now();
    ObjectNode claims =
        TokenTemplate.claims(
            PlainValues.object(project.settings().m2mTokenClaims()), facts(client));
    claims.put("sub", client.id()).put("iss", SessionTokens.issuer(project));
    claims.putArray("aud").add(project.id());
    claims
        .put("scope", String.join(" ", scopes))
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(LIFE).getEpochSecond());
    return project.keys().signing().signLater(SessionTokens.TYPE, Json.write(claims), token -> {});
  }

  private static ObjectNode facts(M2mClient client) {
    ObjectNode facts = Json.object();
    facts
        .putObject("client")
        .put("client_id", client.id())
        .put("client_name", client.name())
        .put("client_description", client.description())
        .set("trusted_metadata", PlainValues.object(client.metadata()));
    return facts;
  }

  private static List<String> split(String scope) {
    return Arrays.stream(scope.split(" ", -1)).filter(s -> !s.isEmpty()).distinct().toList();
  }

  private static StytchFailure refused(String cause) {
    return StytchError.INVALID_CLIENT.failure().because(cause);
  }
}
