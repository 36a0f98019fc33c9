@NullMarked
package dev.keyway.providers.spring;

import org.jspecify.annotations.NullMarked;
