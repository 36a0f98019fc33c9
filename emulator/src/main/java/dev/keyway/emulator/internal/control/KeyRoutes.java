package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.World;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Signing keys. */
final class KeyRoutes implements ControlRoutes {
  private static final Type PROVIDER = Type.choice("stackauth", "stytch");
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(3_660);

  private static final Shape ROTATION =
      Shape.named("KeyRotation")
          .required("provider", PROVIDER, "Whose keys.")
          .optional(
              "overlap",
              Type.duration(Duration.ZERO, LONGEST_OVERLAP),
              "How long the old keys are published still; default PT0S.")
          .example("{\"provider\":\"stytch\",\"overlap\":\"PT1H\"}");

  @Inject
  KeyRoutes() {}

  @Override
  public List<Endpoint> verbs() {
    return List.of(
        Endpoint.post("/worlds/{world}/keys/rotate", "keys.rotate")
            .says("Signs with new keys from now on.")
            .takes(ROTATION)
            .does(KeyRoutes::rotate));
  }

  private static void rotate(ControlCall call) {
    World world = call.world();
    Duration overlap = call.body().duration("overlap", Duration.ZERO);
    if (call.body().text("provider").equals("stytch")) {
      world.stytch().rotateKeys(overlap);
    } else {
      world.stackAuth().rotateKeys(overlap);
    }
  }
}
