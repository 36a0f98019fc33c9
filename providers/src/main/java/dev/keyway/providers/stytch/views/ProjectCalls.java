package dev.keyway.providers.stytch.views;

import dev.keyway.CallOptions;
import dev.keyway.providers.http.Answer;
import dev.keyway.providers.http.ViewCalls;
import dev.keyway.providers.stytch.consumer.Project;
import dev.keyway.providers.stytch.consumer.ProjectMetrics;
import dev.keyway.providers.stytch.wire.ProjectApi;
import java.util.stream.Collectors;

/** {@link Project} by the routes of that name. */
final class ProjectCalls implements Project {

  private final ViewCalls calls;
  private final ProjectApi api;

  ProjectCalls(ViewCalls calls, ProjectApi api) {
    this.calls = calls;
    this.api = api;
  }

  @Override
  public ProjectMetrics metrics(CallOptions options) {
    return calls.call(
        "stytch.project.metrics",
        options,
        () -> {
          ProjectApi.Metrics wire = api.metrics();
          return Answer.read(
              () ->
                  new ProjectMetrics(
                      wire.metrics().stream()
                          .collect(
                              Collectors.toMap(
                                  ProjectApi.Metric::metricType,
                                  ProjectApi.Metric::count,
                                  Long::sum))));
        });
  }
}
