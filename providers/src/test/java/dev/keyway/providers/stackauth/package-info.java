@NullMarked
package dev.keyway.providers.stackauth;

import org.jspecify.annotations.NullMarked;
