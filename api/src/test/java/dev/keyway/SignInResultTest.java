package dev.keyway;

import static dev.keyway.Failures.absent;
import static dev.keyway.Failures.fails;
import static dev.keyway.Failures.refuses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SignInResultTest {

  private final SignInResult signedIn = Samples.SIGNED_IN;
  private final SignInResult unfinished =
      new SignInResult.SecondFactorRequired(
          Set.of(SecondFactorKind.TOTP), Samples.HANDLE, Samples.NOON);

  @Test
  void foldAppliesTheFunctionThatFits() {
    assertEquals("in user-1", describe(signedIn));
    assertEquals("more [TOTP]", describe(unfinished));
    assertEquals("another outcome", describe(new LaterOutcome()));
  }

  private static String describe(SignInResult result) {
    return result.<String>fold(
        in -> "in " + in.user().id().value(),
        more -> "more " + more.factors(),
        other -> "another outcome");
  }

  @Test
  void aSecondFactorIsNotTakenForSuccess() {
    assertSame(signedIn, signedIn.orElseThrow());
    AuthException failure = fails(ErrorCode.SECOND_FACTOR_REQUIRED, unfinished::orElseThrow);
    assertEquals(ErrorCode.Kind.ACCOUNT, failure.code().kind());
  }

  /** What makes the compiler ask a switch for its default, and keeps it asking. */
  @Test
  void anApplicationCannotNameEveryOutcome() {
    assertEquals(
        List.of(LaterOutcome.class),
        Arrays.stream(SignInResult.class.getPermittedSubclasses())
            .filter(outcome -> !Modifier.isPublic(outcome.getModifiers()))
            .toList());
  }

  @Test
  void theDemandForASecondFactorHoldsNoToken() {
    for (RecordComponent part : SignInResult.SecondFactorRequired.class.getRecordComponents()) {
      assertFalse(
          Set.of(SessionTokens.class, AccessToken.class, RenewalToken.class)
              .contains(part.getType()),
          part.getName());
    }
  }

  @Test
  void theValuesAreComplete() {
    refuses(
        "factors",
        () -> new SignInResult.SecondFactorRequired(Set.of(), Samples.HANDLE, Samples.NOON));
    refuses(
        "tokens",
        () ->
            new SignInResult.SignedIn(
                Samples.USER, absent(), Samples.SESSION, AccountOutcome.UNKNOWN));
    refuses("signedIn", () -> signedIn.fold(absent(), more -> more, other -> other));
    refuses("secondFactorRequired", () -> signedIn.fold(in -> in, absent(), other -> other));
    refuses("otherwise", () -> signedIn.fold(in -> in, more -> more, absent()));
    refuses("access", () -> new SessionTokens(absent(), Samples.TOKENS.renewal()));
    refuses("renewal", () -> new SessionTokens(Samples.TOKENS.access(), absent()));
    refuses("items element", () -> new Page<>(Arrays.asList("a", absent()), Optional.empty()));
  }

  @Test
  void anImageIsCopiedInAndOut() {
    byte[] bytes = {1, 2, 3};
    QrCode image = QrCode.of("image/png", bytes);
    bytes[0] = 9;
    image.bytes()[1] = 9;
    assertEquals("[1, 2, 3]", Arrays.toString(image.bytes()));
  }
}
