package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.vendor.Quoted;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines that work when they are pasted, whatever the vendor. */
final class Snippets {
  private Snippets() {}

  /** A properties file for one vendor. */
  static String properties(VendorService service) {
    return service.configuration().entrySet().stream()
        .map(setting -> setting.getKey() + "=" + Quoted.property(setting.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** Environment variables for all vendors, of which one is chosen. */
  static String environment(World world) {
    List<VendorService> services = world.services();
    List<String> lines = new ArrayList<>();
    services.stream()
        .skip(1)
        .map(VendorService::provider)
        .reduce((a, b) -> a + ", " + b)
        .ifPresent(others -> lines.add("# or " + others));
    lines.add("export KEYWAY_PROVIDER=" + services.get(0).provider());
    services.stream()
        .flatMap(service -> service.connection().stream())
        .forEach(
            value ->
                value
                    .variable()
                    .map(name -> "export " + name + "=" + Quoted.shell(value.value()))
                    .ifPresent(lines::add));
    return String.join("\n", lines);
  }

  /** What the emulator itself does over HTTP. */
  static String control(World world, URI publicUrl) {
    String here = publicUrl + "/_emulator/worlds/" + world.id();
    return """
        # The messages that were sent, and the clock moved by ten minutes
        curl %s
        curl %s -H 'content-type: application/json' -d '{"by":"PT10M"}'"""
        .formatted(Quoted.shell(here + "/outbox"), Quoted.shell(here + "/clock/advance"));
  }
}
