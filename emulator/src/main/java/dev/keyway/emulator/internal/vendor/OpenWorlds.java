package dev.keyway.emulator.internal.vendor;

import dev.keyway.emulator.WorldSpec;
import java.util.List;
import java.util.function.BiFunction;

/** The worlds that are open, for a vendor whose own routes make and end projects. */
public interface OpenWorlds {

  /**
   * Opens a world. Where another has the name that {@code spec} gives, a number follows it.
   *
   * @param project makes one vendor's project of it in a way of its own, from the vendor's usual
   *     way and the rest
   * @return its projects
   */
  List<VendorProject> open(WorldSpec spec, BiFunction<Vendor, ProjectPlace, VendorProject> project);

  /** The projects of all open worlds, oldest world first. */
  List<VendorProject> projects();

  /** Closes the world that a project is in. */
  void closeWorldOf(VendorProject project);
}
