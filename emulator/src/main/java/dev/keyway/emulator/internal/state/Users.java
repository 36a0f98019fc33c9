package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The users of one project. Among addresses that identify, each value exists once; a method that
 * would break this changes nothing and says so by returning false.
 *
 * @param <U> the provider's user
 */
public final class Users<U extends User> {
  private final Map<String, U> byId = new LinkedHashMap<>();
  private final Map<Address.Key, U> byIdentity = new HashMap<>();
  private final Map<String, U> byAddressId = new HashMap<>();

  @NotInSnapshot("looks on while one request is answered")
  private Consumer<U> watcher = user -> {};

  /**
   * The same users, to be changed apart from these.
   *
   * @param copier copies one person
   */
  public Users<U> copy(UnaryOperator<U> copier) {
    Users<U> copy = new Users<>();
    copy.watcher = watcher;
    byId.forEach((id, user) -> copy.byId.put(id, copier.apply(user)));
    byIdentity.forEach((key, user) -> copy.byIdentity.put(key, copy.twin(user)));
    byAddressId.forEach((id, user) -> copy.byAddressId.put(id, copy.twin(user)));
    return copy;
  }

  /**
   * Tells of everybody who is looked up, before anything can be done to them.
   *
   * @param whom told before the lookup answers; of a user who is added, before they are there
   */
  public void watch(Consumer<U> whom) {
    watcher = whom;
  }

  /** Whether a user is there; tells nobody of it. */
  public boolean contains(U user) {
    return byId.get(user.id()) == user;
  }

  /**
   * Adds a user with their first addresses.
   *
   * @return false if one of the identifying addresses is taken; nothing is added then
   */
  public boolean add(U user, List<Address> addresses) {
    if (addresses.stream().anyMatch(a -> a.identifying() && byIdentity.containsKey(a.key()))) {
      return false;
    }
    watcher.accept(user);
    if (byId.putIfAbsent(user.id(), user) != null) {
      throw new IllegalStateException("There is already a user " + user.id());
    }
    for (Address address : addresses) {
      user.add(address);
      index(user, address);
    }
    return true;
  }

  /** Removes a user and all their addresses. */
  public void remove(U user) {
    byId.remove(user.id());
    user.addresses().forEach(this::unindex);
  }

  /** The user with that id. */
  public Optional<U> byId(String id) {
    return told(byId.get(id));
  }

  /** The user whom that address identifies. */
  public Optional<U> byIdentity(Address.Kind kind, String value) {
    return told(byIdentity.get(Address.Key.of(kind, value)));
  }

  /** The owner of the address with that id. */
  public Optional<U> byAddressId(String addressId) {
    return told(byAddressId.get(addressId));
  }

  /** Everybody, oldest first: a live view, for listing only. */
  public Collection<U> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  /** How many there are. */
  public int size() {
    return byId.size();
  }

  /**
   * Gives a user who is in this directory another address.
   *
   * @return false if it should identify and is taken
   */
  public boolean addAddress(U user, Address address) {
    if (address.identifying() && byIdentity.containsKey(address.key())) {
      return false;
    }
    user.add(address);
    index(user, address);
    return true;
  }

  /** Takes an address away from its owner. */
  public void removeAddress(U user, Address address) {
    user.remove(address);
    unindex(address);
  }

  /**
   * Changes the value of an address.
   *
   * @return false if it identifies and the new value is taken by another address
   */
  public boolean changeValue(U user, Address address, String value) {
    Address.Key key = Address.Key.of(address.kind(), value);
    boolean same = key.equals(address.key());
    if (address.identifying() && !same && byIdentity.containsKey(key)) {
      return false;
    }
    unindex(address);
    address.value(value);
    index(user, address);
    return true;
  }

  /**
   * Says whether an address may be used to sign in.
   *
   * @return false if it should from now on and its value is taken
   */
  public boolean changeIdentifying(U user, Address address, boolean identifying) {
    if (identifying && !address.identifying() && byIdentity.containsKey(address.key())) {
      return false;
    }
    unindex(address);
    address.identifying(identifying);
    index(user, address);
    return true;
  }

  private Optional<U> told(@Nullable U found) {
    if (found != null) {
      watcher.accept(found);
    }
    return Optional.ofNullable(found);
  }

  private U twin(U user) {
    return Objects.requireNonNull(byId.get(user.id()), "an index knows somebody unknown");
  }

  private void index(U user, Address address) {
    byAddressId.put(address.id(), user);
    if (address.identifying()) {
      byIdentity.put(address.key(), user);
    }
  }

  private void unindex(Address address) {
    byAddressId.remove(address.id());
    if (address.identifying()) {
      byIdentity.remove(address.key());
    }
  }
}
