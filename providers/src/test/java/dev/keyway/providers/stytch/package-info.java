@NullMarked
package dev.keyway.providers.stytch;

import org.jspecify.annotations.NullMarked;
