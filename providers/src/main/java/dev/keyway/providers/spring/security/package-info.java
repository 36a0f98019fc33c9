/**
 * Keyway in Spring Security 6.2 to 7.0: access tokens as bearer tokens. Needs {@code
 * spring-security-config} and {@code spring-security-oauth2-resource-server} on the class path;
 * without them no class of this package is loaded.
 */
@NullMarked
package dev.keyway.providers.spring.security;

import org.jspecify.annotations.NullMarked;
