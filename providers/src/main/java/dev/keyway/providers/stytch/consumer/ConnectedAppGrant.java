package dev.keyway.providers.stytch.consumer;

import java.util.Set;

/**
 * What a user allowed an app.
 *
 * @param app the app
 * @param name the app's name
 * @param scopes what it may
 */
public record ConnectedAppGrant(ConnectedAppId app, String name, Set<String> scopes) {

  /** Copies. */
  public ConnectedAppGrant {
    scopes = Set.copyOf(scopes);
  }
}
