package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AuthClient;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.UserId;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.emulator.seed.Seed;
import dev.keyway.providers.stackauth.server.PermissionDefinition;
import dev.keyway.providers.stackauth.server.PermissionDefinitions;
import dev.keyway.providers.stackauth.server.PermissionId;
import dev.keyway.providers.stackauth.server.PermissionScope;
import dev.keyway.providers.stackauth.server.Permissions;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stackauth.server.TeamId;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members may do in their teams. */
@ExtendWith(EmulatorExtension.class)
class TeamPermissionsTest {

  private static final CallOptions DEFAULTS = CallOptions.defaults();
  private static final TeamId HARVARD = TeamId.of("00000000-0000-4000-8000-00000000000a");
  private static final TeamId YALE = TeamId.of("00000000-0000-4000-8000-00000000000b");
  private static final UserId GRACE = UserId.of("00000000-0000-4000-8000-00000000000c");
  private static final PermissionId READ = PermissionId.of("read_books");
  private static final PermissionId WRITE = PermissionId.of("write_books");

  private static final String TEAMS =
      """
      version: 1
      worlds:
        - name: teams
          stackauth:
            teams:
              - id: 00000000-0000-4000-8000-00000000000a
                name: Harvard
              - id: 00000000-0000-4000-8000-00000000000b
                name: Yale
          users:
            - on: [stackauth]
              emails:
                - address: grace@example.com
              stackauth:
                id: 00000000-0000-4000-8000-00000000000c
                teams:
                  - team: 00000000-0000-4000-8000-00000000000a
                    permissions: []
      """;

  private AuthClient client;
  private Permissions permissions;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STACK_AUTH, world).build();
    world.load(Seed.parse(TEAMS, "teams"));
    StackAuthServer stack = client.unwrap(StackAuthServer.class);
    permissions = stack.permissions();
    PermissionDefinitions definitions = stack.permissionDefinitions();
    definitions.create(PermissionScope.TEAM, PermissionDefinition.of(READ), DEFAULTS);
    definitions.create(
        PermissionScope.TEAM, PermissionDefinition.of(WRITE).containing(READ), DEFAULTS);
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aMemberMayWhatTheTeamLetsThem() {
    permissions.grantInTeam(HARVARD, GRACE, WRITE, DEFAULTS);
    permissions.grantInTeam(HARVARD, GRACE, WRITE, DEFAULTS);
    assertEquals(Set.of(WRITE), permissions.listInTeam(HARVARD, GRACE, false, DEFAULTS));
    assertEquals(Set.of(WRITE, READ), permissions.listInTeam(HARVARD, GRACE, true, DEFAULTS));
    assertEquals(Set.of(), permissions.list(GRACE, true, DEFAULTS));

    permissions.revokeInTeam(HARVARD, GRACE, WRITE, DEFAULTS);
    assertEquals(Set.of(), permissions.listInTeam(HARVARD, GRACE, true, DEFAULTS));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> permissions.revokeInTeam(HARVARD, GRACE, WRITE, DEFAULTS)));
  }

  @Test
  void whoIsNoMemberMayNothing() {
    UserId ada = client.users().create(NewUser.withEmail(EmailAddress.of("ada@example.com"))).id();
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> permissions.grantInTeam(YALE, GRACE, READ, DEFAULTS)));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(() -> permissions.grantInTeam(HARVARD, ada, READ, DEFAULTS)));
    assertEquals(Set.of(), permissions.listInTeam(YALE, GRACE, true, DEFAULTS));
    assertEquals(
        ErrorCode.RESOURCE_NOT_FOUND,
        code(
            () ->
                permissions.grantInTeam(
                    HARVARD, GRACE, PermissionId.of("launch_rockets"), DEFAULTS)));
    assertEquals(ErrorCode.INVALID_ARGUMENT, code(() -> permissions.grant(GRACE, READ, DEFAULTS)));
  }
}
