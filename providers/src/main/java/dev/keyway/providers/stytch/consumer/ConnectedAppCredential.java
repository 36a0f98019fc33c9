package dev.keyway.providers.stytch.consumer;

import dev.keyway.Secret;
import java.util.Optional;

/**
 * An app as it was made.
 *
 * @param app the app
 * @param secret its secret, which can't be had again; none for the public types
 */
public record ConnectedAppCredential(ConnectedApp app, Optional<Secret> secret) {}
