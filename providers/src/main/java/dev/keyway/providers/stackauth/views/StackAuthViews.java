package dev.keyway.providers.stackauth.views;

import dev.keyway.providers.http.Transport;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stackauth.rules.Renewals;
import dev.keyway.providers.stackauth.server.CliSignIn;
import dev.keyway.providers.stackauth.server.ConnectedAccounts;
import dev.keyway.providers.stackauth.server.ContactChannels;
import dev.keyway.providers.stackauth.server.PermissionDefinitions;
import dev.keyway.providers.stackauth.server.Permissions;
import dev.keyway.providers.stackauth.server.Project;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import dev.keyway.providers.stackauth.wire.CliApi;
import dev.keyway.providers.stackauth.wire.ConnectedAccountApi;
import dev.keyway.providers.stackauth.wire.ContactChannelApi;
import dev.keyway.providers.stackauth.wire.CurrentProjectApi;
import dev.keyway.providers.stackauth.wire.PermissionApi;
import dev.keyway.providers.stackauth.wire.ProjectAdminApi;
import dev.keyway.spi.NativeCalls;
import jakarta.inject.Inject;

/** Makes {@link StackAuthServer} for a client. */
public final class StackAuthViews {

  private final Transport transport;
  private final Renewals renewals;
  private final AdminKey adminKey;

  @Inject
  StackAuthViews(Transport transport, Renewals renewals, AdminKey adminKey) {
    this.transport = transport;
    this.renewals = renewals;
    this.adminKey = adminKey;
  }

  /** The view, whose calls go through the client's guard. */
  public StackAuthServer server(NativeCalls guard) {
    ViewCalls calls = new ViewCalls(guard, transport);
    // Made when asked for: most applications never do.
    PermissionApi permissions = transport.api(PermissionApi.class);
    return new Server(
        new ContactChannelCalls(calls, transport.api(ContactChannelApi.class)),
        new ConnectedAccountCalls(calls, transport.api(ConnectedAccountApi.class)),
        new PermissionCalls(calls, permissions),
        new PermissionDefinitionCalls(calls, permissions, adminKey),
        new ProjectCalls(
            calls,
            transport.api(CurrentProjectApi.class),
            transport.api(ProjectAdminApi.class),
            adminKey),
        new CliCalls(calls, transport.api(CliApi.class), renewals));
  }

  private record Server(
      ContactChannels contactChannels,
      ConnectedAccounts connectedAccounts,
      Permissions permissions,
      PermissionDefinitions permissionDefinitions,
      Project project,
      CliSignIn cliSignIn)
      implements StackAuthServer {}
}
