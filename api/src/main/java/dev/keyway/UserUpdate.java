package dev.keyway;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes to a user: what is not set stays as it is. */
public final class UserUpdate {

  private final @Nullable String displayName;
  private final @Nullable String externalId;
  private final Map<MetadataScope, Map<String, @Nullable Object>> metadata;

  private UserUpdate(Builder builder) {
    this.displayName = builder.displayName;
    this.externalId = builder.externalId;
    this.metadata = Map.copyOf(builder.metadata);
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** The new name for display; an empty text takes the name away. */
  public Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  /** The application's own id for the user. Needs {@link Capability#USER_EXTERNAL_ID}. */
  public Optional<String> externalId() {
    return Optional.ofNullable(externalId);
  }

  /**
   * The scopes whose metadata is replaced, each as a whole. Where a provider only merges keys, the
   * keys to be dropped are read first: two such updates at the same time may then leave keys of
   * both.
   */
  public Map<MetadataScope, Map<String, @Nullable Object>> metadata() {
    return metadata;
  }

  /** Builds {@link UserUpdate}. */
  public static final class Builder {

    private @Nullable String displayName;
    private @Nullable String externalId;
    private final Map<MetadataScope, Map<String, @Nullable Object>> metadata =
        new EnumMap<>(MetadataScope.class);

    private Builder() {}

    /** Sets {@link UserUpdate#displayName()}: at most 256 characters. */
    public Builder displayName(String displayName) {
      this.displayName = Arguments.text(displayName, "displayName", 256);
      return this;
    }

    /** Sets {@link UserUpdate#externalId()}. */
    public Builder externalId(String externalId) {
      this.externalId = Arguments.id(externalId, "externalId");
      return this;
    }

    /** Sets one scope of {@link UserUpdate#metadata()}: JSON-like values only. */
    public Builder metadata(MetadataScope scope, Map<String, ? extends @Nullable Object> values) {
      metadata.put(Arguments.notNull(scope, "scope"), JsonTree.copy(values, "metadata"));
      return this;
    }

    /** The changes. */
    public UserUpdate build() {
      return new UserUpdate(this);
    }
  }
}
