/**
 * What a vendor is to the rest of the emulator: a {@link
 * dev.keyway.emulator.internal.vendor.Vendor} that makes a {@link
 * dev.keyway.emulator.internal.vendor.VendorProject} for each world. Worlds, checkpoints, seeds,
 * the connect page and the ready line go by these and know no vendor.
 */
@NullMarked
package dev.keyway.emulator.internal.vendor;

import org.jspecify.annotations.NullMarked;
