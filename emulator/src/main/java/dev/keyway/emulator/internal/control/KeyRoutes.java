package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;
import static dev.keyway.emulator.internal.schema.Field.choice;

import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Signing keys. */
final class KeyRoutes implements ControlRoutes {
  private static final Field<String> PROVIDER = choice("provider", "stackauth", "stytch");
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(3_660);

  private static final Field<Duration> OVERLAP =
      duration("overlap", Duration.ZERO, LONGEST_OVERLAP);

  private static final ObjectType ROTATION =
      ObjectType.of(
              "KeyRotation",
              PROVIDER.says("Whose keys.").required(),
              OVERLAP.says("How long the old keys are published still; default PT0S."))
          .example("{\"provider\":\"stytch\",\"overlap\":\"PT1H\"}");

  @Inject
  KeyRoutes() {}

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post("/worlds/{world}/keys/rotate", "keys.rotate")
            .says("Signs with new keys from now on.")
            .takes(ROTATION)
            .does(KeyRoutes::rotate));
  }

  private static void rotate(ControlCall call) {
    World world = call.world();
    Duration overlap = call.body().find(OVERLAP).orElse(Duration.ZERO);
    if (call.body().get(PROVIDER).equals("stytch")) {
      world.stytch().rotateKeys(overlap);
    } else {
      world.stackAuth().rotateKeys(overlap);
    }
  }
}
