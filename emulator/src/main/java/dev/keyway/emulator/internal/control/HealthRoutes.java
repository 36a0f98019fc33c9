package dev.keyway.emulator.internal.control;

import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.util.List;

/** That it runs. */
final class HealthRoutes implements ControlRoutes {
  private static final Shape HEALTH =
      Shape.named("Health")
          .required("status", Type.choice("ok"), "It answers.")
          .required("worlds", Type.number(), "How many worlds are open.")
          .required(
              "waiting", Type.number(), "How many requests wait for a mail or a held request.")
          .example("{\"status\":\"ok\",\"worlds\":1,\"waiting\":0}");

  private final Waiting waiting;

  @Inject
  HealthRoutes(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public List<Endpoint> verbs() {
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
