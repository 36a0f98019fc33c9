/** How Stytch speaks: order of checks, form of requests, errors, routes. */
@NullMarked
package dev.keyway.emulator.internal.stytch.protocol;

import org.jspecify.annotations.NullMarked;
