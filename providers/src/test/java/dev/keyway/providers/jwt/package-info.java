@NullMarked
package dev.keyway.providers.jwt;

import org.jspecify.annotations.NullMarked;
