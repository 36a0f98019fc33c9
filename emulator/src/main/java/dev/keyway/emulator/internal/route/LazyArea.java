package dev.keyway.emulator.internal.route;

import jakarta.inject.Provider;
import java.util.Set;

/**
 * An area that is bound when the first request to one of its resources comes, so that a start loads
 * nothing of it. No record: those of a start are put into sets, and a record's equality is made of
 * some fifty classes when it is first asked for.
 *
 * @param <B> the vendor's book of routes
 */
public final class LazyArea<B> {
  private final Set<String> resources;
  private final Provider<? extends RouteArea<B>> area;

  private LazyArea(Set<String> resources, Provider<? extends RouteArea<B>> area) {
    this.resources = resources;
    this.area = area;
  }

  /** Binds the operations of {@code resources}. */
  public static <B> LazyArea<B> of(Provider<? extends RouteArea<B>> area, String... resources) {
    return new LazyArea<>(Set.of(resources), area);
  }

  /** The second words of the operation ids that it binds: "team" for {@code acme.team.list}. */
  public Set<String> resources() {
    return resources;
  }

  /** Makes it. */
  public Provider<? extends RouteArea<B>> area() {
    return area;
  }
}
