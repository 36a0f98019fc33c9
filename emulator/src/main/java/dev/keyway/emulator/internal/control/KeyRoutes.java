package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;

import dev.keyway.emulator.VendorService;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Signing keys. */
final class KeyRoutes implements ControlRoutes {
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(3_660);

  private static final Field<Duration> OVERLAP =
      duration("overlap", Duration.ZERO, LONGEST_OVERLAP);

  private final Field<String> provider;
  private final ObjectType rotation;

  @Inject
  KeyRoutes(VendorTerms vendors) {
    provider = vendors.field();
    rotation =
        ObjectType.of(
                "KeyRotation",
                provider.says("Whose keys.").required(),
                OVERLAP.says("How long the old keys are published still; default PT0S."))
            .example(
                Json.write(
                    Json.object().put("provider", vendors.last().id()).put("overlap", "PT1H")));
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/worlds/{world}/keys/rotate", "keys.rotate")
            .says("Signs with new keys from now on.")
            .takes(rotation)
            .does(this::rotate));
  }

  private void rotate(ControlCall call) {
    VendorService service = call.world().service(call.body().get(provider)).orElseThrow();
    service.rotateKeys(call.body().find(OVERLAP).orElse(Duration.ZERO));
  }
}
