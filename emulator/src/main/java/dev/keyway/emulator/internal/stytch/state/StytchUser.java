package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.attribute.Attribute;
import dev.keyway.emulator.internal.attribute.Attributes;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.User;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.stytch.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user with what Stytch adds. */
public final class StytchUser extends User {
  /** Grows with every user: the order in which they are listed. */
  public final long sequence;

  public final List<OAuthRegistration> oauthRegistrations = new ArrayList<>();
  public final List<WebAuthnRegistration> webAuthnRegistrations = new ArrayList<>();
  public final List<BiometricRegistration> biometricRegistrations = new ArrayList<>();
  public final List<CryptoWallet> cryptoWallets = new ArrayList<>();
  private Attributes attributes = Attributes.usual(StytchUserRows.ALL);
  public PersonName name = PersonName.NONE;
  public @Nullable Instant lockedAt;
  public @Nullable Instant lockedUntil;
  public @Nullable TotpRegistration totp;

  public StytchUser(String id, Instant createdAt, long sequence) {
    super(id, createdAt);
    this.sequence = sequence;
  }

  /** The same user, to be changed apart from {@code other}. */
  StytchUser(StytchUser other) {
    super(other);
    this.sequence = other.sequence;
    this.oauthRegistrations.addAll(other.oauthRegistrations);
    this.webAuthnRegistrations.addAll(other.webAuthnRegistrations);
    this.biometricRegistrations.addAll(other.biometricRegistrations);
    this.cryptoWallets.addAll(other.cryptoWallets);
    this.attributes = other.attributes;
    this.name = other.name;
    this.lockedAt = other.lockedAt;
    this.lockedUntil = other.lockedUntil;
    this.totp = other.totp;
  }

  /** The user as they are now, whatever becomes of them. */
  public StytchUser asOfNow() {
    return new StytchUser(this);
  }

  /**
   * Whether nothing has become of the user since {@code before}. What they consist of never changes
   * itself, it is replaced; addresses alone change.
   */
  public boolean isAsIn(StytchUser before) {
    return attributes.equals(before.attributes)
        && name.equals(before.name)
        && Objects.equals(lockedAt, before.lockedAt)
        && Objects.equals(lockedUntil, before.lockedUntil)
        && Objects.equals(totp, before.totp)
        && password().equals(before.password())
        && createdAt().equals(before.createdAt())
        && oauthRegistrations.equals(before.oauthRegistrations)
        && webAuthnRegistrations.equals(before.webAuthnRegistrations)
        && biometricRegistrations.equals(before.biometricRegistrations)
        && cryptoWallets.equals(before.cryptoWallets)
        && addressesAreAsIn(before);
  }

  private boolean addressesAreAsIn(StytchUser before) {
    List<Address> now = addresses();
    List<Address> then = before.addresses();
    if (now.size() != then.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      Address one = now.get(i);
      Address other = then.get(i);
      if (!one.id().equals(other.id())
          || !one.value().equals(other.value())
          || one.verified() != other.verified()) {
        return false;
      }
    }
    return true;
  }

  /** What is a plain value. */
  public Attributes attributes() {
    return attributes;
  }

  /** Changes what are plain values. */
  public void attributes(Attributes changed) {
    attributes = changed;
  }

  public <T> T get(Attribute<T> row) {
    return attributes.get(row);
  }

  public <T> void set(Attribute<T> row, T value) {
    attributes = attributes.with(row, value);
  }

  /** Whether too many attempts failed a short while ago. */
  public boolean lockedAt(Instant moment) {
    return lockedUntil != null && moment.isBefore(lockedUntil);
  }

  /** The TOTP, confirmed or not. */
  public Optional<TotpRegistration> totp() {
    return Optional.ofNullable(totp);
  }

  /** The roles that the user has, the one that everybody has first. */
  public List<String> allRoles() {
    List<String> all = new ArrayList<>();
    all.add(Role.EVERYBODY);
    for (String role : get(StytchUserRows.ROLES)) {
      if (!role.equals(Role.EVERYBODY)) {
        all.add(role);
      }
    }
    return all;
  }

  /** How many ways to sign in the user has. */
  public int factorCount() {
    return addresses().size()
        + oauthRegistrations.size()
        + webAuthnRegistrations.size()
        + biometricRegistrations.size()
        + cryptoWallets.size()
        + (totp == null ? 0 : 1)
        + (password().isPresent() ? 1 : 0);
  }

  /** What stands for the user where one line must do: name, e-mail address or phone number. */
  public String label() {
    if (!name.full().isEmpty()) {
      return name.full();
    }
    return addresses().stream().findFirst().map(Address::value).orElse(id());
  }
}
