@NullMarked
package dev.keyway.providers.webauthn;

import org.jspecify.annotations.NullMarked;
