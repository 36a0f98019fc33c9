/** Applications that are modules themselves. */
@NullMarked
package dev.keyway.modules;

import org.jspecify.annotations.NullMarked;
