package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.MachineCredential;
import dev.keyway.MachineQuery;
import dev.keyway.NewMachine;
import dev.keyway.NewUser;
import dev.keyway.Secret;
import dev.keyway.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is one vendor's own about machines: Stytch's keys, Stack Auth's switch. */
class MachineVendorsTest {

  private static Secret token(AuthClient client, MachineCredential made) {
    return client.machines().token(made.machine().id(), made.secret(), Set.of()).token();
  }

  @Test
  void tokensOfBothKeysAreGoodWhileTheProjectsKeysOverlap() {
    try (EmulatorHarness harness = new EmulatorHarness(Vendor.STYTCH)) {
      AuthClient client = harness.client();
      MachineCredential made = client.machines().create(NewMachine.named("Nightly import").build());
      Secret before = token(client, made);
      client.machines().verify(before);
      harness.world().stytch().rotateKeys(Duration.ofMinutes(10));
      Secret after = token(client, made);
      assertEquals(made.machine().id(), client.machines().verify(before).id());
      assertEquals(made.machine().id(), client.machines().verify(after).id());
      harness.world().clock().advance(Duration.ofMinutes(11));
      try (AuthClient late = harness.builder(Map.of()).build()) {
        assertEquals(made.machine().id(), late.machines().verify(after).id());
        assertEquals(
            ErrorCode.TOKEN_INVALID,
            assertThrows(AuthException.class, () -> late.machines().verify(before)).code());
      }
    }
  }

  @Test
  void keysThatAProjectDoesNotWantAreAMethodThatIsOff() {
    // A client of its own: the ledger has no name for refusals that are plain text.
    try (EmulatorHarness harness = new EmulatorHarness(Vendor.STACK_AUTH);
        AuthClient client =
            AuthClient.open(AuthConfig.of(Vendor.STACK_AUTH.patientSettings(harness.world())))) {
      UserId ada =
          client.users().create(NewUser.withEmail(EmailAddress.of("ada@example.com"))).id();
      NewMachine wanted = NewMachine.named("Nightly import").owner(ada).build();
      MachineCredential made = client.machines().create(wanted);
      harness.world().stackAuth().configure(s -> s.allowUserApiKeys(false));
      for (Runnable call :
          new Runnable[] {
            () -> client.machines().create(wanted),
            () -> client.machines().list(MachineQuery.of(ada)),
            () -> client.machines().find(made.machine().id()),
            () -> client.machines().revoke(made.machine().id()),
            () -> client.machines().verify(made.secret())
          }) {
        assertEquals(
            ErrorCode.METHOD_DISABLED, assertThrows(AuthException.class, call::run).code());
      }
    }
  }
}
