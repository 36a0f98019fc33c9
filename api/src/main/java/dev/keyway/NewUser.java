package dev.keyway;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user to be made: at least an e-mail address or a phone number. */
public final class NewUser {

  private final @Nullable EmailAddress email;
  private final boolean emailVerified;
  private final @Nullable PhoneNumber phoneNumber;
  private final @Nullable String displayName;
  private final @Nullable String externalId;
  private final Map<MetadataScope, Map<String, @Nullable Object>> metadata;

  private NewUser(Builder builder) {
    this.email = builder.email;
    this.emailVerified = builder.emailVerified;
    this.phoneNumber = builder.phoneNumber;
    this.displayName = builder.displayName;
    this.externalId = builder.externalId;
    this.metadata = Map.copyOf(builder.metadata);
  }

  /** A user with this address and nothing else. */
  public static NewUser withEmail(EmailAddress email) {
    return builder().email(email).build();
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The address that the user signs in with. */
  public Optional<EmailAddress> email() {
    return Optional.ofNullable(email);
  }

  /**
   * Whether the address counts as verified from the start. Default: false. A provider that can't
   * take the application's word for it fails with {@link ErrorCode#UNSUPPORTED}.
   */
  public boolean emailVerified() {
    return emailVerified;
  }

  /** The number that the user signs in with. Needs {@link Capability#USER_PHONE_NUMBERS}. */
  public Optional<PhoneNumber> phoneNumber() {
    return Optional.ofNullable(phoneNumber);
  }

  /** The name for display. */
  public Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  /** The application's own id for the user. Needs {@link Capability#USER_EXTERNAL_ID}. */
  public Optional<String> externalId() {
    return Optional.ofNullable(externalId);
  }

  /** Metadata by scope. */
  public Map<MetadataScope, Map<String, @Nullable Object>> metadata() {
    return metadata;
  }

  /** Builds {@link NewUser}. */
  public static final class Builder {

    private @Nullable EmailAddress email;
    private boolean emailVerified;
    private @Nullable PhoneNumber phoneNumber;
    private @Nullable String displayName;
    private @Nullable String externalId;
    private final Map<MetadataScope, Map<String, @Nullable Object>> metadata =
        new EnumMap<>(MetadataScope.class);

    private Builder() {}

    /** Sets {@link NewUser#email()}. */
    public Builder email(EmailAddress email) {
      this.email = Arguments.notNull(email, "email");
      return this;
    }

    /** Sets {@link NewUser#emailVerified()}. */
    public Builder emailVerified(boolean emailVerified) {
      this.emailVerified = emailVerified;
      return this;
    }

    /** Sets {@link NewUser#phoneNumber()}. */
    public Builder phoneNumber(PhoneNumber phoneNumber) {
      this.phoneNumber = Arguments.notNull(phoneNumber, "phoneNumber");
      return this;
    }

    /** Sets {@link NewUser#displayName()}: at most 256 characters. */
    public Builder displayName(String displayName) {
      this.displayName =
          Arguments.text(Arguments.notBlank(displayName, "displayName"), "displayName", 256);
      return this;
    }

    /** Sets {@link NewUser#externalId()}. */
    public Builder externalId(String externalId) {
      this.externalId = Arguments.id(externalId, "externalId");
      return this;
    }

    /** Sets one scope of {@link NewUser#metadata()}: JSON-like values only. */
    public Builder metadata(MetadataScope scope, Map<String, ? extends @Nullable Object> values) {
      metadata.put(Arguments.notNull(scope, "scope"), JsonTree.copy(values, "metadata"));
      return this;
    }

    /**
     * The new user.
     *
     * @throws AuthException {@link ErrorCode#INVALID_ARGUMENT} without an address and a number, or
     *     with a verified address that is not there
     */
    public NewUser build() {
      if (email == null && phoneNumber == null) {
        throw Arguments.invalid("newUser", "needs an e-mail address or a phone number");
      }
      if (email == null && emailVerified) {
        throw Arguments.invalid("emailVerified", "needs an e-mail address");
      }
      return new NewUser(this);
    }
  }
}
