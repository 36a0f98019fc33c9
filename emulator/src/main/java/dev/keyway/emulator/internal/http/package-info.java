/** Requests, responses, and the tree of routes that finds who answers. */
@NullMarked
package dev.keyway.emulator.internal.http;

import org.jspecify.annotations.NullMarked;
