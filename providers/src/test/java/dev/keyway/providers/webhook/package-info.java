@NullMarked
package dev.keyway.providers.webhook;

import org.jspecify.annotations.NullMarked;
