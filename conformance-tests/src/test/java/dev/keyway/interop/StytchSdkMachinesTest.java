package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stytch.java.common.StytchException;
import com.stytch.java.common.StytchResult;
import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.debug.WhoamiRequest;
import com.stytch.java.consumer.models.m2m.AuthenticateTokenRequest;
import com.stytch.java.consumer.models.m2m.M2MClientWithClientSecret;
import com.stytch.java.consumer.models.m2m.M2MSearchQuery;
import com.stytch.java.consumer.models.m2m.M2MSearchQueryOperator;
import com.stytch.java.consumer.models.m2m.TokenRequest;
import com.stytch.java.consumer.models.m2mclients.CreateRequest;
import com.stytch.java.consumer.models.m2mclients.DeleteRequest;
import com.stytch.java.consumer.models.m2mclients.GetRequest;
import com.stytch.java.consumer.models.m2mclients.SearchRequest;
import com.stytch.java.consumer.models.m2mclients.UpdateRequest;
import com.stytch.java.consumer.models.m2mclients.UpdateRequestStatus;
import com.stytch.java.consumer.models.m2mclientssecrets.RotateCancelRequest;
import com.stytch.java.consumer.models.m2mclientssecrets.RotateRequest;
import com.stytch.java.consumer.models.m2mclientssecrets.RotateStartRequest;
import com.stytch.java.consumer.models.project.MetricsRequest;
import com.stytch.java.consumer.models.rbac.Policy;
import com.stytch.java.consumer.models.rbac.PolicyRequest;
import com.stytch.java.consumer.models.sessions.AuthenticateRequest;
import com.stytch.java.consumer.models.sessions.AuthorizationCheck;
import com.stytch.java.consumer.models.users.SearchUsersQuery;
import com.stytch.java.consumer.models.users.SearchUsersQueryOperator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.stytch.PolicyResource;
import dev.keyway.emulator.stytch.PolicyScope;
import dev.keyway.emulator.stytch.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's own Java SDK drives the emulator: machines, and the access policy. */
@ExtendWith(EmulatorExtension.class)
class StytchSdkMachinesTest {

  private StytchClient stytch;
  private World world;

  @BeforeEach
  void open(World world) {
    this.world = world;
    this.stytch = Sdk.open(world);
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  private M2MClientWithClientSecret create(String name, String... scopes) {
    return success(
            stytch
                .getM2m()
                .getClients()
                .createCompletable(
                    new CreateRequest(
                        List.of(scopes), null, null, name, null, Map.of("tier", "gold"))))
        .getM2mClient();
  }

  private String token(String id, String secret, String... scopes) {
    return success(stytch.getM2m().tokenCompletable(new TokenRequest(id, secret, List.of(scopes))))
        .getAccessToken();
  }

  @Test
  void aMachineGetsATokenThatTheSdkVerifies() {
    world
        .stytch()
        .configure(
            settings ->
                settings.m2mTokenClaims(Map.of("tier", "{{client.trusted_metadata.tier}}")));
    M2MClientWithClientSecret machine = create("reports", "read:reports", "write:reports");

    String token = token(machine.getClientId(), machine.getClientSecret(), "read:reports");
    var verified =
        success(
            stytch
                .getM2m()
                .authenticateTokenCompletable(
                    new AuthenticateTokenRequest(token, List.of("read:reports"), 60)));

    assertEquals(machine.getClientId(), verified.getClientId());
    assertEquals(List.of("read:reports"), verified.getScopes());
    assertEquals("gold", Objects.requireNonNull(verified.getCustomClaims()).get("tier"));
    assertInstanceOf(
        StytchResult.Error.class,
        Sdk.get(
            stytch
                .getM2m()
                .authenticateTokenCompletable(
                    new AuthenticateTokenRequest(token, List.of("write:reports")))));
  }

  /**
   * The SDK knows the form of OAuth 2.0, but looks for it in a body that it has read already: it
   * tells every refusal of the token endpoint as an answer that it does not understand.
   */
  @Test
  void aRefusalOfTheTokenEndpointReachesTheCaller() {
    M2MClientWithClientSecret machine = create("reports", "read:reports");
    String id = machine.getClientId();

    refused(new TokenRequest(id, "wrong", List.of()));
    refused(new TokenRequest(id, machine.getClientSecret(), List.of("admin:all")));
  }

  private void refused(TokenRequest request) {
    StytchResult<?> result = Sdk.get(stytch.getM2m().tokenCompletable(request));
    assertInstanceOf(
        StytchException.Critical.class,
        assertInstanceOf(StytchResult.Error.class, result).getException());
  }

  @Test
  void machinesAreFoundChangedAndDeleted() {
    M2MClientWithClientSecret machine = create("reports", "read:reports");
    create("billing", "write:bills");
    var clients = stytch.getM2m().getClients();

    var found =
        success(
                clients.searchCompletable(
                    new SearchRequest(
                        null,
                        null,
                        new M2MSearchQuery(
                            M2MSearchQueryOperator.OR,
                            List.of(
                                Map.of(
                                    "filter_name",
                                    "scopes",
                                    "filter_value",
                                    List.of("read:reports")))))))
            .getM2mClients();
    assertEquals(List.of(machine.getClientId()), found.stream().map(c -> c.getClientId()).toList());
    var changed =
        success(
                clients.updateCompletable(
                    new UpdateRequest(
                        machine.getClientId(), "renamed", null, UpdateRequestStatus.INACTIVE)))
            .getM2mClient();
    assertEquals("renamed", changed.getClientName());
    assertEquals("inactive", changed.getStatus());
    assertEquals(
        changed.getClientName(),
        success(clients.getCompletable(new GetRequest(machine.getClientId())))
            .getM2mClient()
            .getClientName());
    success(clients.deleteCompletable(new DeleteRequest(machine.getClientId())));
    assertEquals(
        "m2m_client_not_found",
        error(clients.getCompletable(new GetRequest(machine.getClientId()))));
  }

  @Test
  void aSecretIsReplacedWithoutAGap() {
    M2MClientWithClientSecret machine = create("reports", "read:reports");
    String id = machine.getClientId();
    var secrets = stytch.getM2m().getClients().getSecrets();

    success(secrets.rotateStartCompletable(new RotateStartRequest(id)));
    success(secrets.rotateCancelCompletable(new RotateCancelRequest(id)));
    String next =
        success(secrets.rotateStartCompletable(new RotateStartRequest(id)))
            .getM2mClient()
            .getNextClientSecret();
    token(id, machine.getClientSecret());
    token(id, next);
    success(secrets.rotateCompletable(new RotateRequest(id)));
    refused(new TokenRequest(id, machine.getClientSecret(), List.of()));
    token(id, next);
  }

  @Test
  void theAccessPolicyIsWhatTheWorldSays() {
    world
        .stytch()
        .configure(
            settings ->
                settings
                    .roles(
                        new Role("stytch_user", "All", Map.of("files", List.of("read"))),
                        new Role("editor", "Some", Map.of("files", List.of("*"))))
                    .resources(new PolicyResource("files", "Stored", List.of("read", "write")))
                    .scopes(
                        new PolicyScope("read:files", "Look", Map.of("files", List.of("read")))));

    Policy policy =
        Objects.requireNonNull(
            success(stytch.getRbac().policyCompletable(new PolicyRequest())).getPolicy());

    assertEquals(
        List.of("stytch_user", "editor"),
        policy.getRoles().stream().map(r -> r.getRoleId()).toList());
    assertEquals("Stored", policy.getResources().get(0).getDescription());
    assertEquals("read:files", policy.getScopes().get(0).getScope());
  }

  @Test
  void aSessionIsCheckedAgainstTheAccessPolicy() {
    String session =
        success(
                stytch
                    .getPasswords()
                    .createCompletable(
                        new com.stytch.java.consumer.models.passwords.CreateRequest(
                            "ada@example.com", "quiet-Harbour-74-lanterns", 60)))
            .getSessionToken();

    var verdict =
        Objects.requireNonNull(
            success(
                    stytch
                        .getSessions()
                        .authenticateCompletable(
                            new AuthenticateRequest(
                                session,
                                null,
                                null,
                                null,
                                new AuthorizationCheck("documents", "read"))))
                .getVerdict());

    assertTrue(verdict.getAuthorized());
    assertEquals(List.of("stytch_user"), verdict.getGrantingRoles());
    assertEquals(
        "consumer_session_authorization_error",
        error(
            stytch
                .getSessions()
                .authenticateCompletable(
                    new AuthenticateRequest(
                        session, null, null, null, new AuthorizationCheck("documents", "burn")))));
  }

  @Test
  void aProjectTellsOfItself() {
    create("reports");

    assertEquals(
        world.stytch().projectId(),
        success(stytch.getDebug().whoamiCompletable(new WhoamiRequest())).getProjectId());
    var counts =
        success(stytch.getProject().metricsCompletable(new MetricsRequest())).getMetrics().stream()
            .map(metric -> metric.getMetricType() + " " + metric.getCount())
            .toList();
    assertTrue(counts.contains("M2M_CLIENT_COUNT 1"), counts.toString());
  }

  @Test
  void usersAreFoundByAnyOfSeveralFilters() {
    for (String email : List.of("ada@example.com", "bob@example.org", "eve@example.net")) {
      success(
          stytch
              .getUsers()
              .createCompletable(new com.stytch.java.consumer.models.users.CreateRequest(email)));
    }

    var found =
        success(
                stytch
                    .getUsers()
                    .searchCompletable(
                        new com.stytch.java.consumer.models.users.SearchRequest(
                            null,
                            null,
                            new SearchUsersQuery(
                                SearchUsersQueryOperator.OR,
                                List.of(
                                    filter("email_address", List.of("ada@example.com")),
                                    filter("email_address_fuzzy", "bob@"))))))
            .getResults();

    assertEquals(2, found.size());
  }

  private static Map<String, Object> filter(String name, Object value) {
    return Map.of("filter_name", name, "filter_value", value);
  }
}
