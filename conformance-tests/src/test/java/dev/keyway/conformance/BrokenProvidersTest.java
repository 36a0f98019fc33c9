package dev.keyway.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

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
import dev.keyway.SignInResult;
import dev.keyway.UserId;
import dev.keyway.UserQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Broken providers, each caught by the rule that it breaks. */
class BrokenProvidersTest {

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
    String rule =
        Objects.requireNonNull(broken.getAnnotation(BrokenConformance.Breaks.class)).value();
    PostDiscoveryFilter onlyThatRule =
        test ->
            FilterResult.includedIf(!test.isTest() || test.getDisplayName().startsWith(rule + " "));
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(broken))
            .filters(onlyThatRule)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);

    List<String> failed =
        listener.getSummary().getFailures().stream()
            .map(failure -> failure.getTestIdentifier().getDisplayName().substring(0, 7))
            .toList();
    assertEquals(0, listener.getSummary().getTestsAbortedCount(), "the rule was skipped");
    assertEquals(List.of(rule), failed);
  }

  @BrokenConformance.Breaks("PWD-010")
  static class AcceptsAnyPassword extends BrokenConformance {
    AcceptsAnyPassword() {
      super(
          real -> {
            AtomicReference<@Nullable Object> last = new AtomicReference<>();
            return BrokenProvider.atPasswords(
                real, call -> orLast(call, last, ErrorCode.INVALID_CREDENTIALS));
          });
    }
  }

  @BrokenConformance.Breaks("PWD-011")
  static class TellsWhoHasAnAccount extends BrokenConformance {
    TellsWhoHasAnAccount() {
      super(
          real ->
              BrokenProvider.atPasswords(
                  real,
                  call -> {
                    if (call.name().equals("signIn")
                        && real.users()
                            .orElseThrow()
                            .findByEmail((EmailAddress) call.argument(0))
                            .isEmpty()) {
                      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "Nobody has the address");
                    }
                    return call.real();
                  }));
    }
  }

  @BrokenConformance.Breaks("PWR-011")
  static class TellsWhoHasAnAccountAtReset extends BrokenConformance {
    TellsWhoHasAnAccountAtReset() {
      super(
          real ->
              BrokenProvider.atPasswords(
                  real,
                  call -> {
                    if (call.name().equals("startReset")
                        && real.users()
                            .orElseThrow()
                            .findByEmail((EmailAddress) call.argument(0))
                            .isEmpty()) {
                      throw AuthException.of(ErrorCode.USER_NOT_FOUND, "Nobody has the address");
                    }
                    return call.real();
                  }));
    }
  }

  @BrokenConformance.Breaks("SEC-001")
  static class ShowsThePassword extends BrokenConformance {
    ShowsThePassword() {
      super(
          real ->
              BrokenProvider.atPasswords(
                  real,
                  call -> {
                    try {
                      return call.real();
                    } catch (AuthException e) {
                      Secret password = (Secret) call.argument(1);
                      throw AuthException.of(e.code(), "Refused " + password.reveal());
                    }
                  }));
    }
  }

  @BrokenConformance.Breaks("SEC-003")
  static class ShowsTheToken extends BrokenConformance {
    ShowsTheToken() {
      super(
          real ->
              BrokenProvider.atSessions(
                  real,
                  call -> {
                    try {
                      return call.real();
                    } catch (AuthException e) {
                      String shown =
                          call.argument(0) instanceof RenewalToken token ? token.reveal() : "";
                      throw AuthException.of(
                          e.code(), "Refused", e.retry(), new IllegalStateException(shown));
                    }
                  }));
    }
  }

  @BrokenConformance.Breaks("SES-010")
  static class BelievesEndedSessions extends BrokenConformance {
    BelievesEndedSessions() {
      super(
          real ->
              BrokenProvider.atSessions(
                  real,
                  call -> {
                    try {
                      return call.real();
                    } catch (AuthException e) {
                      if (call.argument(0) instanceof RenewalToken token) {
                        return new SessionTokens(AccessToken.of("stale"), token);
                      }
                      throw e;
                    }
                  }));
    }
  }

  @BrokenConformance.Breaks("TOK-011")
  static class IgnoresSignatures extends BrokenConformance {
    IgnoresSignatures() {
      super(
          real -> {
            AtomicReference<@Nullable Object> last = new AtomicReference<>();
            return BrokenProvider.atSessions(
                real, call -> orLast(call, last, ErrorCode.TOKEN_INVALID));
          });
    }
  }

  @BrokenConformance.Breaks("TOK-014")
  static class IgnoresTheProject extends BrokenConformance {
    IgnoresTheProject() {
      super(
          real ->
              BrokenProvider.atSessions(
                  real,
                  call -> {
                    try {
                      return call.real();
                    } catch (AuthException e) {
                      return Session.builder(SessionId.of("any"), UserId.of("any")).build();
                    }
                  }));
    }
  }

  @BrokenConformance.Breaks("TOK-015")
  static class IgnoresExpiry extends BrokenConformance {
    IgnoresExpiry() {
      super(
          real -> {
            AtomicReference<@Nullable Object> last = new AtomicReference<>();
            return BrokenProvider.atSessions(
                real, call -> orLast(call, last, ErrorCode.TOKEN_EXPIRED));
          });
    }
  }

  @BrokenConformance.Breaks("ERR-006")
  static class RepeatsSignUps extends BrokenConformance {
    RepeatsSignUps() {
      super(
          real ->
              BrokenProvider.atPasswords(
                  real,
                  call -> {
                    try {
                      return call.real();
                    } catch (AuthException e) {
                      return call.real();
                    }
                  }));
    }
  }

  @BrokenConformance.Breaks("ERR-005")
  static class CallsALostAnswerHarmless extends BrokenConformance {
    CallsALostAnswerHarmless() {
      super(
          real ->
              BrokenProvider.atPasswords(
                  real,
                  call -> {
                    try {
                      return call.real();
                    } catch (AuthException e) {
                      throw AuthException.of(e.code(), "Try again", Retry.SAFE_NOW, e);
                    }
                  }));
    }
  }

  @BrokenConformance.Breaks("UND-002")
  static class DeclaresWhatItLacks extends BrokenConformance {
    DeclaresWhatItLacks() {
      super(real -> BrokenProvider.pretending(real, Capability.SESSION_EXTEND));
    }
  }

  @BrokenConformance.Breaks("PWR-018")
  static class SendsBeforeItRefuses extends BrokenConformance {
    SendsBeforeItRefuses() {
      super(
          real ->
              BrokenProvider.atPasswords(
                  real,
                  call -> {
                    real.users().orElseThrow().search(UserQuery.all());
                    return call.real();
                  }));
    }
  }

  @BrokenConformance.Breaks("SES-015")
  static class RevokesForAnybody extends BrokenConformance {
    RevokesForAnybody() {
      super(
          real ->
              BrokenProvider.atSessions(
                  real,
                  call -> {
                    if (!call.name().equals("revoke")) {
                      return call.real();
                    }
                    for (var user : real.users().orElseThrow().search(UserQuery.all()).items()) {
                      real.sessions().orElseThrow().revokeAll(user.id());
                    }
                    return null;
                  }));
    }
  }

  @BrokenConformance.Breaks("USR-007")
  static class ListsTheFirstPageForever extends BrokenConformance {
    ListsTheFirstPageForever() {
      super(
          real ->
              BrokenProvider.atUsers(
                  real,
                  call ->
                      call.argument(0) instanceof UserQuery query
                          ? real.users()
                              .orElseThrow()
                              .search(UserQuery.builder().limit(query.limit()).build())
                          : call.real()));
    }
  }

  @BrokenConformance.Breaks("USR-022")
  static class FindsSimilarAddresses extends BrokenConformance {
    FindsSimilarAddresses() {
      super(
          real ->
              BrokenProvider.atUsers(
                  real,
                  call -> {
                    if (!(call.argument(0) instanceof EmailAddress address)) {
                      return call.real();
                    }
                    List<Object> found =
                        new ArrayList<>(
                            real.users()
                                .orElseThrow()
                                .search(UserQuery.builder().emailContains(address.value()).build())
                                .items());
                    return found.stream().findFirst();
                  }));
    }
  }

  /** What the real area says, and where it refuses with this code, what it said last. */
  private static @Nullable Object orLast(
      Saboteur.Call call, AtomicReference<@Nullable Object> last, ErrorCode refused)
      throws Throwable {
    try {
      Object result = call.real();
      if (result instanceof SignInResult || result instanceof Session) {
        last.set(result);
      }
      return result;
    } catch (AuthException e) {
      if (e.code() == refused) {
        return Optional.ofNullable(last.get()).orElseThrow(() -> e);
      }
      throw e;
    }
  }
}
