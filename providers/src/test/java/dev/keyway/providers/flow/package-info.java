@NullMarked
package dev.keyway.providers.flow;

import org.jspecify.annotations.NullMarked;
