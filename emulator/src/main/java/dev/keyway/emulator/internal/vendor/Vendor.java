package dev.keyway.emulator.internal.vendor;

import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.attribute.AttributeRows;
import dev.keyway.emulator.internal.fault.VendorRateLimit;
import dev.keyway.emulator.seed.WorldSeed;
import java.util.List;

/**
 * An emulated vendor as the rest of the emulator sees it. A vendor plugs in with its module: one
 * {@code Vendor} here, one {@link dev.keyway.emulator.internal.pipeline.VendorApi} for requests.
 */
public interface Vendor {

  /** What it is called in operations, accounts and ledgers. */
  String id();

  /** What people call it. */
  String name();

  /** What {@code keyway.provider} calls it. */
  String provider();

  /** Makes the project of a new world, with keys that no other project has. */
  VendorProject open(ProjectPlace place);

  /** The same, with the ids and keys that a seed pins. */
  VendorProject open(ProjectPlace place, WorldSeed pinned);

  /** The rate limits that it is known to have, for worlds that ask for them. */
  List<VendorRateLimit> rateLimits();

  /** The settings that its projects have. */
  AttributeRows settings();

  /** What {@code connection()} of its service holds, with values that stand for any. */
  List<ConnectionValue> exampleConnection();

  /** What documents show of it. */
  VendorExamples examples();

  /** Makes a new user of a world, with a password and a session. */
  ExampleRequest signUp(World world);

  /** Lines that use a world's project when they are pasted. */
  List<Snippet> snippets(World world);
}
