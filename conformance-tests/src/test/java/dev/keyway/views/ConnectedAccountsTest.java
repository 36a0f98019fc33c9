package dev.keyway.views;

import static dev.keyway.views.Vendors.code;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.keyway.AuthClient;
import dev.keyway.CallOptions;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.NewUser;
import dev.keyway.OAuthAuthorization;
import dev.keyway.OAuthOptions;
import dev.keyway.OAuthProviderId;
import dev.keyway.Secret;
import dev.keyway.UserId;
import dev.keyway.conformance.Browser;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.OAuthDecision;
import dev.keyway.emulator.SocialAccount;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import dev.keyway.providers.stackauth.server.ConnectedAccount;
import dev.keyway.providers.stackauth.server.ConnectedAccounts;
import dev.keyway.providers.stackauth.server.StackAuthServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens that open the accounts which users have at identity providers. */
@ExtendWith(EmulatorExtension.class)
class ConnectedAccountsTest {

  private static final CallOptions DEFAULTS = CallOptions.defaults();
  private static final URI CALLBACK = URI.create("http://localhost:3000/callback");
  private static final String SCOPE = "calendar";

  private AuthClient client;
  private ConnectedAccounts accounts;

  @BeforeEach
  void open(World world) {
    client = Vendors.client(Vendor.STACK_AUTH, world).build();
    accounts = client.unwrap(StackAuthServer.class).connectedAccounts();
  }

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aTokenIsForItsScopesAndRenewed(World world) {
    UserId ada = signIn(world, "ada@example.com");
    ConnectedAccount account = only(ada);
    assertEquals(OAuthProviderId.GOOGLE, account.provider());

    Secret token = accounts.accessToken(ada, account, Set.of(SCOPE), DEFAULTS);
    assertFalse(token.reveal().isBlank());
    world.clock().advance(Duration.ofHours(2));
    assertNotEquals(token, accounts.accessToken(ada, account, Set.of(), DEFAULTS));
    assertEquals(
        ErrorCode.IDENTITY_NOT_CONNECTED,
        code(() -> accounts.accessToken(ada, account, Set.of("mail"), DEFAULTS)));
  }

  @Test
  void anothersAccountGivesNoToken(World world) {
    ConnectedAccount adas = only(signIn(world, "ada@example.com"));
    UserId grace = signIn(world, "grace@example.com");
    UserId linus =
        client.users().create(NewUser.withEmail(EmailAddress.of("linus@example.com"))).id();
    for (UserId user : List.of(grace, linus)) {
      assertEquals(
          ErrorCode.IDENTITY_NOT_CONNECTED,
          code(() -> accounts.accessToken(user, adas, Set.of(), DEFAULTS)));
    }
  }

  private ConnectedAccount only(UserId user) {
    List<ConnectedAccount> all = accounts.list(user, DEFAULTS);
    assertEquals(1, all.size());
    return all.get(0);
  }

  private UserId signIn(World world, String email) {
    OAuthAuthorization start =
        client
            .oauth()
            .authorize(
                OAuthProviderId.GOOGLE,
                CALLBACK,
                OAuthOptions.builder().scopes(Set.of(SCOPE)).build());
    world.oauth().next(OAuthDecision.approve(SocialAccount.of(email)));
    URI home = world.stackAuth().baseUrl();
    URI back = new Browser(home).open(start.location()).left(home).orElseThrow();
    return client.oauth().exchange(back, start.handle()).result().orElseThrow().user().id();
  }
}
