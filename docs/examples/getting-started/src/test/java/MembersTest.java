import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.*;
import dev.keyway.emulator.World;
import dev.keyway.emulator.junit.EmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmulatorExtension.class)
class MembersTest {

  @Test
  void whoJoinedCanSignIn(World world) {
    AuthConfig config = AuthConfig.of(world.stytch().configuration());
    try (AuthClient auth = AuthClient.builder(config).clock(world.clock()).build()) {
      Members members = new Members(auth);
      String id = members.join("alice@example.com", "my horse reads maps at noon");
      assertEquals(id, members.signIn("alice@example.com", "my horse reads maps at noon"));
      AuthException refused =
          assertThrows(
              AuthException.class, () -> members.signIn("alice@example.com", "a wrong password"));
      assertEquals(ErrorCode.INVALID_CREDENTIALS, refused.code());
    }
  }
}
