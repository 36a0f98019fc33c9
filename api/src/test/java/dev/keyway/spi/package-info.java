@NullMarked
package dev.keyway.spi;

import org.jspecify.annotations.NullMarked;
