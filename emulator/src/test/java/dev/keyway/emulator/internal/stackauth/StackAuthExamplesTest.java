package dev.keyway.emulator.internal.stackauth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.internal.vendor.VendorExamples;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What documents show of Stack Auth is there. */
@ExtendWith(EmulatorExtension.class)
class StackAuthExamplesTest {
  private static final VendorExamples EXAMPLES = StackAuthExamples.ALL;

  @Test
  void theOperationAnswersTheError(AuthEmulator emulator) {
    Operation operation =
        emulator.operations().stream()
            .filter(any -> any.id().equals(EXAMPLES.operation()))
            .findFirst()
            .orElseThrow();
    assertTrue(operation.errors().contains(EXAMPLES.error()));
  }

  @Test
  void theOperationsOfAVisitAreBuilt(AuthEmulator emulator) {
    List<String> built =
        emulator.operations().stream().filter(Operation::built).map(Operation::id).toList();
    assertTrue(built.containsAll(EXAMPLES.visit()));
  }

  @Test
  void theSettingsCanBe(AuthEmulator emulator) {
    World world = emulator.newWorld(WorldSpec.vendorDefaults());
    VendorService service = world.service(StackAuthConnection.ID).orElseThrow();
    Map<String, Object> before = service.settingValues();
    service.configure(EXAMPLES.settings());
    EXAMPLES
        .settings()
        .forEach(
            (name, value) -> {
              assertEquals(value, service.settingValues().get(name));
              assertTrue(!value.equals(before.get(name)), name);
            });
  }
}
