/** Who may use whom. */
@NullMarked
package dev.keyway.architecture;

import org.jspecify.annotations.NullMarked;
