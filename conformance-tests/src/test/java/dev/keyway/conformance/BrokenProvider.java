package dev.keyway.conformance;

import dev.keyway.Capability;
import dev.keyway.MagicLinks;
import dev.keyway.OAuth;
import dev.keyway.Otps;
import dev.keyway.Passkeys;
import dev.keyway.Passwords;
import dev.keyway.SecondFactor;
import dev.keyway.Sessions;
import dev.keyway.Totp;
import dev.keyway.Users;
import dev.keyway.spi.AuthProvider;
import java.util.EnumSet;
import java.util.Optional;
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
  public Optional<Passwords> passwords() {
    return broken(Passwords.class, super.passwords());
  }

  @Override
  public Optional<Otps> otps() {
    return broken(Otps.class, super.otps());
  }

  @Override
  public Optional<MagicLinks> magicLinks() {
    return broken(MagicLinks.class, super.magicLinks());
  }

  @Override
  public Optional<OAuth> oauth() {
    return broken(OAuth.class, super.oauth());
  }

  @Override
  public Optional<Passkeys> passkeys() {
    return broken(Passkeys.class, super.passkeys());
  }

  @Override
  public Optional<Totp> totp() {
    return broken(Totp.class, super.totp());
  }

  @Override
  public Optional<SecondFactor> secondFactor() {
    return broken(SecondFactor.class, super.secondFactor());
  }

  @Override
  public Optional<Sessions> sessions() {
    return broken(Sessions.class, super.sessions());
  }

  @Override
  public Optional<Users> users() {
    return broken(Users.class, super.users());
  }

  private <A> Optional<A> broken(Class<A> type, Optional<A> whole) {
    return area != null && area.type() == type
        ? whole.map(part -> Saboteur.before(type, part, real, sabotage))
        : whole;
  }
}
