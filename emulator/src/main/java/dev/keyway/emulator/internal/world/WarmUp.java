package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.internal.pipeline.VendorApis;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Does what the first request to a vendor would wait for, once somebody asks a world for that
 * vendor's project: loads the classes of its routes, makes what keys take long. Once in a Java
 * process for each vendor, on a thread that then ends.
 */
@Singleton
final class WarmUp {
  private static final Set<String> BEGUN = ConcurrentHashMap.newKeySet();

  private final VendorApis apis;

  @Inject
  WarmUp(VendorApis apis) {
    this.apis = apis;
  }

  void begin(String vendor) {
    if (BEGUN.add(vendor)) {
      Thread thread = new Thread(() -> apis.prepare(vendor), "keyway-emulator-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }
}
