package dev.keyway.providers.spring.security;

import dev.keyway.AuthException;
import org.springframework.security.core.AuthenticationException;

/**
 * Whether the token is good could not be found out: the provider, and with it its keys, can't be
 * reached. No fault of the caller's, who gets a 503.
 */
public final class ProviderUnavailableException extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  ProviderUnavailableException(AuthException cause) {
    super("The authentication provider can't be reached", cause);
  }
}
