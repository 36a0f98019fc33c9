package dev.keyway.conformance;

import dev.keyway.ErrorCode;
import dev.keyway.Machine;
import dev.keyway.MachineId;
import dev.keyway.MachineVerifyOptions;
import dev.keyway.VerifiedMachine;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that are broken at machines, each caught by the rule it breaks. */
class BrokenMachinesTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        KnowsEveryCredential.class,
        TakesOldTokens.class,
        RevokesNothing.class,
        NeverLetsExpire.class,
        IgnoresScopes.class,
        KeepsTheRotatedSecret.class,
        KeepsTheVerdictOnAToken.class,
        FindsOthers.class
      })
  void theSuiteNamesTheRuleThatIsBroken(Class<?> broken) {
    BrokenProviders.assertCaught(broken);
  }

  /** Says who presented something last where the real one refuses. */
  private static Saboteur.Sabotage forgiving(ErrorCode... refused) {
    AtomicReference<@Nullable Object> last = new AtomicReference<>();
    return call -> {
      Saboteur.Sabotage forgiving =
          Sabotages.failing(
              (failed, e) -> {
                if (failed.name().equals("verify") && Set.of(refused).contains(e.code())) {
                  return Optional.ofNullable(last.get()).orElseThrow(() -> e);
                }
                throw e;
              });
      Object result = forgiving.make(call);
      if (result instanceof VerifiedMachine) {
        last.set(result);
      }
      return result;
    };
  }

  @BrokenConformance.Breaks("MCH-012")
  static class KnowsEveryCredential extends BrokenConformance {
    KnowsEveryCredential() {
      super(
          Area.MACHINES,
          Sabotages.failing(
              (call, e) -> {
                if (call.name().equals("verify")) {
                  return new VerifiedMachine(
                      MachineId.of("any"), Optional.empty(), Set.of(), Optional.empty());
                }
                throw e;
              }));
    }
  }

  @BrokenConformance.Breaks("MCH-017")
  static class TakesOldTokens extends BrokenConformance {
    TakesOldTokens() {
      super(Vendor.STYTCH, Area.MACHINES, forgiving(ErrorCode.TOKEN_EXPIRED));
    }
  }

  @BrokenConformance.Breaks("MCH-015")
  static class RevokesNothing extends BrokenConformance {
    RevokesNothing() {
      super(Area.MACHINES, Sabotages.skipping("revoke"));
    }
  }

  @BrokenConformance.Breaks("MCH-016")
  static class NeverLetsExpire extends BrokenConformance {
    NeverLetsExpire() {
      super(Area.MACHINES, forgiving(ErrorCode.TOKEN_EXPIRED));
    }
  }

  @BrokenConformance.Breaks("MCH-020")
  static class IgnoresScopes extends BrokenConformance {
    IgnoresScopes() {
      super(
          Vendor.STYTCH,
          Area.MACHINES,
          Sabotages.overlooking("verify", 1, MachineVerifyOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("MCH-022")
  static class KeepsTheRotatedSecret extends BrokenConformance {
    KeepsTheRotatedSecret() {
      super(
          Vendor.STYTCH,
          Area.MACHINES,
          call ->
              call.name().equals("finishRotation")
                  ? call.provider()
                      .areas()
                      .machines()
                      .find((MachineId) call.argument(0))
                      .orElseThrow()
                  : call.real());
    }
  }

  /** Asks for no key where a token was good once, in any client of the process. */
  @BrokenConformance.Breaks("MCH-029")
  static class KeepsTheVerdictOnAToken extends BrokenConformance {
    KeepsTheVerdictOnAToken() {
      super(Vendor.STYTCH, Area.MACHINES, Sabotages.remembering("verify", 0));
    }
  }

  @BrokenConformance.Breaks("MCH-025")
  static class FindsOthers extends BrokenConformance {
    FindsOthers() {
      super(
          Area.MACHINES,
          call ->
              call.name().equals("find")
                  ? Optional.of(Machine.builder((MachineId) call.argument(0), "any").build())
                  : call.real());
    }
  }
}
