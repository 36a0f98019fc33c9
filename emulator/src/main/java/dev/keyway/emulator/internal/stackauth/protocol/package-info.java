/** How Stack Auth speaks: order of checks, form of requests, errors, routes. */
@NullMarked
package dev.keyway.emulator.internal.stackauth.protocol;

import org.jspecify.annotations.NullMarked;
