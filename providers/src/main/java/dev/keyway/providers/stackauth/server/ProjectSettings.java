package dev.keyway.providers.stackauth.server;

import java.net.URI;
import java.util.Set;

/**
 * What the project allows, as everybody may know it.
 *
 * @param displayName the project's name
 * @param signUpEnabled whether strangers may sign up
 * @param passwordEnabled whether people may sign in with a password
 * @param magicLinkEnabled whether people may sign in with a mailed code or link
 * @param passkeyEnabled whether people may sign in with a passkey
 * @param userApiKeysAllowed whether users may have API keys
 * @param teamApiKeysAllowed whether teams may have API keys
 * @param oauthProviders the identity providers that are switched on
 * @param domains where callbacks may lead
 */
public record ProjectSettings(
    String displayName,
    boolean signUpEnabled,
    boolean passwordEnabled,
    boolean magicLinkEnabled,
    boolean passkeyEnabled,
    boolean userApiKeysAllowed,
    boolean teamApiKeysAllowed,
    Set<String> oauthProviders,
    Set<URI> domains) {

  /** Copies. */
  public ProjectSettings {
    oauthProviders = Set.copyOf(oauthProviders);
    domains = Set.copyOf(domains);
  }
}
