package dev.keyway.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.SessionTokens;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One compiled application, two properties files, the same assertions. */
@ExtendWith(EmulatorExtension.class)
class SwapTest {

  private static final String EMAIL = "grace@example.com";
  private static final String PASSWORD = "quiet-Harbour-74-lanterns";
  private static final String NEW_PASSWORD = "amber-Window-19-tramlines";

  @ParameterizedTest
  @EnumSource(Vendor.class)
  void theSameApplicationRunsOnEitherProvider(Vendor vendor, World world, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve(vendor.id() + ".properties");
    Properties properties = new Properties();
    properties.putAll(vendor.patientSettings(world));
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }

    try (AuthClient client = AuthClient.open(AuthConfig.fromProperties(file))) {
      assertEquals(vendor.id(), client.provider());
      Accounts accounts = new Accounts(client);

      SessionTokens session = accounts.register(EMAIL, PASSWORD);
      assertTrue(accounts.mayEnter(EMAIL, PASSWORD));
      assertFalse(accounts.mayEnter(EMAIL, NEW_PASSWORD));
      assertEquals("Grace", accounts.rename(session, "Grace"));
      session = accounts.changePassword(session, PASSWORD, NEW_PASSWORD);
      assertTrue(accounts.isSignedIn(session));
      assertFalse(accounts.mayEnter(EMAIL, PASSWORD));
      assertTrue(accounts.mayEnter(EMAIL, NEW_PASSWORD));
      accounts.leave(session);
      assertFalse(accounts.isSignedIn(session));
    }
  }
}
