/**
 * Keyway in Spring Boot 3.2 to 4.0: with {@code keyway.*} in the application's properties, an
 * {@link dev.keyway.AuthClient} is a bean of the context and is closed with it. Needs Spring Boot
 * on the class path; without it no class of this package is loaded.
 */
@NullMarked
package dev.keyway.providers.spring;

import org.jspecify.annotations.NullMarked;
