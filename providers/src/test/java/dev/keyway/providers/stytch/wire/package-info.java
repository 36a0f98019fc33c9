@NullMarked
package dev.keyway.providers.stytch.wire;

import org.jspecify.annotations.NullMarked;
