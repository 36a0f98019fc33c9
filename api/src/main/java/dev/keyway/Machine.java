package dev.keyway;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program that has a credential of its own, as an administrator sees it.
 *
 * <p>Two values are equal when they are the same machine.
 *
 * @see Machines
 */
public final class Machine {

  private final MachineId id;
  private final String name;
  private final @Nullable UserId owner;
  private final Set<String> scopes;
  private final boolean revoked;
  private final @Nullable Instant createdAt;
  private final @Nullable Instant expiresAt;
  private final @Nullable String secretEnding;

  private Machine(Builder builder) {
    this.id = builder.id;
    this.name = builder.name;
    this.owner = builder.owner;
    this.scopes = builder.scopes;
    this.revoked = builder.revoked;
    this.createdAt = builder.createdAt;
    this.expiresAt = builder.expiresAt;
    this.secretEnding = builder.secretEnding;
  }

  /**
   * A builder, for providers and tests.
   *
   * @param id see {@link #id()}
   * @param name see {@link #name()}; may be empty
   */
  public static Builder builder(MachineId id, String name) {
    return new Builder(id, name);
  }

  /** The identifier. */
  public MachineId id() {
    return id;
  }

  /** The name for display; empty text if it has none. */
  public String name() {
    return name;
  }

  /**
   * The user on whose behalf it acts, where machines have one: {@link Capability#MACHINE_OWNER}.
   */
  public Optional<UserId> owner() {
    return Optional.ofNullable(owner);
  }

  /** What it may do at most; empty where machines have no scopes. */
  public Set<String> scopes() {
    return scopes;
  }

  /** Whether it was revoked. */
  public boolean revoked() {
    return revoked;
  }

  /** When it was made, if the provider says. */
  public Optional<Instant> createdAt() {
    return Optional.ofNullable(createdAt);
  }

  /** When its credential stops working by itself; empty if it does not. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** The last characters of its secret, by which people tell secrets apart; none if not told. */
  public Optional<String> secretEnding() {
    return Optional.ofNullable(secretEnding);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Machine that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** The id, and whether it was revoked. */
  @Override
  public String toString() {
    return "Machine[" + id.value() + (revoked ? ", revoked" : "") + "]";
  }

  /** Builds {@link Machine}. */
  public static final class Builder {

    private final MachineId id;
    private final String name;
    private @Nullable UserId owner;
    private Set<String> scopes = Set.of();
    private boolean revoked;
    private @Nullable Instant createdAt;
    private @Nullable Instant expiresAt;
    private @Nullable String secretEnding;

    private Builder(MachineId id, String name) {
      this.id = Arguments.notNull(id, "id");
      this.name = Arguments.notNull(name, "name");
    }

    /** Sets {@link Machine#owner()}. */
    public Builder owner(@Nullable UserId owner) {
      this.owner = owner;
      return this;
    }

    /** Sets {@link Machine#scopes()}. */
    public Builder scopes(Set<String> scopes) {
      this.scopes = Arguments.scopes(scopes);
      return this;
    }

    /** Sets {@link Machine#revoked()}. */
    public Builder revoked(boolean revoked) {
      this.revoked = revoked;
      return this;
    }

    /** Sets {@link Machine#createdAt()}. */
    public Builder createdAt(@Nullable Instant createdAt) {
      this.createdAt = createdAt;
      return this;
    }

    /** Sets {@link Machine#expiresAt()}. */
    public Builder expiresAt(@Nullable Instant expiresAt) {
      this.expiresAt = expiresAt;
      return this;
    }

    /** Sets {@link Machine#secretEnding()}. */
    public Builder secretEnding(@Nullable String secretEnding) {
      this.secretEnding = secretEnding;
      return this;
    }

    /** The value. */
    public Machine build() {
      return new Machine(this);
    }
  }
}
