package dev.keyway;

import java.util.Optional;

/**
 * The end user's device as the application's server sees it.
 *
 * @param ipAddress the address in text form, IPv4 or IPv6
 * @param userAgent the browser's {@code User-Agent}
 */
public record ClientContext(Optional<String> ipAddress, Optional<String> userAgent) {

  /** Both may be empty, neither null or blank. */
  public ClientContext {
    Arguments.notNull(ipAddress, "ipAddress").ifPresent(ip -> Arguments.id(ip, "ipAddress"));
    Arguments.notNull(userAgent, "userAgent")
        .ifPresent(
            agent -> Arguments.text(Arguments.notBlank(agent, "userAgent"), "userAgent", 1024));
  }

  /** Both known. */
  public static ClientContext of(String ipAddress, String userAgent) {
    return new ClientContext(Optional.of(ipAddress), Optional.of(userAgent));
  }
}
