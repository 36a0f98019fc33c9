package dev.keyway.conformance;

import dev.keyway.Capability;
import dev.keyway.spi.Areas;
import dev.keyway.spi.AuthProvider;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider with one area that a saboteur stands before. */
final class BrokenProvider extends DelegatingProvider {

  private final AuthProvider real;
  private final @Nullable Area area;
  private final Saboteur.Sabotage sabotage;
  private final Set<Capability> pretended;

  private BrokenProvider(
      AuthProvider real,
      @Nullable Area area,
      Saboteur.Sabotage sabotage,
      Set<Capability> pretended) {
    super(real);
    this.real = real;
    this.area = area;
    this.sabotage = sabotage;
    this.pretended = pretended;
  }

  static BrokenProvider at(Area area, AuthProvider real, Saboteur.Sabotage sabotage) {
    return new BrokenProvider(real, area, sabotage, Set.of());
  }

  static BrokenProvider pretending(AuthProvider real, Capability... capabilities) {
    return new BrokenProvider(real, null, Saboteur.Call::real, Set.of(capabilities));
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> all = EnumSet.copyOf(super.capabilities());
    all.addAll(pretended);
    return all;
  }

  @Override
  public Areas areas() {
    return area == null ? super.areas() : area.broken(real, sabotage);
  }
}
