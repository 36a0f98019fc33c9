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

  /**
   * A token with which somebody who runs the project may act as a user, as the vendor's dashboard
   * makes it. It works once, within five minutes.
   *
   * @param impersonatorEmail who wants to act, as the session's factor tells it
   * @throws UnknownIdException if there is no such user
   */
  @Override
  String impersonationToken(String userId, String impersonatorEmail);

  /** The project's present settings. */
  StytchSettings settings();

  /** Changes the project's settings; requests that come later see them. */
  void configure(UnaryOperator<StytchSettings.Builder> change);
}
