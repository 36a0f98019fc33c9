package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;

/** The authenticator apps of a world's people. */
final class TotpRoutes implements ControlRoutes {
  private static final String APP = "/worlds/{world}/devices/totps/{device}";

  private static final Field<String> SECRET = line("secret");

  private static final ObjectType KEY =
      ObjectType.of(
              "TotpKey",
              SECRET
                  .says("The key in base 32, or what the QR code contains (otpauth://totp/…).")
                  .required())
          .example("{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\"}");

  private static final ObjectType CODES =
      ObjectType.of(
              "TotpCodes",
              line("code").says("The code it shows now, by the world's clock.").required(),
              line("next").says("The one after it.").required(),
              line("previous").says("The one before it.").required(),
              line("wrong").says("A code that is certainly wrong now.").required(),
              line("period").says("How long it shows a code; ISO 8601.").required())
          .example(
              """
              {"code":"123456","next":"654321","previous":"111222","wrong":"000001",
               "period":"PT30S"}""");

  @Inject
  TotpRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.put(APP, "devices.scan-totp")
            .says("Scans a key with an authenticator app of this name, in place of an older one.")
            .takes(KEY)
            .gives(
                CODES,
                call ->
                    codes(
                        call.world().devices().totp(call.path("device"), call.body().get(SECRET)))),
        Endpoint.get(APP, "devices.totp")
            .says("The codes that an authenticator app shows.")
            .gives(
                CODES,
                call ->
                    codes(
                        call.world()
                            .devices()
                            .totp(call.path("device"))
                            .orElseThrow(
                                () ->
                                    ControlFailure.notFound(
                                        "There is no authenticator app of this name")))));
  }

  private static ObjectNode codes(VirtualTotpDevice device) {
    return Json.object()
        .put("code", device.code())
        .put("next", device.next())
        .put("previous", device.previous())
        .put("wrong", device.wrongCode())
        .put("period", device.period().toString());
  }
}
