package dev.keyway.emulator.internal.stytch.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.state.User;
import dev.keyway.emulator.stytch.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user with what Stytch adds. */
public final class StytchUser extends User {
  /** Grows with every user: the order in which they are listed. */
  public final long sequence;

  public final List<OAuthRegistration> oauthRegistrations = new ArrayList<>();
  public final List<WebAuthnRegistration> webAuthnRegistrations = new ArrayList<>();
  public PersonName name = PersonName.NONE;
  public boolean pending;
  public boolean invited;
  public List<String> roles = List.of();
  public ObjectNode trustedMetadata = Json.object();
  public ObjectNode untrustedMetadata = Json.object();
  public int failedAttempts;
  public @Nullable String externalId;
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
    this.name = other.name;
    this.pending = other.pending;
    this.invited = other.invited;
    this.roles = List.copyOf(other.roles);
    this.trustedMetadata = other.trustedMetadata.deepCopy();
    this.untrustedMetadata = other.untrustedMetadata.deepCopy();
    this.failedAttempts = other.failedAttempts;
    this.externalId = other.externalId;
    this.lockedAt = other.lockedAt;
    this.lockedUntil = other.lockedUntil;
    this.totp = other.totp;
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
    roles.stream().filter(role -> !role.equals(Role.EVERYBODY)).forEach(all::add);
    return all;
  }

  /** How many ways to sign in the user has. */
  public int factorCount() {
    return addresses().size()
        + oauthRegistrations.size()
        + webAuthnRegistrations.size()
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
