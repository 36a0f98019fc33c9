package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.device.VirtualTotpDevice;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.List;

/** The authenticator apps of a world's people. */
final class TotpRoutes implements ControlRoutes {
  private static final String APP = "/worlds/{world}/devices/totps/{device}";

  private static final Shape KEY =
      Shape.named("TotpKey")
          .required(
              "secret",
              Type.line(),
              "The key in base 32, or what the QR code contains (otpauth://totp/…).")
          .example("{\"secret\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\"}");

  private static final Shape CODES =
      Shape.named("TotpCodes")
          .required("code", Type.line(), "The code it shows now, by the world's clock.")
          .required("next", Type.line(), "The one after it.")
          .required("previous", Type.line(), "The one before it.")
          .required("wrong", Type.line(), "A code that is certainly wrong now.")
          .required("period", Type.line(), "How long it shows a code; ISO 8601.")
          .example(
              """
              {"code":"123456","next":"654321","previous":"111222","wrong":"000001",
               "period":"PT30S"}""");

  @Inject
  TotpRoutes() {}

  @Override
  public List<Endpoint> verbs() {
    return List.of(
        Endpoint.put(APP, "devices.scan-totp")
            .says("Scans a key with an authenticator app of this name, in place of an older one.")
            .takes(KEY)
            .gives(
                CODES,
                call ->
                    codes(
                        call.world()
                            .devices()
                            .totp(call.path("device"), call.body().text("secret")))),
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
