package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.internal.pipeline.VendorApis;
import dev.keyway.emulator.internal.token.RsaKeyPool;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does what the first request would wait for, while the port opens: loads the classes of the routes
 * and makes an RSA key. Once in a Java process, on a thread that then ends.
 */
final class WarmUp {
  private static final AtomicBoolean BEGUN = new AtomicBoolean();

  private final VendorApis apis;

  @Inject
  WarmUp(VendorApis apis) {
    this.apis = apis;
  }

  void begin() {
    if (BEGUN.compareAndSet(false, true)) {
      Thread thread = new Thread(this::run, "keyway-emulator-warm-up");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void run() {
    apis.operationIds();
    RsaKeyPool.SHARED.prepare();
  }
}
