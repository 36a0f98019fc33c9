package dev.keyway.conformance;

import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that refuse too little, or do not say who refused. */
class BrokenRefusalsTest {

  @ParameterizedTest
  @ValueSource(classes = {NamesNobody.class, TakesAnyTimeout.class})
  void theSuiteNamesTheRuleThatIsBroken(Class<?> broken) {
    BrokenProviders.assertCaught(broken);
  }

  @BrokenConformance.Breaks("ERR-016")
  static class NamesNobody extends BrokenConformance {
    NamesNobody() {
      super(
          Area.PASSWORDS,
          Sabotages.failing(
              (call, e) -> {
                throw AuthException.of(e.code(), "no");
              }));
    }
  }

  @BrokenConformance.Breaks("LIF-015")
  static class TakesAnyTimeout extends BrokenConformance {
    TakesAnyTimeout() {
      super(Vendor.STACK_AUTH, real -> real);
    }

    @Override
    protected AuthHarness openHarness(TestInfo test) {
      return new EmulatorHarness(Vendor.STACK_AUTH) {
        @Override
        public AuthClient.Builder builder(Map<String, String> changes) {
          Map<String, String> taken = new HashMap<>(changes);
          taken.remove("keyway.timeout");
          return super.builder(taken);
        }
      };
    }
  }
}
