package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.state.CodeKind;
import java.util.Optional;

/** What a sign-in code stands for. Two things share one type of code, as in the service. */
public sealed interface SignInCode {
  CodeKind<SignInCode> KIND = new CodeKind<>("SIGN_IN");

  /**
   * A mail that lets its reader sign in.
   *
   * @param email where it went
   * @param unchallenged whether the asking program could not show that it is no bot
   * @param country where it was asked for, if that is known
   */
  record Mailed(String email, boolean unchallenged, Optional<String> country)
      implements SignInCode {}

  /**
   * A sign-in that waits for the second factor.
   *
   * @param userId who proved the first one
   * @param isNew whether they were made for it
   */
  record Interrupted(String userId, boolean isNew) implements SignInCode {}
}
