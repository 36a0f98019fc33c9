package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.seed.Seed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What README starts is usable by a client that has the machine's clock and nobody else's. */
class ExampleSeedTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "examples", "seed.yaml");

  @Test
  void aPlainClientSignsInToTheExampleAndVerifies() {
    try (AuthEmulator emulator = AuthEmulator.start();
        World world = emulator.load(Seed.parse(EXAMPLE)).get(0)) {
      for (VendorService service : world.services()) {
        Map<String, String> settings = new HashMap<>(service.configuration());
        settings.put("keyway.timeout", "PT5M");
        try (AuthClient auth = AuthClient.open(AuthConfig.of(settings))) {
          SessionTokens tokens =
              auth.passwords()
                  .signIn(
                      EmailAddress.of("ada@example.com"), Secret.of("my horse reads maps at noon"))
                  .orElseThrow()
                  .tokens();

          String user = auth.sessions().verify(tokens.access()).userId().value();
          assertTrue(user.endsWith("7d6b0b5e-6f0a-4d6e-9a0b-1f6f3c1fada0"), service.name());
        }
      }
    }
  }
}
