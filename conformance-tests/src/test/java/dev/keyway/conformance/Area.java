package dev.keyway.conformance;

import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import java.lang.reflect.Method;
import java.util.Arrays;

/** An area that can be broken, by its name in {@link Areas}. */
record Area(String name) {

  static final Area PASSWORDS = new Area("passwords");
  static final Area OTPS = new Area("otps");
  static final Area MAGIC_LINKS = new Area("magicLinks");
  static final Area OAUTH = new Area("oauth");
  static final Area PASSKEYS = new Area("passkeys");
  static final Area TOTP = new Area("totp");
  static final Area SECOND_FACTOR = new Area("secondFactor");
  static final Area SESSIONS = new Area("sessions");
  static final Area USERS = new Area("users");
  static final Area MACHINES = new Area("machines");
  static final Area WEBHOOKS = new Area("webhooks");

  /** The provider's areas, with a saboteur before this one. */
  Areas broken(AuthProvider real, Saboteur.Sabotage sabotage) {
    Areas areas = real.areas();
    Method setter =
        Arrays.stream(Areas.Builder.class.getMethods())
            .filter(method -> method.getName().equals(name))
            .findFirst()
            .orElseThrow();
    try {
      Object whole = Areas.class.getMethod(name).invoke(areas);
      Object broken = Saboteur.before(setter.getParameterTypes()[0], whole, real, sabotage);
      return ((Areas.Builder) setter.invoke(areas.toBuilder(), broken)).build();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
