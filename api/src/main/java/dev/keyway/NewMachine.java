package dev.keyway;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A machine to be made. */
public final class NewMachine {

  private final String name;
  private final @Nullable UserId owner;
  private final Set<String> scopes;
  private final @Nullable Instant expiresAt;

  private NewMachine(Builder builder) {
    this.name = builder.name;
    this.owner = builder.owner;
    this.scopes = builder.scopes;
    this.expiresAt = builder.expiresAt;
  }

  /**
   * A builder with nothing else set.
   *
   * @param name the name for display: not blank, at most 256 characters
   */
  public static Builder named(String name) {
    return new Builder(name);
  }

  /** The name for display. */
  public String name() {
    return name;
  }

  /**
   * The user on whose behalf the machine acts. Needs {@link Capability#MACHINE_OWNER}, and must be
   * given where that is declared.
   */
  public Optional<UserId> owner() {
    return Optional.ofNullable(owner);
  }

  /** What it may do at most. Default: nothing. Needs {@link Capability#MACHINE_SCOPES}. */
  public Set<String> scopes() {
    return scopes;
  }

  /** When its secret stops working. Default: never. Needs {@link Capability#MACHINE_EXPIRY}. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  /** Builds {@link NewMachine}. */
  public static final class Builder {

    private final String name;
    private @Nullable UserId owner;
    private Set<String> scopes = Set.of();
    private @Nullable Instant expiresAt;

    private Builder(String name) {
      this.name = Arguments.text(Arguments.notBlank(name, "name"), "name", 256);
    }

    /** Sets {@link NewMachine#owner()}. */
    public Builder owner(UserId owner) {
      this.owner = Arguments.notNull(owner, "owner");
      return this;
    }

    /** Sets {@link NewMachine#scopes()}: each such as {@code read:documents}, without blanks. */
    public Builder scopes(Collection<String> scopes) {
      this.scopes = Arguments.scopes(scopes);
      return this;
    }

    /** Sets {@link NewMachine#expiresAt()}. */
    public Builder expiresAt(Instant expiresAt) {
      this.expiresAt = Arguments.notNull(expiresAt, "expiresAt");
      return this;
    }

    /** The new machine. */
    public NewMachine build() {
      return new NewMachine(this);
    }
  }
}
