package dev.keyway.interop;

import static dev.keyway.interop.Sdk.error;
import static dev.keyway.interop.Sdk.success;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.stytch.java.consumer.StytchClient;
import com.stytch.java.consumer.models.connectedapps.ConnectedAppWithClientSecret;
import com.stytch.java.consumer.models.connectedappsclients.CreateRequest;
import com.stytch.java.consumer.models.connectedappsclients.CreateRequestClientType;
import com.stytch.java.consumer.models.connectedappsclients.DeleteRequest;
import com.stytch.java.consumer.models.connectedappsclients.GetRequest;
import com.stytch.java.consumer.models.connectedappsclients.SearchRequest;
import com.stytch.java.consumer.models.connectedappsclients.UpdateRequest;
import com.stytch.java.consumer.models.connectedappsclientssecrets.RotateCancelRequest;
import com.stytch.java.consumer.models.connectedappsclientssecrets.RotateRequest;
import com.stytch.java.consumer.models.connectedappsclientssecrets.RotateStartRequest;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The vendor's own Java SDK drives the emulator: the clients of connected apps. */
@ExtendWith(EmulatorExtension.class)
class StytchSdkConnectedAppsTest {
  private StytchClient stytch;

  @BeforeEach
  void open(World world) {
    this.stytch = Sdk.open(world);
  }

  @AfterEach
  void close() {
    stytch.close();
  }

  private ConnectedAppWithClientSecret create(CreateRequestClientType type, String name) {
    return success(
            stytch
                .getConnectedApp()
                .getClients()
                .createCompletable(
                    new CreateRequest(
                        type, name, "Inside", List.of("https://desk.example.com/back"), false, 30)))
        .getConnectedApp();
  }

  @Test
  void appsAreFoundChangedAndDeleted() {
    var clients = stytch.getConnectedApp().getClients();
    ConnectedAppWithClientSecret made = create(CreateRequestClientType.FIRST_PARTY, "desk");
    assertNotNull(made.getClientSecret());
    assertEquals(30, made.getAccessTokenExpiryMinutes());
    assertNull(create(CreateRequestClientType.THIRD_PARTY_PUBLIC, "phone").getClientSecret());

    assertEquals(
        "renamed",
        success(
                clients.updateCompletable(
                    // Lists that are left out are sent empty by the SDK.
                    new UpdateRequest(made.getClientId(), "renamed", null, made.getRedirectURLs())))
            .getConnectedApp()
            .getClientName());
    var read = success(clients.getCompletable(new GetRequest(made.getClientId())));
    assertEquals("first_party", read.getConnectedApp().getClientType());
    assertEquals(
        List.of("https://desk.example.com/back"), read.getConnectedApp().getRedirectURLs());
    var page = success(clients.searchCompletable(new SearchRequest(null, 1L)));
    assertEquals("phone", page.getConnectedApps().get(0).getClientName());
    var next =
        success(
            clients.searchCompletable(
                new SearchRequest(page.getResultsMetadata().getNextCursor(), 1L)));
    assertEquals("renamed", next.getConnectedApps().get(0).getClientName());
    assertEquals(
        made.getClientId(),
        success(clients.deleteCompletable(new DeleteRequest(made.getClientId()))).getClientId());
    assertEquals(
        "connected_app_not_found",
        error(clients.getCompletable(new GetRequest(made.getClientId()))));
  }

  @Test
  void aSecretIsReplaced() {
    ConnectedAppWithClientSecret made = create(CreateRequestClientType.THIRD_PARTY, "desk");
    String id = made.getClientId();
    var secrets = stytch.getConnectedApp().getClients().getSecrets();

    success(secrets.rotateStartCompletable(new RotateStartRequest(id)));
    success(secrets.rotateCancelCompletable(new RotateCancelRequest(id)));
    var started =
        success(secrets.rotateStartCompletable(new RotateStartRequest(id))).getConnectedApp();
    assertNotEquals(made.getClientSecret(), started.getNextClientSecret());
    assertEquals(
        "connected_app_already_rotating_secret",
        error(secrets.rotateStartCompletable(new RotateStartRequest(id))));
    var finished = success(secrets.rotateCompletable(new RotateRequest(id))).getConnectedApp();
    assertEquals(started.getNextClientSecretLastFour(), finished.getClientSecretLastFour());
    String open = create(CreateRequestClientType.FIRST_PARTY_PUBLIC, "phone").getClientId();
    assertEquals(
        "public_connected_apps_do_not_have_secrets",
        error(secrets.rotateStartCompletable(new RotateStartRequest(open))));
  }
}
