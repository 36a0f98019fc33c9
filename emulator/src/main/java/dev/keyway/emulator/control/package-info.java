/**
 * The control API under {@code /_emulator}: the Java handle's verbs over HTTP, for tests in any
 * language. Every handler calls the handle and nothing else. A route is registered once, in the
 * {@code ControlRoutes} of its area, with what it takes and gives; the same registration serves it,
 * checks its input and describes it in the OpenAPI document.
 */
@NullMarked
package dev.keyway.emulator.control;

import org.jspecify.annotations.NullMarked;
