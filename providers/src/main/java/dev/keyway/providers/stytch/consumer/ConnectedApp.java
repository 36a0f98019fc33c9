package dev.keyway.providers.stytch.consumer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An application that signs its users in through this project (OAuth 2.0, OpenID Connect).
 *
 * @param id the {@code client_id}
 * @param type whose it is
 * @param name for people; may be empty
 * @param description for people; may be empty
 * @param redirectUrls where it may be sent back to
 * @param fullAccessAllowed whether its tokens may become sessions
 * @param accessTokenLife how long its tokens last
 * @param secretEnding the last four characters of its secret, if it has one
 */
public record ConnectedApp(
    ConnectedAppId id,
    ConnectedAppType type,
    String name,
    String description,
    List<String> redirectUrls,
    boolean fullAccessAllowed,
    Duration accessTokenLife,
    Optional<String> secretEnding) {

  /** Copies. */
  public ConnectedApp {
    redirectUrls = List.copyOf(redirectUrls);
  }
}
