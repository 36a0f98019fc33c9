package example;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * An emulator for the tests of the application, and a world in it to which the client is
 * configured. Tests have the world in a field of that type.
 */
public class EmulatorResource implements QuarkusTestResourceLifecycleManager {

  private AuthEmulator emulator;
  private World world;

  @Override
  public Map<String, String> start() {
    emulator = AuthEmulator.start();
    world = emulator.newWorld();
    return world.stytch().configuration();
  }

  @Override
  public void inject(TestInjector tests) {
    tests.injectIntoFields(world, new TestInjector.MatchesType(World.class));
  }

  @Override
  public void stop() {
    emulator.close();
  }
}
