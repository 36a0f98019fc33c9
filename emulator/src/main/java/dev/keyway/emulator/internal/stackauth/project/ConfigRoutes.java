package dev.keyway.emulator.internal.stackauth.project;

import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthCall;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthEndpoint;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthResponses;
import dev.keyway.emulator.internal.stackauth.protocol.StackAuthRouteBook;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import jakarta.inject.Inject;
import java.util.List;

/** {@code /internal/config}: the configuration as JSON in a text. */
public final class ConfigRoutes implements RouteArea<StackAuthRouteBook> {
  private static final Field<String> OVERRIDE = Field.text("config_override_string");
  private static final List<String> LEVELS = List.of("project", "environment");

  @Inject
  ConfigRoutes() {}

  @Override
  public void addTo(StackAuthRouteBook book) {
    book.on("stackauth.config.get").adminOnly().answers(this::read);
    book.on("stackauth.config.override")
        .adminOnly()
        .takes(OVERRIDE.required())
        .answers(this::override);
  }

  private Response read(StackAuthCall call) {
    StackAuthProject project = call.project();
    return StackAuthResponses.ok(
        Json.object()
            .put(
                "config_string",
                ConfigOverride.of(project.facts().overrides()).shown(project.settings())));
  }

  /** Both levels come to the same, because a project has one environment. */
  private Response override(StackAuthCall call) {
    if (!LEVELS.contains(call.path("level"))) {
      throw StackAuthEndpoint.schemaError(
          call.request(),
          List.of(
              "params.level must be one of the following values: " + String.join(", ", LEVELS)));
    }
    StackAuthProject project = call.project();
    ConfigOverride old = ConfigOverride.of(project.facts().overrides());
    ConfigOverride changed = old.with(call.get(OVERRIDE));
    StackAuthSettings present = project.settings();
    project.configure(settings -> changed.apply(settings, present, old));
    project.facts(project.facts().withOverrides(changed.kept()));
    return StackAuthResponses.success();
  }
}
