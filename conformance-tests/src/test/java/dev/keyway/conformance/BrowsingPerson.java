package dev.keyway.conformance;

import dev.keyway.emulator.World;
import java.net.URI;

/** A person with a browser, in a world. */
record BrowsingPerson(URI home, World world, Vendor vendor) implements Person {

  @Override
  public URI follow(URI link) {
    return new Browser(home)
        .open(link)
        .left(home)
        .orElseThrow(() -> new AssertionError("The link led nowhere"));
  }
}
