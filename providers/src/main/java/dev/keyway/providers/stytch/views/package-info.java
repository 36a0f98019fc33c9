/** The views of Stytch's consumer product, over its wire. */
@NullMarked
package dev.keyway.providers.stytch.views;

import org.jspecify.annotations.NullMarked;
