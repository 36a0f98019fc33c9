package dev.keyway.emulator.internal.route;

import jakarta.inject.Provider;
import java.util.Set;

/**
 * An area that is bound when the first request to one of its resources comes, so that a start loads
 * nothing of it.
 *
 * @param <B> the vendor's book of routes
 * @param resources the second words of the operation ids that it binds: "team" for {@code
 *     acme.team.list}
 * @param area makes it
 */
public record LazyArea<B>(Set<String> resources, Provider<? extends RouteArea<B>> area) {
  /** Copies the names. */
  public LazyArea {
    resources = Set.copyOf(resources);
  }

  /** Binds the operations of {@code resources}. */
  public static <B> LazyArea<B> of(Provider<? extends RouteArea<B>> area, String... resources) {
    return new LazyArea<>(Set.of(resources), area);
  }
}
