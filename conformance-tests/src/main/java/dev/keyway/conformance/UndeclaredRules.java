package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.keyway.AuthException;
import dev.keyway.Capability;
import dev.keyway.ErrorCode;
import dev.keyway.Retry;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.function.Executable;

/** UND: what the provider does not offer. */
abstract class UndeclaredRules extends Rules {

  UndeclaredRules(Function<TestInfo, AuthHarness> opening) {
    super(opening);
  }

  @Rule(
      id = "UND-001",
      value = "Every call that needs what is not declared is refused as unsupported, unsent",
      negative = true)
  void whatIsNotDeclaredIsRefusedUnsent() {
    Map<Capability, Executable> calls = new CapabilityCalls(harness()).all();
    Set<Capability> undeclared = EnumSet.allOf(Capability.class);
    undeclared.removeAll(client().capabilities());
    assumeFalse(undeclared.isEmpty(), "the provider declares everything");
    assertAll(
        calls.entrySet().stream()
            .filter(call -> undeclared.contains(call.getKey()))
            .map(
                call ->
                    () -> {
                      AuthException failure = refusedUnsent(call.getValue(), ErrorCode.UNSUPPORTED);
                      assertEquals(Retry.NEVER, failure.retry(), call.getKey()::name);
                    }));
  }

  @Rule(
      id = "UND-002",
      value = "No call that is declared says that it is unsupported",
      negative = true)
  void whatIsDeclaredIsSupported() {
    Map<Capability, Executable> calls = new CapabilityCalls(harness()).all();
    assertAll(
        calls.entrySet().stream()
            .filter(call -> client().supports(call.getKey()))
            .map(
                call ->
                    () -> {
                      try {
                        call.getValue().execute();
                      } catch (AuthException e) {
                        assertTrue(
                            e.code() != ErrorCode.UNSUPPORTED,
                            () -> call.getKey() + " is declared, and then: " + e.getMessage());
                      }
                    }));
  }

  @Rule(
      id = "UND-003",
      value = "What a client supports is exactly what its provider declares",
      negative = true)
  void supportsIsWhatIsDeclared() {
    for (Capability capability : Capability.values()) {
      assertEquals(client().capabilities().contains(capability), client().supports(capability));
    }
  }
}
