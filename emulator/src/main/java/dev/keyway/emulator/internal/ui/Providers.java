package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.internal.vendor.Vendor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The vendors by the names that people know. */
final class Providers {
  private final Map<String, Vendor> byId = new LinkedHashMap<>();

  Providers(List<Vendor> vendors) {
    vendors.forEach(vendor -> byId.put(vendor.id(), vendor));
  }

  /** The vendor of that id. */
  Optional<Vendor> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** What people call a vendor; the id itself of what is none. */
  String name(String id) {
    return find(id).map(Vendor::name).orElse(id);
  }

  /** For a filter: all, or one of them. */
  Map<String, String> choice() {
    Map<String, String> choice = new LinkedHashMap<>();
    choice.put("", "All");
    byId.forEach((id, vendor) -> choice.put(id, vendor.name()));
    return Collections.unmodifiableMap(choice);
  }

  /** All of them in a sentence. */
  String all(String word) {
    return byId.values().stream().map(Vendor::name).collect(Collectors.joining(" " + word + " "));
  }
}
