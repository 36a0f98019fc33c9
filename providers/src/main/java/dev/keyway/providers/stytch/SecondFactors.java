package dev.keyway.providers.stytch;

import dev.keyway.FactorKind;
import dev.keyway.SecondFactorKind;
import java.util.EnumSet;
import java.util.Set;

/**
 * Who has to show a second factor: users with a confirmed authenticator app. Stytch leaves that to
 * the application.
 */
final class SecondFactors {

  private static final Set<FactorKind> SECOND =
      EnumSet.of(FactorKind.TOTP, FactorKind.RECOVERY_CODE);

  private SecondFactors() {}

  /** What may complete a sign-in of the user; empty when one factor is enough. */
  static Set<SecondFactorKind> of(WireUser user) {
    return user.totps().stream().anyMatch(WireUser.Totp::verified)
        ? EnumSet.of(SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE)
        : EnumSet.noneOf(SecondFactorKind.class);
  }

  static boolean areShown(WireSession session) {
    return session.authenticationFactors().stream()
        .map(SessionFields::kind)
        .anyMatch(SECOND::contains);
  }
}
