package dev.keyway.emulator.internal.state;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The projects of one provider over all worlds, by everything a request may name them with: project
 * id, public token. This is where worlds are kept apart.
 *
 * @param <P> the provider's project
 */
public final class Directory<P> {
  private final ConcurrentHashMap<String, P> byName = new ConcurrentHashMap<>();

  /**
   * Makes a project known under {@code name}.
   *
   * @throws IllegalStateException if another project has that name
   */
  public void add(String name, P project) {
    if (byName.putIfAbsent(name, project) != null) {
      throw new IllegalStateException("There is already a project named " + name);
    }
  }

  /** Forgets one name of a project; does nothing if another project has it. */
  public void remove(String name, P project) {
    byName.remove(name, project);
  }

  /** The project of that name; empty also for null. */
  public Optional<P> find(@Nullable String name) {
    return name == null ? Optional.empty() : Optional.ofNullable(byName.get(name));
  }
}
