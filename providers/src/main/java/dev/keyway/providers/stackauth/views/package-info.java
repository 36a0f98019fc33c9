/** The views of Stack Auth, over its wire. */
@NullMarked
package dev.keyway.providers.stackauth.views;

import org.jspecify.annotations.NullMarked;
