package dev.keyway.providers.stytch.rules;

import dev.keyway.FactorKind;
import dev.keyway.SecondFactorKind;
import dev.keyway.providers.stytch.wire.WireSession;
import dev.keyway.providers.stytch.wire.WireSignIn;
import dev.keyway.providers.stytch.wire.WireUser;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who has to show a second factor, and which: users with a confirmed authenticator app, a code of
 * the app or one that stands in for it. Stytch leaves that to the application.
 */
public final class SecondFactors {

  private static final Set<FactorKind> SECOND =
      EnumSet.of(FactorKind.TOTP, FactorKind.RECOVERY_CODE);
  private static final Set<FactorKind> BY_MAIL =
      EnumSet.of(FactorKind.MAGIC_LINK, FactorKind.EMAIL_OTP);
  private static final Set<FactorKind> BY_PHONE =
      EnumSet.of(FactorKind.SMS_OTP, FactorKind.WHATSAPP_OTP);

  private SecondFactors() {}

  /** What may complete a sign-in of the user; empty when one factor is enough. */
  public static Set<SecondFactorKind> of(WireUser user) {
    if (user.totps().stream().noneMatch(WireUser.Totp::verified)) {
      return EnumSet.noneOf(SecondFactorKind.class);
    }
    Set<SecondFactorKind> kinds = EnumSet.of(SecondFactorKind.TOTP, SecondFactorKind.RECOVERY_CODE);
    if (user.phoneNumbers().stream().anyMatch(WireUser.Phone::verified)) {
      kinds.add(SecondFactorKind.SMS_OTP);
    }
    if (user.emails().stream().anyMatch(WireUser.Email::verified)) {
      kinds.add(SecondFactorKind.EMAIL_OTP);
    }
    return kinds;
  }

  /** The same after a first factor: a mailbox or a phone is not asked twice. */
  public static Set<SecondFactorKind> after(WireSignIn firstFactor) {
    Set<SecondFactorKind> kinds = of(firstFactor.user());
    Set<FactorKind> shown = shown(firstFactor.requiredSession());
    if (BY_MAIL.stream().anyMatch(shown::contains)) {
      kinds.remove(SecondFactorKind.EMAIL_OTP);
    }
    if (BY_PHONE.stream().anyMatch(shown::contains)) {
      kinds.remove(SecondFactorKind.SMS_OTP);
    }
    return kinds;
  }

  public static boolean areShown(WireSession session) {
    return shown(session).stream().anyMatch(SECOND::contains);
  }

  private static Set<FactorKind> shown(WireSession session) {
    return session.authenticationFactors().stream()
        .map(SessionFields::kind)
        .collect(Collectors.toSet());
  }
}
