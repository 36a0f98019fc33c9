package dev.keyway.emulator.internal.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.Operation;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import dev.keyway.emulator.junit.EmulatorExtension;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What documents show of a vendor is there. */
@ExtendWith(EmulatorExtension.class)
public abstract class VendorExamplesRules {
  private final String vendor;
  private final VendorExamples examples;

  protected VendorExamplesRules(String vendor, VendorExamples examples) {
    this.vendor = vendor;
    this.examples = examples;
  }

  @Test
  public void theOperationAnswersTheError(AuthEmulator emulator) {
    Operation operation =
        emulator.operations().stream()
            .filter(any -> any.id().equals(examples.operation()))
            .findFirst()
            .orElseThrow();
    assertTrue(operation.errors().contains(examples.error()));
  }

  @Test
  public void theOperationsOfAVisitAreBuilt(AuthEmulator emulator) {
    List<String> built =
        emulator.operations().stream().filter(Operation::built).map(Operation::id).toList();
    assertTrue(built.containsAll(examples.visit()));
  }

  @Test
  public void theSettingsCanBe(AuthEmulator emulator) {
    World world = emulator.newWorld(WorldSpec.vendorDefaults());
    VendorService service = world.service(vendor).orElseThrow();
    Map<String, Object> before = service.settingValues();
    service.configure(examples.settings());
    examples
        .settings()
        .forEach(
            (name, value) -> {
              assertEquals(value, service.settingValues().get(name));
              assertTrue(!value.equals(before.get(name)), name);
            });
  }
}
