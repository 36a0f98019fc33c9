@NullMarked
package dev.keyway.providers.handle;

import org.jspecify.annotations.NullMarked;
