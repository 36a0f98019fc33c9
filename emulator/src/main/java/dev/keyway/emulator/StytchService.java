package dev.keyway.emulator;

import dev.keyway.emulator.stytch.StytchSettings;
import java.util.function.UnaryOperator;

/**
 * Stytch as one world sees it: where it is, and the credentials of the world's project. The base
 * URL stands for {@code https://test.stytch.com}; JWKS, issuer (which is no URL) and forged tokens
 * are those of session JWTs. The project id is the user name of every request.
 *
 * <p>An account that is {@linkplain Accounts#lock locked} is so for the project's lock duration, as
 * after too many wrong attempts: every attempt is refused.
 */
public interface StytchService extends VendorService {

  /** Secret: the password of every request. */
  String secret();

  /** What browsers name the project with. */
  String publicToken();

  /** The project's present settings. */
  StytchSettings settings();

  /** Changes the project's settings; requests that come later see them. */
  void configure(UnaryOperator<StytchSettings.Builder> change);
}
