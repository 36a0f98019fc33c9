package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.json.PlainValues;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.vendor.Vendor;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The settings of a world's projects: read, and changed while it is open. */
final class SettingRoutes implements ControlRoutes {
  private static final String SETTINGS = "/worlds/{world}/settings/";

  private final List<Vendor> vendors;

  @Inject
  SettingRoutes(List<Vendor> vendors) {
    this.vendors = vendors;
  }

  @Override
  public List<Endpoint> endpoints() {
    return vendors.stream().flatMap(SettingRoutes::endpoints).toList();
  }

  private static Stream<Endpoint> endpoints(Vendor vendor) {
    ObjectType shape = shape(vendor);
    String project = "the world's " + vendor.name() + " project";
    return Stream.of(
        Endpoint.get(SETTINGS + vendor.id(), "settings.get-" + vendor.id())
            .says("The settings of " + project + ", all of them.")
            .gives(shape, call -> view(service(call, vendor))),
        Endpoint.patch(SETTINGS + vendor.id(), "settings.change-" + vendor.id())
            .says(
                "Changes settings of "
                    + project
                    + ": those that are given, all of them or none. Requests that come later see"
                    + " them.")
            .takes(shape)
            .gives(
                shape,
                call -> {
                  VendorService service = service(call, vendor);
                  change(service, shape.write(call.body()));
                  return view(service);
                }));
  }

  private static VendorService service(ControlCall call, Vendor vendor) {
    return call.world().service(vendor.id()).orElseThrow();
  }

  private static void change(VendorService service, JsonNode changes) {
    service.configure(PlainValues.map(changes));
  }

  private static ObjectNode view(VendorService service) {
    return PlainValues.object(service.settingValues());
  }

  private static ObjectType shape(Vendor vendor) {
    List<? extends Field<?>> fields =
        vendor.settings().all().stream().map(Attribute::field).toList();
    return ObjectType.of(vendor.name().replace(" ", "") + "Settings", fields)
        .example(Json.write(PlainValues.object(Attributes.usual(vendor.settings()).plain())));
  }
}
