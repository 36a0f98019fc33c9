package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.headers;
import static dev.keyway.emulator.internal.control.ControlFields.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.ConnectionValue;
import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.vendor.Vendor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a program needs to use a world: its URLs and its keys. */
final class Connection {
  private static final String PROVIDER = ConnectionValue.variable("keyway.provider");

  private Connection() {}

  static ObjectType shape(VendorTerms vendors) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(line("world").says("The world's id.").required());
    fields.add(line("controlUrl").says("The world's own part of the control API.").required());
    ObjectNode example =
        Json.object()
            .put("world", "w1")
            .put("controlUrl", "http://127.0.0.1:5399/_emulator/worlds/w1");
    for (Vendor vendor : vendors.all()) {
      fields.add(Field.of(vendor.id(), shape(vendor)).says(vendor.name() + ".").required());
      example.set(vendor.id(), json(vendor.exampleConnection()));
    }
    fields.add(
        headers("environment")
            .says(
                "Keyway's configuration for both; "
                    + PROVIDER
                    + " chooses, "
                    + vendors.providers()
                    + ".")
            .required());
    example.putObject("environment").put(PROVIDER, vendors.first().provider());
    return ObjectType.of("Connection", fields).example(Json.write(example));
  }

  private static ObjectType shape(Vendor vendor) {
    List<ConnectionValue> values = vendor.exampleConnection();
    return ObjectType.of(
            vendor.name().replace(" ", "") + "Connection",
            values.stream()
                .map(value -> line(value.name()).says(value.meaning()).required())
                .toList())
        .example(Json.write(json(values)));
  }

  static ObjectNode json(World world, String controlUrl) {
    ObjectNode json = Json.object().put("world", world.id()).put("controlUrl", controlUrl);
    world.services().forEach(service -> json.set(service.id(), json(service.connection())));
    ObjectNode environment = json.putObject("environment");
    environment(world).forEach(environment::put);
    return json;
  }

  private static ObjectNode json(List<ConnectionValue> values) {
    ObjectNode json = Json.object();
    values.forEach(value -> json.put(value.name(), value.value()));
    return json;
  }

  /** Lines for a shell's {@code eval} or an {@code .env} file; no value needs quoting. */
  static String shell(World world) {
    return environment(world).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** The settings of all services together; the first one's provider is chosen. */
  private static Map<String, String> environment(World world) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (VendorService service : world.services()) {
      service
          .configuration()
          .forEach((name, value) -> variables.putIfAbsent(ConnectionValue.variable(name), value));
    }
    return variables;
  }
}
