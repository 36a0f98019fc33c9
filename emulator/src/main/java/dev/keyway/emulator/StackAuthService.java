package dev.keyway.emulator;

import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.util.function.UnaryOperator;

/**
 * Stack Auth as one world sees it: where it is, and the keys of the world's project. The base URL
 * stands for {@code https://api.stack-auth.com}; JWKS, issuer and forged tokens are those of
 * ordinary users' access tokens.
 *
 * <p>An account that is {@linkplain Accounts#lock locked} is restricted by an administrator: the
 * user signs in, and tokens say that they are restricted.
 */
public interface StackAuthService extends VendorService {

  /** The key that browsers may hold. */
  String publishableClientKey();

  /** The key of servers. */
  String secretServerKey();

  /** The key of administrators. */
  String superSecretAdminKey();

  /** The project's present settings. */
  StackAuthSettings settings();

  /** Changes the project's settings; requests that come later see them. */
  void configure(UnaryOperator<StackAuthSettings.Builder> change);
}
