/** The tour: one application on both providers. */
@NullMarked
package dev.keyway.tour;

import org.jspecify.annotations.NullMarked;
