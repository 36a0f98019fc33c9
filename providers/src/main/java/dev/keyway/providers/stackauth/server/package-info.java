/**
 * What Stack Auth has for servers and the neutral interfaces do not. Start at {@link
 * dev.keyway.providers.stackauth.server.StackAuthServer}.
 */
@NullMarked
package dev.keyway.providers.stackauth.server;

import org.jspecify.annotations.NullMarked;
