package dev.keyway.providers.spring.security;

import dev.keyway.AccessToken;
import dev.keyway.AuthClient;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.VerifyOptions;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Checks a bearer token on this machine, with the provider's keys. */
record TokenVerifier(AuthClient client, VerifyOptions options) implements AuthenticationManager {

  @Override
  public Authentication authenticate(Authentication bearer) {
    try {
      AccessToken token = AccessToken.of(String.valueOf(bearer.getCredentials()));
      return KeywayAuthentication.of(client.sessions().verify(token, options), token);
    } catch (AuthException e) {
      throw translated(e);
    }
  }

  private static AuthenticationException translated(AuthException e) {
    if (e.code() == ErrorCode.CLIENT_CLOSED) {
      return new ProviderUnavailableException(e);
    }
    if (e.code() == ErrorCode.INVALID_ARGUMENT) {
      return new InvalidBearerTokenException("The token is malformed", e);
    }
    return switch (e.code().kind()) {
      case SERVICE -> new ProviderUnavailableException(e);
      case EVIDENCE, ACCOUNT -> new InvalidBearerTokenException(description(e.code()), e);
      case CALLER, PROJECT ->
          new InternalAuthenticationServiceException("The token could not be checked", e);
    };
  }

  private static String description(ErrorCode code) {
    return switch (code) {
      case TOKEN_EXPIRED -> "The token has expired";
      case ACCOUNT_RESTRICTED -> "The account is anonymous or restricted";
      default -> "The token is not valid";
    };
  }
}
