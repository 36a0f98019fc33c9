package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.Session;
import dev.keyway.SignInResult;
import dev.keyway.User;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user signs in, on both providers, with the platform's versions of all that is shared. */
@ExtendWith(EmulatorExtension.class)
class SignInTest {
  private static final EmailAddress EMAIL = EmailAddress.of("alice@example.com");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  private final World world;

  SignInTest(World world) {
    this.world = world;
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void aUserSignsInAndIsVerified(String provider) {
    try (AuthClient auth = open(provider)) {
      auth.passwords().signUp(EMAIL, PASSWORD);
      SignInResult result = auth.passwords().signIn(EMAIL, PASSWORD);
      Session session = auth.sessions().verify(result.orElseThrow().tokens().access());
      User user = auth.users().find(session.userId()).orElseThrow();
      assertEquals(EMAIL, user.primaryEmail().orElseThrow().address());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack-auth", "stytch"})
  void aWrongPasswordIsRefused(String provider) {
    try (AuthClient auth = open(provider)) {
      auth.passwords().signUp(EMAIL, PASSWORD);
      AuthException refused =
          assertThrows(
              AuthException.class,
              () -> auth.passwords().signIn(EMAIL, Secret.of("your horse reads maps at noon")));
      assertEquals(ErrorCode.INVALID_CREDENTIALS, refused.code());
    }
  }

  private AuthClient open(String provider) {
    Map<String, String> settings =
        new HashMap<>(
            Stream.of(world.stackAuth().configuration(), world.stytch().configuration())
                .filter(some -> some.get("keyway.provider").equals(provider))
                .findFirst()
                .orElseThrow());
    settings.put("keyway.timeout", "PT5M");
    return AuthClient.open(AuthConfig.of(settings));
  }
}
