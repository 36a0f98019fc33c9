package dev.keyway.emulator.internal.state;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.internal.address.CanonicalEmail;
import java.time.Instant;
import java.util.Objects;

/**
 * A way to reach a person that may also identify them. Change it through {@link Users} only, which
 * keeps the index of identifying addresses.
 */
public final class Address {

  /** Mail or phone. */
  public enum Kind {
    /** An e-mail address. */
    EMAIL,
    /** A phone number in E.164 form. */
    PHONE
  }

  private final String id;
  private final Kind kind;
  private final Instant createdAt;
  private String value;
  private boolean verified;
  private boolean identifying;

  /**
   * Makes an address that belongs to nobody yet.
   *
   * @param identifying whether it may be used to sign in, and so must be unique in its project
   */
  public Address(
      String id, Kind kind, String value, boolean verified, boolean identifying, Instant created) {
    this.id = Objects.requireNonNull(id, "id");
    this.kind = Objects.requireNonNull(kind, "kind");
    this.value = Objects.requireNonNull(value, "value");
    this.verified = verified;
    this.identifying = identifying;
    this.createdAt = Objects.requireNonNull(created, "created");
  }

  /** The same address, to be changed apart from {@code other}. */
  Address(Address other) {
    this.id = other.id;
    this.kind = other.kind;
    this.createdAt = other.createdAt;
    this.value = other.value;
    this.verified = other.verified;
    this.identifying = other.identifying;
  }

  /** Id, unique in the project. */
  public String id() {
    return id;
  }

  /** Mail or phone. */
  public Kind kind() {
    return kind;
  }

  /** The address as the provider shows it. */
  public String value() {
    return value;
  }

  /** Whether its owner proved to read it. */
  public boolean verified() {
    return verified;
  }

  /** Records whether its owner proved to read it. */
  public void verified(boolean proved) {
    this.verified = proved;
  }

  /** Whether it may be used to sign in. */
  public boolean identifying() {
    return identifying;
  }

  /** When it was added. */
  public Instant createdAt() {
    return createdAt;
  }

  /** As an onlooker sees it. */
  public Account.Contact contact() {
    return new Account.Contact(Account.Contact.Kind.valueOf(kind.name()), value, verified);
  }

  void value(String changed) {
    this.value = changed;
  }

  void identifying(boolean changed) {
    this.identifying = changed;
  }

  Key key() {
    return Key.of(kind, value);
  }

  /** What makes two addresses the same: mails compare by their one spelling. */
  record Key(Kind kind, String normalized) {
    static Key of(Kind kind, String value) {
      return new Key(kind, kind == Kind.EMAIL ? CanonicalEmail.of(value) : value.strip());
    }
  }
}
