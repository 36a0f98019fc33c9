package dev.keyway;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as the provider held it when the call was answered.
 *
 * <p>Two values are equal when they are the same user ({@link #id()}); what they say may differ, as
 * they were read at different times. {@link #toString()} shows the id only.
 */
public final class User {

  private final UserId id;
  private final List<UserEmail> emails;
  private final List<UserPhoneNumber> phoneNumbers;
  private final @Nullable String displayName;
  private final @Nullable Instant createdAt;
  private final @Nullable String externalId;
  private final boolean hasPassword;
  private final Set<SecondFactorKind> secondFactors;
  private final Set<OAuthProviderId> oauthProviders;
  private final boolean anonymous;
  private final boolean restricted;
  private final boolean locked;
  private final Map<MetadataScope, Map<String, @Nullable Object>> metadata;

  private User(Builder builder) {
    this.id = builder.id;
    this.emails = builder.emails;
    this.phoneNumbers = builder.phoneNumbers;
    this.displayName = builder.displayName;
    this.createdAt = builder.createdAt;
    this.externalId = builder.externalId;
    this.hasPassword = builder.hasPassword;
    this.secondFactors = builder.secondFactors;
    this.oauthProviders = builder.oauthProviders;
    this.anonymous = builder.anonymous;
    this.restricted = builder.restricted;
    this.locked = builder.locked;
    this.metadata = Map.copyOf(builder.metadata);
  }

  /** A builder, for providers and tests. */
  public static Builder builder(UserId id) {
    return new Builder(id);
  }

  /** The identifier at the provider. */
  public UserId id() {
    return id;
  }

  /**
   * E-mail addresses, the primary one first. Ones that {@link EmailAddress} has no form for, such
   * as those with letters beyond ASCII before the {@code @}, are left out.
   */
  public List<UserEmail> emails() {
    return emails;
  }

  /** Phone numbers; what {@link PhoneNumber} has no form for is left out. */
  public List<UserPhoneNumber> phoneNumbers() {
    return phoneNumbers;
  }

  /** The name for display, if set. */
  public Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  /** When the account was made, if the provider says. */
  public Optional<Instant> createdAt() {
    return Optional.ofNullable(createdAt);
  }

  /** The application's own id for the user, if set. */
  public Optional<String> externalId() {
    return Optional.ofNullable(externalId);
  }

  /** Whether the user can sign in with a password. */
  public boolean hasPassword() {
    return hasPassword;
  }

  /**
   * The second factors that a sign-in of this user will ask for; empty when one factor is enough.
   */
  public Set<SecondFactorKind> secondFactors() {
    return secondFactors;
  }

  /** The identity providers that are linked. */
  public Set<OAuthProviderId> oauthProviders() {
    return oauthProviders;
  }

  /** Whether this is an anonymous user, who has not signed up yet. */
  public boolean anonymous() {
    return anonymous;
  }

  /**
   * Whether the account is restricted, such as before its e-mail address is verified where the
   * project wants that.
   */
  public boolean restricted() {
    return restricted;
  }

  /** Whether the account is locked after failed attempts. */
  public boolean locked() {
    return locked;
  }

  /**
   * One scope's metadata, unmodifiable; empty when there is none or the provider has no such scope.
   */
  public Map<String, @Nullable Object> metadata(MetadataScope scope) {
    return metadata.getOrDefault(Arguments.notNull(scope, "scope"), Map.of());
  }

  /** The primary address: the first of {@link #emails()}. */
  public Optional<UserEmail> primaryEmail() {
    return emails.stream().findFirst();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof User that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "User[" + id.value() + "]";
  }

  /** Builds {@link User}. */
  public static final class Builder {

    private final UserId id;
    private List<UserEmail> emails = List.of();
    private List<UserPhoneNumber> phoneNumbers = List.of();
    private @Nullable String displayName;
    private @Nullable Instant createdAt;
    private @Nullable String externalId;
    private boolean hasPassword;
    private Set<SecondFactorKind> secondFactors = Set.of();
    private Set<OAuthProviderId> oauthProviders = Set.of();
    private boolean anonymous;
    private boolean restricted;
    private boolean locked;
    private final Map<MetadataScope, Map<String, @Nullable Object>> metadata =
        new EnumMap<>(MetadataScope.class);

    private Builder(UserId id) {
      this.id = Arguments.notNull(id, "id");
    }

    /** Sets {@link User#emails()}. */
    public Builder emails(Collection<UserEmail> emails) {
      this.emails = Arguments.copyList(emails, "emails");
      return this;
    }

    /** Sets {@link User#phoneNumbers()}. */
    public Builder phoneNumbers(Collection<UserPhoneNumber> phoneNumbers) {
      this.phoneNumbers = Arguments.copyList(phoneNumbers, "phoneNumbers");
      return this;
    }

    /** Sets {@link User#displayName()}. */
    public Builder displayName(@Nullable String displayName) {
      this.displayName = displayName;
      return this;
    }

    /** Sets {@link User#createdAt()}. */
    public Builder createdAt(@Nullable Instant createdAt) {
      this.createdAt = createdAt;
      return this;
    }

    /** Sets {@link User#externalId()}. */
    public Builder externalId(@Nullable String externalId) {
      this.externalId = externalId;
      return this;
    }

    /** Sets {@link User#hasPassword()}. */
    public Builder hasPassword(boolean hasPassword) {
      this.hasPassword = hasPassword;
      return this;
    }

    /** Sets {@link User#secondFactors()}. */
    public Builder secondFactors(Collection<SecondFactorKind> secondFactors) {
      this.secondFactors = Arguments.copySet(secondFactors, "secondFactors");
      return this;
    }

    /** Sets {@link User#oauthProviders()}. */
    public Builder oauthProviders(Collection<OAuthProviderId> oauthProviders) {
      this.oauthProviders = Arguments.copySet(oauthProviders, "oauthProviders");
      return this;
    }

    /** Sets {@link User#anonymous()}. */
    public Builder anonymous(boolean anonymous) {
      this.anonymous = anonymous;
      return this;
    }

    /** Sets {@link User#restricted()}. */
    public Builder restricted(boolean restricted) {
      this.restricted = restricted;
      return this;
    }

    /** Sets {@link User#locked()}. */
    public Builder locked(boolean locked) {
      this.locked = locked;
      return this;
    }

    /** Sets one scope's metadata. */
    public Builder metadata(MetadataScope scope, Map<String, ? extends @Nullable Object> values) {
      metadata.put(Arguments.notNull(scope, "scope"), JsonTree.copy(values, "metadata"));
      return this;
    }

    /** The value. */
    public User build() {
      return new User(this);
    }
  }
}
