/**
 * The rules that every provider of the neutral interfaces has to keep, as tests.
 *
 * <p>Who writes a provider extends {@link dev.keyway.conformance.AuthConformance} in a test and
 * gives it an {@link dev.keyway.conformance.AuthHarness}. A rule that needs something which the
 * harness lacks is skipped with its reason; a capability that the provider does not declare must
 * fail with {@link dev.keyway.ErrorCode#UNSUPPORTED} and send nothing.
 */
@NullMarked
package dev.keyway.conformance;

import org.jspecify.annotations.NullMarked;
