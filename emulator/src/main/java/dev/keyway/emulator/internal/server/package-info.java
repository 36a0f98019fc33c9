/** The ports: listeners, requests read whole, and TLS. */
@NullMarked
package dev.keyway.emulator.internal.server;

import org.jspecify.annotations.NullMarked;
