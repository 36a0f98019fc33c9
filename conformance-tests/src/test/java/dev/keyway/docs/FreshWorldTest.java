package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.EmailAddress;
import dev.keyway.PasskeyOptions;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing has to be switched on before the guides' flows work. */
class FreshWorldTest {
  private static final URI CALLBACK = URI.create("http://localhost:3000/authenticate");

  @Test
  void everyWayToSignInIsOnInANewWorld() {
    try (AuthEmulator emulator = AuthEmulator.start();
        World world = emulator.newWorld()) {
      for (VendorService service : world.services()) {
        Map<String, String> settings = new HashMap<>(service.configuration());
        settings.put("keyway.timeout", "PT5M");
        settings.put("keyway.callback-url", CALLBACK.toString());
        try (AuthClient auth = AuthClient.open(AuthConfig.of(settings))) {
          String address = service.id() + "@example.com";
          EmailAddress email = EmailAddress.of(address);
          assertDoesNotThrow(() -> auth.magicLinks().send(email, CALLBACK), service.name());
          world.outbox().await(address, MessageKind.MAGIC_LINK);
          assertDoesNotThrow(() -> auth.otps().sendEmail(email), service.name());
          PasskeyOptions here = PasskeyOptions.builder().relyingPartyId("localhost").build();
          assertDoesNotThrow(() -> auth.passkeys().startSignIn(here), service.name());
        }
      }
      assertTrue(world.stackAuth().settings().oauthProviders().contains("github"));
      assertTrue(world.stytch().settings().oauthProviders().contains("github"));
    }
  }

  @Test
  void theVendorsOwnDefaultsAreOneWordAway() {
    try (AuthEmulator emulator = AuthEmulator.start();
        World world = emulator.newWorld(WorldSpec.vendorDefaults())) {
      assertFalse(world.stackAuth().settings().magicLinkEnabled());
      assertFalse(world.stackAuth().settings().passkeyEnabled());
    }
  }
}
