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
          .required(
              "waiting", Type.number(), "How many requests wait for a mail or a held request.")
          .example("{\"status\":\"ok\",\"worlds\":1,\"waiting\":0}");

  private final Waiting waiting;

  @Inject
  HealthRoutes(Waiting waiting) {
    this.waiting = waiting;
  }

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
                        .put("worlds", call.emulator().worlds().size())
                        .put("waiting", waiting.count())));
  }
}
