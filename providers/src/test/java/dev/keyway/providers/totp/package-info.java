@NullMarked
package dev.keyway.providers.totp;

import org.jspecify.annotations.NullMarked;
