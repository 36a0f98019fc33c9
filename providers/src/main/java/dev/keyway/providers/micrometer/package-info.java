/**
 * Metrics and traces of an {@link dev.keyway.AuthClient} by Micrometer, and through its bridges by
 * OpenTelemetry: observers to hand to {@link dev.keyway.AuthClient.Builder#observer}. Needs {@code
 * micrometer-core} or {@code micrometer-observation} on the class path; without them no class of
 * this package is loaded.
 */
@NullMarked
package dev.keyway.providers.micrometer;

import org.jspecify.annotations.NullMarked;
