@NullMarked
package dev.keyway.internal;

import org.jspecify.annotations.NullMarked;
