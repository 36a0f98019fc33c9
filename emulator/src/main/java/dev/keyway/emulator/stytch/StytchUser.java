package dev.keyway.emulator.stytch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.core.Address;
import dev.keyway.emulator.core.Person;
import dev.keyway.emulator.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user with what Stytch adds. */
final class StytchUser extends Person {
  /** Grows with every user: the order in which they are listed. */
  final long sequence;

  final List<OAuthRegistration> oauthRegistrations = new ArrayList<>();
  final List<WebAuthnRegistration> webAuthnRegistrations = new ArrayList<>();
  PersonName name = PersonName.NONE;
  boolean pending;
  boolean invited;
  List<String> roles = List.of();
  ObjectNode trustedMetadata = Json.object();
  ObjectNode untrustedMetadata = Json.object();
  int failedAttempts;
  @Nullable String externalId;
  @Nullable Instant lockedAt;
  @Nullable Instant lockedUntil;
  @Nullable TotpRegistration totp;

  StytchUser(String id, Instant createdAt, long sequence) {
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
  boolean lockedAt(Instant moment) {
    return lockedUntil != null && moment.isBefore(lockedUntil);
  }

  /** The TOTP, confirmed or not. */
  Optional<TotpRegistration> totp() {
    return Optional.ofNullable(totp);
  }

  /** The roles that the user has, the one that everybody has first. */
  List<String> allRoles() {
    List<String> all = new ArrayList<>();
    all.add(Role.EVERYBODY);
    roles.stream().filter(role -> !role.equals(Role.EVERYBODY)).forEach(all::add);
    return all;
  }

  /** How many ways to sign in the user has. */
  int factorCount() {
    return addresses().size()
        + oauthRegistrations.size()
        + webAuthnRegistrations.size()
        + (totp == null ? 0 : 1)
        + (password().isPresent() ? 1 : 0);
  }

  /** What stands for the user where one line must do: name, e-mail address or phone number. */
  String label() {
    if (!name.full().isEmpty()) {
      return name.full();
    }
    return addresses().stream().findFirst().map(Address::value).orElse(id());
  }
}
