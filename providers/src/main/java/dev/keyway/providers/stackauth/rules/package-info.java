/** What every area of Stack Auth goes by: the forms of its ids and codes, its access tokens. */
@NullMarked
package dev.keyway.providers.stackauth.rules;

import org.jspecify.annotations.NullMarked;
