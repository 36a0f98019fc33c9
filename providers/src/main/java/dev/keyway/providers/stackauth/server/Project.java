package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;

/**
 * The project's own settings.
 *
 * @see StackAuthServer#project()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code
 *     projects/current}
 */
public interface Project {

  /** What the project allows now: which ways to sign in a page should offer. */
  ProjectSettings settings(CallOptions options);
}
