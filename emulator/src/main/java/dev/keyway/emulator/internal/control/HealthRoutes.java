package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.number;

import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.util.List;

/** That it runs. */
final class HealthRoutes implements ControlRoutes {
  private static final ObjectType HEALTH =
      ObjectType.of(
              "Health",
              choice("status", "ok").says("It answers.").required(),
              number("worlds").says("How many worlds are open.").required(),
              number("waiting")
                  .says("How many requests wait for a mail or a held request.")
                  .required())
          .example("{\"status\":\"ok\",\"worlds\":1,\"waiting\":0}");

  private final Waiting waiting;

  @Inject
  HealthRoutes(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get("/health", "health")
            .says("Whether the emulator runs.")
            .gives(
                HEALTH,
                call ->
                    Json.object()
                        .put("status", "ok")
                        .put("worlds", call.emulator().worlds().size())
                        .put("waiting", waiting.count())));
  }
}
