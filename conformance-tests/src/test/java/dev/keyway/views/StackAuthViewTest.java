package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthProviderId;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stackauth.server.CliLogin;
import dev.keyway.providers.stackauth.server.CliPoll;
import dev.keyway.providers.stackauth.server.CliSignIn;
import dev.keyway.providers.stackauth.server.ConnectedAccount;
import dev.keyway.providers.stackauth.server.PermissionDefinition;
import dev.keyway.providers.stackauth.server.PermissionDefinitions;
import dev.keyway.providers.stackauth.server.PermissionId;
import dev.keyway.providers.stackauth.server.PermissionScope;
import dev.keyway.providers.stackauth.server.Permissions;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stackauth.server.TeamId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class StackAuthViewTest {

  private static final EmailAddress ADA = EmailAddress.of("ada@example.com");
  private static final Secret PASSWORD = Secret.of("quiet-Harbour-74-lanterns");
  private static final CallOptions DEFAULTS = CallOptions.defaults();
  private static final PermissionId READ = PermissionId.of("read_books");
  private static final PermissionId WRITE = PermissionId.of("write_books");

  private AuthClient client;
  private StackAuthServer stack;
  private SignInResult.SignedIn ada;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STACK_AUTH, world).build();
    stack = client.unwrap(StackAuthServer.class);
    ada = client.passwords().signUp(ADA, PASSWORD).orElseThrow();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void permissionsAreDefinedGrantedAndTakenAway() {
    UserId user = ada.user().id();
    PermissionDefinitions definitions = stack.permissionDefinitions();
    Permissions permissions = stack.permissions();
    definitions.create(PermissionScope.PROJECT, PermissionDefinition.of(READ), DEFAULTS);
    PermissionDefinition write = PermissionDefinition.of(WRITE).containing(READ);
    assertEquals(write, definitions.create(PermissionScope.PROJECT, write, DEFAULTS));
    assertEquals(
        ErrorCode.RESOURCE_ALREADY_EXISTS,
        code(() -> definitions.create(PermissionScope.PROJECT, write, DEFAULTS)));
    permissions.grant(user, WRITE, DEFAULTS);
    permissions.grant(user, WRITE, DEFAULTS);
    assertEquals(Set.of(WRITE), permissions.list(user, false, DEFAULTS));
    assertEquals(Set.of(WRITE, READ), permissions.list(user, true, DEFAULTS));
    permissions.revoke(user, WRITE, DEFAULTS);
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND, code(() -> permissions.revoke(user, WRITE, DEFAULTS)));
    assertEquals(
        PermissionDefinition.of(WRITE),
        definitions.update(PermissionScope.PROJECT, PermissionDefinition.of(WRITE), DEFAULTS));
    definitions.delete(PermissionScope.PROJECT, READ, DEFAULTS);
    assertEquals(
        List.of(WRITE),
        definitions.list(PermissionScope.PROJECT, DEFAULTS).stream()
            .map(PermissionDefinition::id)
            .toList());
    assertEquals(ErrorCode.RESOURCE_NOT_FOUND, code(() -> permissions.grant(user, READ, DEFAULTS)));
  }

  @Test
  void permissionsOfTeamsAreForMembers() {
    TeamId nowhere = TeamId.of("00000000-0000-4000-8000-00000000000a");
    PermissionId members = PermissionId.of("$read_members");
    UserId user = ada.user().id();
    assertEquals(Set.of(), stack.permissions().listInTeam(nowhere, user, true, DEFAULTS));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> stack.permissions().grantInTeam(nowhere, user, members, DEFAULTS)));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> stack.permissions().revokeInTeam(nowhere, user, members, DEFAULTS)));
    assertEquals(
        ErrorCode.USER_NOT_FOUND,
        code(() -> stack.permissions().grant(UserId.of("me"), READ, DEFAULTS)));
    assertTrue(
        stack.permissionDefinitions().list(PermissionScope.TEAM, DEFAULTS).stream()
            .anyMatch(definition -> definition.id().equals(members)));
  }

  @Test
  void definitionsAreForAdministrators(World world) {
    AuthConfig config = AuthConfig.of(Vendor.STACK_AUTH.patientSettings(world));
    int before = world.ledger().entries().size();
    try (AuthClient plain = AuthClient.open(config)) {
      PermissionDefinitions definitions =
          plain.unwrap(StackAuthServer.class).permissionDefinitions();
      assertEquals(
          ErrorCode.CONFIGURATION_INVALID,
          code(() -> definitions.list(PermissionScope.PROJECT, DEFAULTS)));
    }
    assertEquals(before, world.ledger().entries().size());
  }

  @Test
  void aProgramGetsTheSessionOfWhoCompletesItsSignIn() {
    CliSignIn cli = stack.cliSignIn();
    CliLogin login = cli.start(Duration.ofMinutes(10), DEFAULTS);
    assertEquals(CliPoll.State.WAITING, cli.poll(login.pollingCode(), DEFAULTS).state());
    cli.complete(login.loginCode(), ada.tokens(), DEFAULTS);
    SessionTokens tokens = cli.poll(login.pollingCode(), DEFAULTS).tokens().orElseThrow();
    assertEquals(ada.user().id(), client.sessions().verify(tokens.access()).userId());
    assertEquals(CliPoll.State.USED, cli.poll(login.pollingCode(), DEFAULTS).state());
    assertEquals(
        ErrorCode.CODE_REFUSED,
        code(() -> cli.complete(login.loginCode(), ada.tokens(), DEFAULTS)));
    assertEquals(ErrorCode.CHALLENGE_INVALID, code(() -> cli.poll(Secret.of("none"), DEFAULTS)));
  }

  @Test
  void aProgramThatWaitsTooLongStartsAnew(World world) {
    CliLogin login = stack.cliSignIn().start(Duration.ofMinutes(10), DEFAULTS);
    world.clock().advance(Duration.ofMinutes(11));
    assertEquals(
        CliPoll.State.EXPIRED, stack.cliSignIn().poll(login.pollingCode(), DEFAULTS).state());
    assertEquals(
        ErrorCode.INVALID_ARGUMENT,
        code(() -> stack.cliSignIn().start(Duration.ofHours(25), DEFAULTS)));
  }

  @Test
  void theProjectTellsWhatItAllows(World world) {
    assertTrue(stack.project().settings(DEFAULTS).passwordEnabled());
    world.stackAuth().configure(settings -> settings.credentialEnabled(false));
    assertEquals(false, stack.project().settings(DEFAULTS).passwordEnabled());
  }

  @Test
  void whoHasNoAccountElsewhereHasNoToken() {
    UserId user = ada.user().id();
    assertEquals(List.of(), stack.connectedAccounts().list(user, DEFAULTS));
    for (String id : List.of("account-1", "..", " ")) {
      ConnectedAccount account = new ConnectedAccount(OAuthProviderId.GITHUB, id);
      assertEquals(
          ErrorCode.IDENTITY_NOT_CONNECTED,
          code(() -> stack.connectedAccounts().accessToken(user, account, Set.of(), DEFAULTS)));
    }
  }
}
