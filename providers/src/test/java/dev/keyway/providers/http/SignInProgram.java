package dev.keyway.providers.http;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.Secret;
import java.util.Map;

/** One sign-in in a process of its own; it prints the code that it fails with. */
public final class SignInProgram {
  private SignInProgram() {}

  /** Takes the base URL and the file of the authority to trust. */
  public static void main(String[] arguments) {
    AuthConfig config =
        AuthConfig.of(
            Map.of(
                "keyway.provider", "stytch",
                "keyway.timeout", "PT10M",
                "keyway.stytch.project-id", "project-test-6b657977-6179-4c64-9a53-4b1d2a7c0f11",
                "keyway.stytch.secret", "secret-test-1",
                "keyway.stytch.base-url", arguments[0],
                "keyway.ca-file", arguments[1]));
    try (AuthClient client = AuthClient.open(config)) {
      client.passwords().signIn(EmailAddress.of("ada@example.com"), Secret.of("correct-horse"));
    } catch (AuthException e) {
      System.out.print(e.code());
    }
  }
}
