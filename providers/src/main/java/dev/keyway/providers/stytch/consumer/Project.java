package dev.keyway.providers.stytch.consumer;

import dev.keyway.CallOptions;

/**
 * The project itself.
 *
 * @see StytchConsumer#project()
 */
public interface Project {

  /**
   * How many users and machines the project has.
   *
   * @param options the timeout
   * @see <a href="https://stytch.com/docs/api/project-metrics">Stytch: project metrics</a>
   */
  ProjectMetrics metrics(CallOptions options);
}
