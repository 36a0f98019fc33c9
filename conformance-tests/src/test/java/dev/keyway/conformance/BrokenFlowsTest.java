package dev.keyway.conformance;

import dev.keyway.AuthException;
import dev.keyway.AuthenticationFactor;
import dev.keyway.ChallengeHandle;
import dev.keyway.DeliveryOptions;
import dev.keyway.ErrorCode;
import dev.keyway.OAuthAuthorization;
import dev.keyway.PasskeyCeremony;
import dev.keyway.Session;
import dev.keyway.SignInResult;
import dev.keyway.UserQuery;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Providers that are broken at codes, links, identity providers, passkeys and second factors, each
 * caught by the rule it breaks.
 */
class BrokenFlowsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        AcceptsWrongCodes.class,
        AcceptsACodeTwice.class,
        AcceptsExpiredCodes.class,
        MailsStrangers.class,
        AcceptsALinkTwice.class,
        ForgetsToBindTheLink.class,
        SendsForeignCallbacks.class,
        BlamesTheIdentityProvider.class,
        MixesBrowsersUp.class,
        AcceptsACallbackTwice.class,
        GivesAnybodysToken.class,
        AcceptsMisbehavingAuthenticators.class,
        KeepsDeletedPasskeys.class,
        LetsAnybodyFinishARegistration.class,
        AcceptsAWrongFirstCode.class,
        LeavesTheAppOn.class,
        AcceptsAnotherUsersApp.class,
        CompletesTwice.class,
        ForgetsTheFirstFactor.class,
        RecoversTwice.class,
        RegistersTwice.class
      })
  void theSuiteNamesTheRuleThatIsBroken(Class<?> broken) {
    BrokenProviders.assertCaught(broken);
  }

  @BrokenConformance.Breaks("OTP-010")
  static class AcceptsWrongCodes extends BrokenConformance {
    AcceptsWrongCodes() {
      super(Area.OTPS, Sabotages.admitting("verify"));
    }
  }

  @BrokenConformance.Breaks("OTP-011")
  static class AcceptsACodeTwice extends BrokenConformance {
    AcceptsACodeTwice() {
      super(Area.OTPS, Sabotages.remembering("verify", 1));
    }
  }

  @BrokenConformance.Breaks("OTP-013")
  static class AcceptsExpiredCodes extends BrokenConformance {
    AcceptsExpiredCodes() {
      super(Area.OTPS, Sabotages.admitting("verify"));
    }
  }

  @BrokenConformance.Breaks("OTP-019")
  static class MailsStrangers extends BrokenConformance {
    MailsStrangers() {
      super(Area.OTPS, Sabotages.overlooking("sendEmail", 1, DeliveryOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("LNK-010")
  static class AcceptsALinkTwice extends BrokenConformance {
    AcceptsALinkTwice() {
      super(Area.MAGIC_LINKS, Sabotages.remembering("authenticate", 0));
    }
  }

  @BrokenConformance.Breaks("LNK-020")
  static class ForgetsToBindTheLink extends BrokenConformance {
    ForgetsToBindTheLink() {
      super(
          Vendor.STYTCH,
          Area.MAGIC_LINKS,
          Sabotages.overlooking("send", 2, DeliveryOptions.defaults()));
    }
  }

  @BrokenConformance.Breaks("LNK-015")
  static class SendsForeignCallbacks extends BrokenConformance {
    SendsForeignCallbacks() {
      super(
          Area.MAGIC_LINKS,
          call -> {
            if (call.name().equals("authenticate")) {
              call.provider().areas().users().search(UserQuery.all());
            }
            return call.real();
          });
    }
  }

  @BrokenConformance.Breaks("OAU-010")
  static class BlamesTheIdentityProvider extends BrokenConformance {
    BlamesTheIdentityProvider() {
      super(
          Area.OAUTH,
          Sabotages.failing(
              (call, e) -> {
                throw AuthException.of(ErrorCode.OAUTH_PROVIDER_FAILED, "It failed");
              }));
    }
  }

  @BrokenConformance.Breaks("OAU-014")
  static class MixesBrowsersUp extends BrokenConformance {
    MixesBrowsersUp() {
      super(Vendor.STYTCH, Area.OAUTH, withAnyHandle());
    }

    /** Tries the handles of all browsers instead of the one that came with the callback. */
    private static Saboteur.Sabotage withAnyHandle() {
      List<ChallengeHandle> handles = new CopyOnWriteArrayList<>();
      return call -> {
        if (!call.name().equals("exchange")) {
          Object started = call.real();
          if (started instanceof OAuthAuthorization start) {
            handles.add(start.handle());
          }
          return started;
        }
        for (ChallengeHandle handle : handles) {
          Optional<Object> result = attempt(call, handle);
          if (result.isPresent()) {
            return result.get();
          }
        }
        return call.real();
      };
    }

    private static Optional<Object> attempt(Saboteur.Call call, ChallengeHandle handle)
        throws Throwable {
      try {
        return Optional.ofNullable(call.realWith(1, handle));
      } catch (AuthException notThisOne) {
        return Optional.empty();
      }
    }
  }

  @BrokenConformance.Breaks("IDN-015")
  static class GivesAnybodysToken extends BrokenConformance {
    /** Keeps the identity provider's token by the provider's name, and forgets whose it is. */
    GivesAnybodysToken() {
      super(Area.OAUTH, Sabotages.remembering("accessToken", 1));
    }
  }

  @BrokenConformance.Breaks("OAU-012")
  static class AcceptsACallbackTwice extends BrokenConformance {
    AcceptsACallbackTwice() {
      super(Vendor.STYTCH, Area.OAUTH, Sabotages.remembering("exchange", 0));
    }
  }

  @BrokenConformance.Breaks("PSK-011")
  static class AcceptsMisbehavingAuthenticators extends BrokenConformance {
    AcceptsMisbehavingAuthenticators() {
      super(Vendor.STYTCH, Area.PASSKEYS, Sabotages.admitting("finishSignIn"));
    }
  }

  @BrokenConformance.Breaks("PSK-012")
  static class KeepsDeletedPasskeys extends BrokenConformance {
    KeepsDeletedPasskeys() {
      super(Vendor.STYTCH, Area.PASSKEYS, Sabotages.skipping("delete"));
    }
  }

  @BrokenConformance.Breaks("PSK-017")
  static class LetsAnybodyFinishARegistration extends BrokenConformance {
    LetsAnybodyFinishARegistration() {
      super(Vendor.STYTCH, Area.PASSKEYS, withTheSessionThatBegan());
    }

    private static Saboteur.Sabotage withTheSessionThatBegan() {
      Map<ChallengeHandle, Object> sessions = new ConcurrentHashMap<>();
      return call -> {
        if (call.name().equals("finishRegistration")) {
          return call.realWith(0, Objects.requireNonNull(sessions.get(call.argument(1))));
        }
        Object started = call.real();
        if (call.name().equals("startRegistration") && started instanceof PasskeyCeremony begun) {
          sessions.put(begun.handle(), call.argument(0));
        }
        return started;
      };
    }
  }

  @BrokenConformance.Breaks("TTP-011")
  static class AcceptsAWrongFirstCode extends BrokenConformance {
    AcceptsAWrongFirstCode() {
      super(Area.TOTP, Sabotages.failing((call, e) -> call.argument(0)));
    }
  }

  @BrokenConformance.Breaks("TTP-002")
  static class LeavesTheAppOn extends BrokenConformance {
    LeavesTheAppOn() {
      super(Area.TOTP, Sabotages.skipping("disable"));
    }
  }

  @BrokenConformance.Breaks("SFA-012")
  static class AcceptsAnotherUsersApp extends BrokenConformance {
    AcceptsAnotherUsersApp() {
      super(Area.SECOND_FACTOR, Sabotages.admitting("completeWithTotp"));
    }
  }

  @BrokenConformance.Breaks("SFA-014")
  static class CompletesTwice extends BrokenConformance {
    CompletesTwice() {
      super(Area.SECOND_FACTOR, Sabotages.remembering("completeWithTotp", 1));
    }
  }

  @BrokenConformance.Breaks("MFA-011")
  static class ForgetsTheFirstFactor extends BrokenConformance {
    ForgetsTheFirstFactor() {
      super(
          Vendor.STYTCH,
          Area.SECOND_FACTOR,
          call ->
              call.real() instanceof SignInResult.SignedIn in ? withTheLastFactorOnly(in) : null);
    }

    private static SignInResult.SignedIn withTheLastFactorOnly(SignInResult.SignedIn in) {
      List<AuthenticationFactor> factors = in.session().factors();
      Session session =
          Session.builder(in.session().id(), in.session().userId())
              .factors(factors.subList(factors.size() - 1, factors.size()))
              .build();
      return new SignInResult.SignedIn(in.user(), in.tokens(), session, in.account());
    }
  }

  @BrokenConformance.Breaks("SFC-010")
  static class RecoversTwice extends BrokenConformance {
    RecoversTwice() {
      super(
          Vendor.STYTCH, Area.SECOND_FACTOR, Sabotages.remembering("completeWithRecoveryCode", 1));
    }
  }

  @BrokenConformance.Breaks("PSC-011")
  static class RegistersTwice extends BrokenConformance {
    RegistersTwice() {
      super(Vendor.STYTCH, Area.PASSKEYS, Sabotages.remembering("finishRegistration", 1));
    }
  }
}
