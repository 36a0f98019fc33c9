package dev.keyway.conformance;

import com.nimbusds.jwt.SignedJWT;
import dev.keyway.AccessToken;
import dev.keyway.emulator.Forgery;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiFunction;

/** Forges with the project's own keys too, which the world lends. */
final class WorldForger implements Forger {

  private final JoseForger outsider;
  private final BiFunction<String, Forgery, String> insider;

  /**
   * Makes a forger.
   *
   * @param outsider makes what needs no key of the project
   * @param insider makes a token of the user with that id
   */
  WorldForger(JoseForger outsider, BiFunction<String, Forgery, String> insider) {
    this.outsider = outsider;
    this.insider = insider;
  }

  @Override
  public Set<Flaw> flaws() {
    return EnumSet.allOf(Flaw.class);
  }

  @Override
  public AccessToken forge(AccessToken genuine, Flaw flaw) {
    return switch (flaw) {
      case EXPIRED -> inside(genuine, Forgery.EXPIRED);
      case NOT_YET_VALID -> inside(genuine, Forgery.NOT_YET_VALID);
      case WRONG_AUDIENCE -> inside(genuine, Forgery.WRONG_AUDIENCE);
      case WRONG_ISSUER -> inside(genuine, Forgery.WRONG_ISSUER);
      default -> outsider.forge(genuine, flaw);
    };
  }

  private AccessToken inside(AccessToken genuine, Forgery how) {
    try {
      String userId = SignedJWT.parse(genuine.reveal()).getJWTClaimsSet().getSubject();
      return AccessToken.of(insider.apply(userId, how));
    } catch (ParseException e) {
      throw new AssertionError("The genuine token is none", e);
    }
  }
}
