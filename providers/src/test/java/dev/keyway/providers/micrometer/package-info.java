@NullMarked
package dev.keyway.providers.micrometer;

import org.jspecify.annotations.NullMarked;
