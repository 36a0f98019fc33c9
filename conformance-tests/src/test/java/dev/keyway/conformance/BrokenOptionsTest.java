package dev.keyway.conformance;

import static dev.keyway.conformance.Sabotages.overlooking;

import dev.keyway.AuthException;
import dev.keyway.CallbackOptions;
import dev.keyway.ClientContext;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.ExtendOptions;
import dev.keyway.SignInOptions;
import dev.keyway.SignUpOptions;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Providers that overlook an option of a sign-in or a delivery, each caught by the rule it breaks.
 */
class BrokenOptionsTest {

  private static final SignInOptions FOREIGN_CLAIMS =
      SignInOptions.builder().sessionClaims(Map.of("plan", "pro")).build();

  @ParameterizedTest
  @ValueSource(
      classes = {
        PutsClaimsIntoEverySession.class,
        ForgetsClaimsAtTheLimit.class,
        ForgetsClaimsAtSignIn.class,
        ForgetsClaimsAtSignUp.class,
        ForgetsClaimsAtExtension.class,
        ForgetsClaimsAtTheSecondFactor.class,
        TakesItsOwnDuration.class,
        SendsItsOwnLink.class,
        SendsItsOwnCode.class,
        SendsItsOwnReset.class,
        TakesLinksFromAnywhere.class,
        TakesCodesFromAnywhere.class,
        TakesResetsFromAnywhere.class,
        ComparesUnasked.class
      })
  void theSuiteNamesTheRuleThatIsBroken(Class<?> broken) {
    BrokenProviders.assertCaught(broken);
  }

  @BrokenConformance.Breaks("SCL-010")
  static class PutsClaimsIntoEverySession extends BrokenConformance {
    PutsClaimsIntoEverySession() {
      super(Vendor.STYTCH, Area.PASSWORDS, overlooking("signIn", 2, FOREIGN_CLAIMS));
    }
  }

  @BrokenConformance.Breaks("SCL-011")
  static class ForgetsClaimsAtTheLimit extends BrokenConformance {
    ForgetsClaimsAtTheLimit() {
      super(
          Vendor.STYTCH,
          Area.SESSIONS,
          call -> {
            try {
              return call.real();
            } catch (AuthException e) {
              if (!call.name().equals("extend") || e.code() != ErrorCode.INVALID_ARGUMENT) {
                throw e;
              }
              return call.realWith(2, ExtendOptions.defaults());
            }
          });
    }
  }

  @BrokenConformance.Breaks("SCL-001")
  static class ForgetsClaimsAtSignIn extends BrokenConformance {
    ForgetsClaimsAtSignIn() {
      super(Vendor.STYTCH, Area.PASSWORDS, overlooking("signIn", 2, SignInOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("SCL-002")
  static class ForgetsClaimsAtSignUp extends BrokenConformance {
    ForgetsClaimsAtSignUp() {
      super(Vendor.STYTCH, Area.PASSWORDS, overlooking("signUp", 2, SignUpOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("SCL-003")
  static class ForgetsClaimsAtExtension extends BrokenConformance {
    ForgetsClaimsAtExtension() {
      super(Vendor.STYTCH, Area.SESSIONS, overlooking("extend", 2, ExtendOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("SCL-004")
  static class ForgetsClaimsAtTheSecondFactor extends BrokenConformance {
    ForgetsClaimsAtTheSecondFactor() {
      super(
          Vendor.STYTCH,
          Area.SECOND_FACTOR,
          overlooking("completeWithTotp", 2, SignInOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("SCL-005")
  static class TakesItsOwnDuration extends BrokenConformance {
    TakesItsOwnDuration() {
      super(
          Vendor.STYTCH,
          Area.SECOND_FACTOR,
          overlooking("completeWithTotp", 2, SignInOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-010")
  static class SendsItsOwnLink extends BrokenConformance {
    SendsItsOwnLink() {
      super(Vendor.STYTCH, Area.MAGIC_LINKS, overlooking("send", 2, DeliveryOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-011")
  static class SendsItsOwnCode extends BrokenConformance {
    SendsItsOwnCode() {
      super(Vendor.STYTCH, Area.OTPS, overlooking("sendEmail", 1, DeliveryOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-012")
  static class SendsItsOwnReset extends BrokenConformance {
    SendsItsOwnReset() {
      super(
          Vendor.STYTCH, Area.PASSWORDS, overlooking("startReset", 2, DeliveryOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-013")
  static class TakesLinksFromAnywhere extends BrokenConformance {
    TakesLinksFromAnywhere() {
      super(
          Vendor.STYTCH,
          Area.MAGIC_LINKS,
          overlooking("authenticate", 1, CallbackOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-014")
  static class TakesCodesFromAnywhere extends BrokenConformance {
    TakesCodesFromAnywhere() {
      super(Vendor.STYTCH, Area.OTPS, overlooking("verify", 2, SignInOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-015")
  static class TakesResetsFromAnywhere extends BrokenConformance {
    TakesResetsFromAnywhere() {
      super(
          Vendor.STYTCH, Area.PASSWORDS, overlooking("finishReset", 2, CallbackOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("DLV-001")
  static class ComparesUnasked extends BrokenConformance {
    ComparesUnasked() {
      super(
          Vendor.STYTCH,
          Area.MAGIC_LINKS,
          overlooking(
              "authenticate",
              1,
              CallbackOptions.builder()
                  .clientContext(ClientContext.of("203.0.113.9", "Browser/1"))
                  .sameIpAddress(true)
                  .build()));
    }
  }
}
