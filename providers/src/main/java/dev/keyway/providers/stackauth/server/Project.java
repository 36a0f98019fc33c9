package dev.keyway.providers.stackauth.server;

import dev.keyway.CallOptions;
import dev.keyway.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The project's own settings. All may be read by a server in part; the rest, and every change, is
 * the administrator's: set {@code keyway.stack-auth.super-secret-admin-key}, and only where it is
 * needed. Without it these calls fail with {@link ErrorCode#CONFIGURATION_INVALID} and nothing is
 * sent.
 *
 * @see StackAuthServer#project()
 * @see <a href="https://docs.stack-auth.com/api/overview">Stack Auth's API</a>, {@code
 *     projects/current} and {@code internal}
 */
public interface Project {

  /** What the project allows now: which ways to sign in a page should offer. */
  ProjectSettings settings(CallOptions options);

  /**
   * Changes what is said and leaves the rest. With the administrator's key.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} for what Stack Auth does not take, with
   * nothing changed.
   *
   * @param changes what to change
   * @param options the timeout
   * @return what the project allows from now on
   */
  ProjectSettings update(ProjectChanges changes, CallOptions options);

  /**
   * The whole configuration as Stack Auth has it: maps, lists, texts, numbers, booleans and nulls.
   * With the administrator's key. It may hold secrets, such as those of identity providers.
   *
   * @param options the timeout
   * @return the tree; which keys there are is Stack Auth's matter, and may change with it
   */
  Map<String, @Nullable Object> configuration(CallOptions options);

  /**
   * Writes parts of the configuration. With the administrator's key.
   *
   * <p>Fails with {@link ErrorCode#INVALID_ARGUMENT} for values that Stack Auth does not take, with
   * nothing written.
   *
   * @param level which layer
   * @param values by key, with dots between the parts: {@code domains.allowLocalhost}; a value
   *     takes the place of all below its key, and null takes it away
   * @param options the timeout
   */
  void configure(
      ConfigLevel level, Map<String, ? extends @Nullable Object> values, CallOptions options);
}
