package dev.keyway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.Capability;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The README's table is what the providers declare. {@code -Dkeyway.docs.write=true} writes it
 * anew.
 */
class CapabilityTableTest {

  private static final String SECTION = "capabilities";

  @Test
  void theReadmeListsWhatTheProvidersDeclare() {
    Document readme = Document.read("README.md");
    String table = table();
    if (Boolean.getBoolean("keyway.docs.write")) {
      readme.with(SECTION, table).write();
    } else {
      assertEquals(
          table,
          readme.section(SECTION),
          "the README is stale; run this test with -Dkeyway.docs.write=true");
    }
  }

  private static String table() {
    Set<Capability> stackAuth =
        declared(
            Map.of(
                "keyway.provider", "stack-auth",
                "keyway.stack-auth.project-id", "11111111-1111-4111-8111-111111111111",
                "keyway.stack-auth.secret-server-key", "ssk_no_key_of_any_project"));
    Set<Capability> stytch =
        declared(
            Map.of(
                "keyway.provider", "stytch",
                "keyway.stytch.project-id", "project-test-11111111-1111-4111-8111-111111111111",
                "keyway.stytch.secret", "secret-test-no-key-of-any-project="));
    StringBuilder table =
        new StringBuilder("| `Capability` | Stack Auth | Stytch |\n|---|:-:|:-:|\n");
    for (Capability capability : Capability.values()) {
      table.append(
          "| `%s` | %s | %s |\n"
              .formatted(
                  capability,
                  mark(stackAuth.contains(capability)),
                  mark(stytch.contains(capability))));
    }
    return table.toString();
  }

  private static Set<Capability> declared(Map<String, String> settings) {
    try (AuthClient client = AuthClient.open(AuthConfig.of(settings))) {
      return client.capabilities();
    }
  }

  private static String mark(boolean declared) {
    return declared ? "✓" : "–";
  }
}
