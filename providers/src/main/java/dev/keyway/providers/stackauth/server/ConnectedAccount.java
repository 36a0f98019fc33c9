package dev.keyway.providers.stackauth.server;

import dev.keyway.OAuthProviderId;

/**
 * A user's account at an identity provider whose tokens the project keeps.
 *
 * @param provider the identity provider
 * @param accountId the account there
 */
public record ConnectedAccount(OAuthProviderId provider, String accountId) {}
