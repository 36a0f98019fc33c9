package dev.keyway.conformance;

import dev.keyway.Capability;
import dev.keyway.Passwords;
import dev.keyway.Sessions;
import dev.keyway.Users;
import dev.keyway.spi.AuthProvider;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A provider with areas that a saboteur stands before. */
final class BrokenProvider extends DelegatingProvider {

  private final Class<?> area;
  private final Saboteur.Sabotage sabotage;
  private final Set<Capability> pretended;

  private BrokenProvider(
      AuthProvider real, Class<?> area, Saboteur.Sabotage sabotage, Set<Capability> pretended) {
    super(real);
    this.area = area;
    this.sabotage = sabotage;
    this.pretended = pretended;
  }

  // Named for their areas: the suite's nested classes have the names of the interfaces.
  static BrokenProvider atPasswords(AuthProvider real, Saboteur.Sabotage sabotage) {
    return new BrokenProvider(real, Passwords.class, sabotage, Set.of());
  }

  static BrokenProvider atSessions(AuthProvider real, Saboteur.Sabotage sabotage) {
    return new BrokenProvider(real, Sessions.class, sabotage, Set.of());
  }

  static BrokenProvider atUsers(AuthProvider real, Saboteur.Sabotage sabotage) {
    return new BrokenProvider(real, Users.class, sabotage, Set.of());
  }

  static BrokenProvider pretending(AuthProvider real, Capability... capabilities) {
    return new BrokenProvider(real, Void.class, Saboteur.Call::real, Set.of(capabilities));
  }

  @Override
  public Set<Capability> capabilities() {
    Set<Capability> all = EnumSet.copyOf(super.capabilities());
    all.addAll(pretended);
    return all;
  }

  @Override
  public Optional<Passwords> passwords() {
    return broken(Passwords.class, super.passwords());
  }

  @Override
  public Optional<Sessions> sessions() {
    return broken(Sessions.class, super.sessions());
  }

  @Override
  public Optional<Users> users() {
    return broken(Users.class, super.users());
  }

  private <A> Optional<A> broken(Class<A> type, Optional<A> real) {
    return area == type ? real.map(whole -> Saboteur.before(type, whole, sabotage)) : real;
  }
}
