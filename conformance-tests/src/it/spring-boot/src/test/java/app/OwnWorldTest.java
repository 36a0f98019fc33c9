package app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.SessionTokens;
import dev.keyway.emulator.World;
import dev.keyway.emulator.spring.EmulatedAuth;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Moves the clock, so it has a world of its own. */
@SpringBootTest
@EmulatedAuth(provider = "stack-auth", world = "clock")
class OwnWorldTest {
  private static final EmailAddress EMAIL = EmailAddress.of("alice@example.com");
  private static final Secret PASSWORD = Secret.of("my horse reads maps at noon");

  @Autowired private AuthClient auth;
  @Autowired private World wired;

  @Test
  void theWorldsClockIsTheClients(World world, @Autowired ObjectProvider<Clock> clocks) {
    assertSame(wired, world);
    assertEquals("stack-auth", auth.provider());
    assertEquals(0, clocks.stream().filter(world.clock()::equals).count());
    auth.passwords().signUp(EMAIL, PASSWORD);
    SessionTokens tokens = auth.passwords().signIn(EMAIL, PASSWORD).orElseThrow().tokens();
    auth.sessions().verify(tokens.access());
    world.clock().advance(Duration.ofDays(1));
    assertEquals(
        ErrorCode.TOKEN_EXPIRED,
        assertThrows(AuthException.class, () -> auth.sessions().verify(tokens.access())).code());
  }
}
