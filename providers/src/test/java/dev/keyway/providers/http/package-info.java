@NullMarked
package dev.keyway.providers.http;

import org.jspecify.annotations.NullMarked;
