package dev.keyway.providers.stytch.consumer;

import static dev.keyway.providers.http.ViewCalls.notNull;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of an app when it is made or changed. Immutable. */
public final class ConnectedAppFields {

  private final @Nullable String name;
  private final @Nullable String description;
  private final @Nullable List<URI> redirectUrls;
  private final @Nullable Boolean fullAccessAllowed;
  private final @Nullable Duration accessTokenLife;

  private ConnectedAppFields(Builder builder) {
    this.name = builder.name;
    this.description = builder.description;
    this.redirectUrls = builder.redirectUrls;
    this.fullAccessAllowed = builder.fullAccessAllowed;
    this.accessTokenLife = builder.accessTokenLife;
  }

  /** A builder with nothing said. */
  public static Builder builder() {
    return new Builder();
  }

  /** For people. */
  public Optional<String> name() {
    return Optional.ofNullable(name);
  }

  /** For people. */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /** Where the app may be sent back to, in place of what was there. */
  public Optional<List<URI>> redirectUrls() {
    return Optional.ofNullable(redirectUrls);
  }

  /** Whether the app's tokens may become sessions; first-party apps only. Default: no. */
  public Optional<Boolean> fullAccessAllowed() {
    return Optional.ofNullable(fullAccessAllowed);
  }

  /** How long the app's tokens last: whole minutes. Default: an hour. */
  public Optional<Duration> accessTokenLife() {
    return Optional.ofNullable(accessTokenLife);
  }

  /** Builds {@link ConnectedAppFields}. */
  public static final class Builder {

    private @Nullable String name;
    private @Nullable String description;
    private @Nullable List<URI> redirectUrls;
    private @Nullable Boolean fullAccessAllowed;
    private @Nullable Duration accessTokenLife;

    private Builder() {}

    /** Sets {@link ConnectedAppFields#name()}. */
    public Builder name(String name) {
      this.name = notNull(name, "name");
      return this;
    }

    /** Sets {@link ConnectedAppFields#description()}. */
    public Builder description(String description) {
      this.description = notNull(description, "description");
      return this;
    }

    /** Sets {@link ConnectedAppFields#redirectUrls()}. */
    public Builder redirectUrls(URI... redirectUrls) {
      this.redirectUrls = List.of(notNull(redirectUrls, "redirectUrls"));
      return this;
    }

    /** Sets {@link ConnectedAppFields#fullAccessAllowed()}. */
    public Builder fullAccessAllowed(boolean fullAccessAllowed) {
      this.fullAccessAllowed = fullAccessAllowed;
      return this;
    }

    /** Sets {@link ConnectedAppFields#accessTokenLife()}. */
    public Builder accessTokenLife(Duration accessTokenLife) {
      this.accessTokenLife = notNull(accessTokenLife, "accessTokenLife");
      return this;
    }

    /** What is said. */
    public ConnectedAppFields build() {
      return new ConnectedAppFields(this);
    }
  }
}
