/**
 * What a provider implements: one {@link dev.keyway.spi.AuthProviderFactory}, found by {@link
 * java.util.ServiceLoader} under its id, which makes an {@link dev.keyway.spi.AuthProvider} with
 * its {@link dev.keyway.spi.Areas}.
 *
 * <p>A provider implements the area interfaces of {@code dev.keyway} that it has, and declares what
 * it can do as {@link dev.keyway.Capability}. It may rely on this: {@link dev.keyway.AuthClient}
 * has refused null arguments, undeclared capabilities and calls after close before an area's method
 * runs, and it observes calls. It must see to this: any failure is an {@link
 * dev.keyway.AuthException} without secrets; a call's timeout bounds all that the call sends;
 * nothing that creates, sends or consumes is sent twice. What one method owes beyond that stands at
 * the method, after the word <em>Providers</em>.
 *
 * <p>The conformance suite tells whether a provider keeps its word.
 */
@NullMarked
package dev.keyway.spi;

import org.jspecify.annotations.NullMarked;
