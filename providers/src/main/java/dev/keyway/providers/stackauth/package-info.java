/**
 * Stack Auth behind the neutral interfaces. {@link dev.keyway.providers.stackauth.StackAuth} is the
 * way in; applications that choose the provider by configuration need nothing of this package.
 */
@NullMarked
package dev.keyway.providers.stackauth;

import org.jspecify.annotations.NullMarked;
