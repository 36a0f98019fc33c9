package dev.keyway.conformance;

import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.Otps;
import dev.keyway.Passkeys;
import dev.keyway.Passwords;
import dev.keyway.SecondFactor;
import dev.keyway.Sessions;
import dev.keyway.Totp;
import dev.keyway.Users;

/** The areas that can be broken: the suite's nested classes hide the names of their interfaces. */
enum Area {
  PASSWORDS(Passwords.class),
  OTPS(Otps.class),
  MAGIC_LINKS(MagicLinks.class),
  OAUTH(OAuth.class),
  PASSKEYS(Passkeys.class),
  TOTP(Totp.class),
  SECOND_FACTOR(SecondFactor.class),
  SESSIONS(Sessions.class),
  USERS(Users.class);

  private final Class<?> type;

  Area(Class<?> type) {
    this.type = type;
  }

  Class<?> type() {
    return type;
  }
}
