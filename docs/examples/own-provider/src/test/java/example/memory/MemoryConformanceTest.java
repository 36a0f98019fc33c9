package example.memory;

import dev.keyway.conformance.AuthConformance;
import dev.keyway.conformance.AuthHarness;
import org.junit.jupiter.api.TestInfo;

/** Every rule, each in a directory of its own. */
class MemoryConformanceTest extends AuthConformance {

  @Override
  protected AuthHarness openHarness(TestInfo test) {
    return new MemoryHarness();
  }
}
