package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.vendor.ExampleRequest;
import dev.keyway.emulator.internal.vendor.Vendor;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Signs a user up at each vendor, over HTTP at the emulator's own port, so that the classes of a
 * start and of a first request are loaded.
 */
final class TrainingRun {
  /** Beyond this, the machine does not answer itself. */
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final AuthEmulator emulator;
  private final List<Vendor> vendors;
  private final OutboundHttp outbound;

  @Inject
  TrainingRun(AuthEmulator emulator, List<Vendor> vendors, OutboundHttp outbound) {
    this.emulator = emulator;
    this.vendors = List.copyOf(vendors);
    this.outbound = outbound;
  }

  /**
   * Runs once.
   *
   * @throws IllegalStateException if a request fails
   */
  void run() {
    try (World world = emulator.newWorld()) {
      for (Vendor vendor : vendors) {
        ExampleRequest request = vendor.signUp(world);
        int status = post(request);
        if (status != 200) {
          throw new IllegalStateException(request + " was answered with " + status);
        }
      }
    }
  }

  private int post(ExampleRequest request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
    headers.put("content-type", List.of("application/json"));
    CompletableFuture<Integer> status = new CompletableFuture<>();
    outbound.post(
        request.target(),
        headers,
        request.json(),
        LONGEST,
        new OutboundHttp.Receipt() {
          @Override
          public void answered(int code) {
            status.complete(code);
          }

          @Override
          public void failed(String reason) {
            status.completeExceptionally(new IllegalStateException(request + ": " + reason));
          }
        });
    return status.join();
  }
}
