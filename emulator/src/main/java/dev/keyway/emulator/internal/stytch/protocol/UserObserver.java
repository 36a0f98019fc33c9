package dev.keyway.emulator.internal.stytch.protocol;

import dev.keyway.emulator.internal.stytch.state.StytchProject;
import java.util.function.Supplier;

/** Looks on while a request is answered, and tells what became of users. */
public interface UserObserver {

  /**
   * Does the work of one request and tells which users it made, changed or deleted, also when it
   * ends in a failure. The caller holds the project's lock.
   */
  <T> T during(StytchProject project, Supplier<T> work);
}
