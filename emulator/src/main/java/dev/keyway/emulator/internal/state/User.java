package dev.keyway.emulator.internal.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user, as far as all providers agree on what that is. Addresses change through {@link Users}.
 */
public class User {
  private final String id;
  private final List<Address> addresses = new ArrayList<>();
  private Instant createdAt;
  private @Nullable Password password;

  /** Makes a user without any address. */
  protected User(String id, Instant createdAt) {
    this.id = Objects.requireNonNull(id, "id");
    this.createdAt = Objects.requireNonNull(createdAt, "createdAt");
  }

  /** The same user, to be changed apart from {@code other}. */
  protected User(User other) {
    this.id = other.id;
    other.addresses.forEach(address -> this.addresses.add(new Address(address)));
    this.createdAt = other.createdAt;
    this.password = other.password;
  }

  /** Id, unique in the project. */
  public final String id() {
    return id;
  }

  /** When the account was made. */
  public final Instant createdAt() {
    return createdAt;
  }

  /** Moves the beginning of the account, as upgrading an anonymous account does. */
  public final void createdAt(Instant moment) {
    this.createdAt = Objects.requireNonNull(moment, "moment");
  }

  /** All addresses, oldest first: a snapshot. */
  public final List<Address> addresses() {
    return List.copyOf(addresses);
  }

  /** The addresses of one kind, oldest first. */
  public final List<Address> addresses(Address.Kind kind) {
    List<Address> ofKind = new ArrayList<>(addresses.size());
    for (Address address : addresses) {
      if (address.kind() == kind) {
        ofKind.add(address);
      }
    }
    return Collections.unmodifiableList(ofKind);
  }

  /** The address with that id. */
  public final Optional<Address> address(String addressId) {
    for (Address address : addresses) {
      if (address.id().equals(addressId)) {
        return Optional.of(address);
      }
    }
    return Optional.empty();
  }

  /** The address with that value, whatever its spelling. */
  public final Optional<Address> address(Address.Kind kind, String value) {
    Address.Key key = Address.Key.of(kind, value);
    return addresses.stream().filter(a -> a.key().equals(key)).findFirst();
  }

  /** The password; empty when there is none. */
  public final Optional<Password> password() {
    return Optional.ofNullable(password);
  }

  /** Sets the password; null takes it away. */
  public final void password(@Nullable Password replacement) {
    this.password = replacement;
  }

  final void add(Address address) {
    addresses.add(address);
  }

  final void remove(Address address) {
    addresses.remove(address);
  }
}
