package dev.keyway.emulator.control;

import dev.keyway.emulator.http.Json;
import jakarta.inject.Inject;
import java.util.List;

/** That it runs. */
final class HealthRoutes implements ControlRoutes {
  private static final Shape HEALTH =
      Shape.named("Health")
          .required("status", Type.choice("ok"), "It answers.")
          .required("worlds", Type.number(), "How many worlds are open.")
          .example("{\"status\":\"ok\",\"worlds\":1}");

  @Inject
  HealthRoutes() {}

  @Override
  public List<Verb> verbs() {
    return List.of(
        Verb.get("/health", "health")
            .says("Whether the emulator runs.")
            .gives(
                HEALTH,
                call ->
                    Json.object()
                        .put("status", "ok")
                        .put("worlds", call.emulator().worlds().size())));
  }
}
