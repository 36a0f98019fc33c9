package dev.keyway.conformance;

import dev.keyway.AccessToken;
import dev.keyway.AuthException;
import dev.keyway.Capability;
import dev.keyway.EmailAddress;
import dev.keyway.ErrorCode;
import dev.keyway.RenewalToken;
import dev.keyway.Retry;
import dev.keyway.Secret;
import dev.keyway.Session;
import dev.keyway.SessionId;
import dev.keyway.SessionTokens;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Providers that are broken at passwords, sessions and users, each caught by the rule it breaks.
 */
class BrokenAccountsTest {

  @ParameterizedTest
  @ValueSource(
      classes = {
        AcceptsAnyPassword.class,
        TellsWhoHasAnAccount.class,
        TellsWhoHasAnAccountAtReset.class,
        ShowsThePassword.class,
        ShowsTheToken.class,
        BelievesEndedSessions.class,
        IgnoresSignatures.class,
        IgnoresTheProject.class,
        IgnoresExpiry.class,
        RepeatsSignUps.class,
        CallsALostAnswerHarmless.class,
        DeclaresWhatItLacks.class,
        SendsBeforeItRefuses.class,
        RevokesForAnybody.class,
        ListsTheFirstPageForever.class,
        FindsSimilarAddresses.class
      })
  void theSuiteNamesTheRuleThatIsBroken(Class<?> broken) {
    BrokenProviders.assertCaught(broken);
  }

  @BrokenConformance.Breaks("PWD-010")
  static class AcceptsAnyPassword extends BrokenConformance {
    AcceptsAnyPassword() {
      super(Area.PASSWORDS, Sabotages.forgiving(ErrorCode.INVALID_CREDENTIALS));
    }
  }

  @BrokenConformance.Breaks("PWD-011")
  static class TellsWhoHasAnAccount extends BrokenConformance {
    TellsWhoHasAnAccount() {
      super(Area.PASSWORDS, Sabotages.tellingWhoHasAnAccount("signIn"));
    }
  }

  @BrokenConformance.Breaks("PWR-011")
  static class TellsWhoHasAnAccountAtReset extends BrokenConformance {
    TellsWhoHasAnAccountAtReset() {
      super(Area.PASSWORDS, Sabotages.tellingWhoHasAnAccount("startReset"));
    }
  }

  @BrokenConformance.Breaks("SEC-001")
  static class ShowsThePassword extends BrokenConformance {
    ShowsThePassword() {
      super(
          Area.PASSWORDS,
          Sabotages.failing(
              (call, e) -> {
                Secret password = (Secret) call.argument(1);
                throw AuthException.of(e.code(), "Refused " + password.reveal());
              }));
    }
  }

  @BrokenConformance.Breaks("SEC-003")
  static class ShowsTheToken extends BrokenConformance {
    ShowsTheToken() {
      super(
          Area.SESSIONS,
          Sabotages.failing(
              (call, e) -> {
                String shown = call.argument(0) instanceof RenewalToken token ? token.reveal() : "";
                throw AuthException.of(
                    e.code(), "Refused", e.retry(), new IllegalStateException(shown));
              }));
    }
  }

  @BrokenConformance.Breaks("SES-010")
  static class BelievesEndedSessions extends BrokenConformance {
    BelievesEndedSessions() {
      super(
          Area.SESSIONS,
          Sabotages.failing(
              (call, e) -> {
                if (call.argument(0) instanceof RenewalToken token) {
                  return new SessionTokens(AccessToken.of("stale"), token);
                }
                throw e;
              }));
    }
  }

  @BrokenConformance.Breaks("TOK-011")
  static class IgnoresSignatures extends BrokenConformance {
    IgnoresSignatures() {
      super(Area.SESSIONS, Sabotages.forgiving(ErrorCode.TOKEN_INVALID));
    }
  }

  @BrokenConformance.Breaks("TOK-014")
  static class IgnoresTheProject extends BrokenConformance {
    IgnoresTheProject() {
      super(
          Area.SESSIONS,
          Sabotages.failing(
              (call, e) -> Session.builder(SessionId.of("any"), UserId.of("any")).build()));
    }
  }

  @BrokenConformance.Breaks("TOK-015")
  static class IgnoresExpiry extends BrokenConformance {
    IgnoresExpiry() {
      super(Area.SESSIONS, Sabotages.forgiving(ErrorCode.TOKEN_EXPIRED));
    }
  }

  @BrokenConformance.Breaks("ERR-006")
  static class RepeatsSignUps extends BrokenConformance {
    RepeatsSignUps() {
      super(Area.PASSWORDS, Sabotages.failing((call, e) -> call.real()));
    }
  }

  @BrokenConformance.Breaks("ERR-005")
  static class CallsALostAnswerHarmless extends BrokenConformance {
    CallsALostAnswerHarmless() {
      super(
          Area.PASSWORDS,
          Sabotages.failing(
              (call, e) -> {
                throw AuthException.of(e.code(), "Try again", Retry.SAFE_NOW, e);
              }));
    }
  }

  @BrokenConformance.Breaks("UND-002")
  static class DeclaresWhatItLacks extends BrokenConformance {
    DeclaresWhatItLacks() {
      super(Vendor.STACK_AUTH, real -> BrokenProvider.pretending(real, Capability.SESSION_EXTEND));
    }
  }

  @BrokenConformance.Breaks("PWR-018")
  static class SendsBeforeItRefuses extends BrokenConformance {
    SendsBeforeItRefuses() {
      super(
          Area.PASSWORDS,
          call -> {
            call.provider().areas().users().search(UserQuery.all());
            return call.real();
          });
    }
  }

  @BrokenConformance.Breaks("SES-015")
  static class RevokesForAnybody extends BrokenConformance {
    RevokesForAnybody() {
      super(
          Area.SESSIONS,
          call -> {
            if (!call.name().equals("revoke")) {
              return call.real();
            }
            var sessions = call.provider().areas().sessions();
            call.provider().areas().users().search(UserQuery.all()).items().stream()
                .forEach(user -> sessions.revokeAll(user.id()));
            return null;
          });
    }
  }

  @BrokenConformance.Breaks("USR-007")
  static class ListsTheFirstPageForever extends BrokenConformance {
    ListsTheFirstPageForever() {
      super(
          Area.USERS,
          call ->
              call.argument(0) instanceof UserQuery query
                  ? call.realWith(0, UserQuery.builder().limit(query.limit()).build())
                  : call.real());
    }
  }

  @BrokenConformance.Breaks("USR-022")
  static class FindsSimilarAddresses extends BrokenConformance {
    FindsSimilarAddresses() {
      super(
          Area.USERS,
          call -> {
            if (!(call.argument(0) instanceof EmailAddress address)) {
              return call.real();
            }
            List<Object> found =
                new ArrayList<>(
                    call.provider()
                        .areas()
                        .users()
                        .search(UserQuery.builder().emailContains(address.value()).build())
                        .items());
            return found.stream().findFirst();
          });
    }
  }
}
