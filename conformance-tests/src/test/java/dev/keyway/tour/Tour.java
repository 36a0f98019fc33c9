package dev.keyway.tour;

import dev.keyway.AuthClient;
import dev.keyway.AuthConfig;
import dev.keyway.AuthObserver;
import dev.keyway.WireEvent;
import dev.keyway.conformance.Vendor;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.World;
import dev.keyway.emulator.device.VirtualAuthenticator;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The same application on Stack Auth, then on Stytch, both of them the embedded emulator. Prints
 * each step and the requests behind it; a step that goes wrong ends it with an exception.
 */
public final class Tour implements Steps {

  /** The HTTP server tells of its start and stop; the tour tells enough. */
  private static final List<Logger> QUIET =
      Stream.of("io.undertow", "org.xnio", "org.jboss.threads").map(Logger::getLogger).toList();

  private final PrintStream out;
  private final List<WireEvent> wire = Collections.synchronizedList(new ArrayList<>());

  private Tour(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs the tour.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    try (AuthEmulator emulator = AuthEmulator.start()) {
      for (Vendor vendor : Vendor.values()) {
        try (World world = emulator.newWorld(Vendor.project())) {
          new Tour(System.out).run(vendor, world, emulator);
        }
      }
    }
    QUIET.forEach(logger -> logger.setLevel(null));
    System.out.println("The tour is over: the same class ran on both providers.");
    System.out.println(
        "Its source: conformance-tests/src/test/java/dev/keyway/tour/TourApplication.java");
    System.out.println(
        "Next: docs/guides/getting-started.md for your application, docs/guides/testing.md for its"
            + " tests.");
  }

  private void run(Vendor vendor, World world, AuthEmulator emulator) {
    Map<String, String> settings = new TreeMap<>(vendor.patientSettings(world));
    settings.put("keyway.callback-url", TourApplication.CALLBACK.toString());
    settings.put("keyway.relying-party-id", "localhost");
    settings.put(
        "keyway." + vendor.id() + ".webhook-secrets", world.webhooks().secret(vendor.operations()));
    AuthObserver observer =
        new AuthObserver() {
          @Override
          public void onWire(WireEvent event) {
            wire.add(event);
          }
        };
    try (AuthClient client =
        AuthClient.builder(AuthConfig.of(settings))
            .clock(world.clock())
            .observer(observer)
            .build()) {
      out.println();
      out.println("== " + client.provider() + " ==");
      out.println("   configured by " + String.join(", ", settings.keySet()));
      new TourApplication(
              client,
              new TourHuman(vendor, world, emulator.baseUrl(), VirtualAuthenticator.platform()),
              this)
          .run();
    }
  }

  @Override
  public <T> T step(String title, Supplier<T> body) {
    wire.clear();
    T result = body.get();
    out.println(" * " + title);
    List<WireEvent> requests = List.copyOf(wire);
    for (WireEvent request : requests) {
      out.printf(
          "     %-6s %s -> %s%n",
          request.method(),
          request.route(),
          request.status().isPresent() ? request.status().getAsInt() : "no answer");
    }
    if (requests.isEmpty()) {
      out.println("     (no request)");
    }
    return result;
  }
}
