@NullMarked
package dev.keyway.emulator.spring;

import org.jspecify.annotations.NullMarked;
