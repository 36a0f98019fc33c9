package dev.keyway.emulator;

import dev.keyway.emulator.stytch.StytchSettings;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** Stytch as one world sees it: where it is, and the credentials of the world's project. */
public interface StytchService {

  /** What stands for {@code https://test.stytch.com}; without a trailing slash. */
  URI baseUrl();

  /** Project id: the user name of every request. */
  String projectId();

  /** Secret: the password of every request. */
  String secret();

  /** What browsers name the project with. */
  String publicToken();

  /** The public keys of session JWTs. */
  URI jwksUrl();

  /** The issuer of session JWTs, which is no URL. */
  String issuer();

  /** The project's present settings. */
  StytchSettings settings();

  /** Changes the project's settings; requests that come later see them. */
  void configure(UnaryOperator<StytchSettings.Builder> change);

  /** Signs with a new key from now on; the old one is published for {@code overlap} more. */
  void rotateKeys(Duration overlap);

  /**
   * A session JWT of a user that has one flaw and is otherwise as the service would issue it now:
   * for tests of your own verifier. It is of the user's newest session, or of one that never was.
   * Nothing in the world changes.
   *
   * @throws UnknownIdException if there is no such user
   */
  String forgeToken(String userId, Forgery how);
}
