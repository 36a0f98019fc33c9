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
import dev.keyway.UserId;
import org.junit.jupiter.api.Test;

/** What is one vendor's own about machines: Stack Auth's switch. */
class MachineVendorsTest {

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
