package dev.keyway.providers.stackauth.server;

import static dev.keyway.providers.http.ViewCalls.notNull;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is changed of a project; what is not said stays as it is. Immutable. */
public final class ProjectChanges {

  private final @Nullable String displayName;
  private final @Nullable Boolean signUpEnabled;
  private final @Nullable Boolean passwordEnabled;
  private final @Nullable Boolean magicLinkEnabled;
  private final @Nullable Boolean passkeyEnabled;
  private final @Nullable Boolean userApiKeysAllowed;
  private final @Nullable Boolean teamApiKeysAllowed;
  private final @Nullable Set<URI> domains;

  private ProjectChanges(Builder builder) {
    this.displayName = builder.displayName;
    this.signUpEnabled = builder.signUpEnabled;
    this.passwordEnabled = builder.passwordEnabled;
    this.magicLinkEnabled = builder.magicLinkEnabled;
    this.passkeyEnabled = builder.passkeyEnabled;
    this.userApiKeysAllowed = builder.userApiKeysAllowed;
    this.teamApiKeysAllowed = builder.teamApiKeysAllowed;
    this.domains = builder.domains;
  }

  /** A builder with nothing said. */
  public static Builder builder() {
    return new Builder();
  }

  /** The project's name. */
  public Optional<String> displayName() {
    return Optional.ofNullable(displayName);
  }

  /** Whether strangers may sign up. */
  public Optional<Boolean> signUpEnabled() {
    return Optional.ofNullable(signUpEnabled);
  }

  /** Whether people may sign in with a password. */
  public Optional<Boolean> passwordEnabled() {
    return Optional.ofNullable(passwordEnabled);
  }

  /** Whether people may sign in with a mailed code or link. */
  public Optional<Boolean> magicLinkEnabled() {
    return Optional.ofNullable(magicLinkEnabled);
  }

  /** Whether people may sign in with a passkey. */
  public Optional<Boolean> passkeyEnabled() {
    return Optional.ofNullable(passkeyEnabled);
  }

  /** Whether users may have API keys. */
  public Optional<Boolean> userApiKeysAllowed() {
    return Optional.ofNullable(userApiKeysAllowed);
  }

  /** Whether teams may have API keys. */
  public Optional<Boolean> teamApiKeysAllowed() {
    return Optional.ofNullable(teamApiKeysAllowed);
  }

  /**
   * Where callbacks may lead, in place of all that was there; each with {@code /handler} for Stack
   * Auth's own pages.
   */
  public Optional<Set<URI>> domains() {
    return Optional.ofNullable(domains);
  }

  /** Builds {@link ProjectChanges}. */
  public static final class Builder {

    private @Nullable String displayName;
    private @Nullable Boolean signUpEnabled;
    private @Nullable Boolean passwordEnabled;
    private @Nullable Boolean magicLinkEnabled;
    private @Nullable Boolean passkeyEnabled;
    private @Nullable Boolean userApiKeysAllowed;
    private @Nullable Boolean teamApiKeysAllowed;
    private @Nullable Set<URI> domains;

    private Builder() {}

    /** Sets {@link ProjectChanges#displayName()}. */
    public Builder displayName(String displayName) {
      this.displayName = notNull(displayName, "displayName");
      return this;
    }

    /** Sets {@link ProjectChanges#signUpEnabled()}. */
    public Builder signUpEnabled(boolean signUpEnabled) {
      this.signUpEnabled = signUpEnabled;
      return this;
    }

    /** Sets {@link ProjectChanges#passwordEnabled()}. */
    public Builder passwordEnabled(boolean passwordEnabled) {
      this.passwordEnabled = passwordEnabled;
      return this;
    }

    /** Sets {@link ProjectChanges#magicLinkEnabled()}. */
    public Builder magicLinkEnabled(boolean magicLinkEnabled) {
      this.magicLinkEnabled = magicLinkEnabled;
      return this;
    }

    /** Sets {@link ProjectChanges#passkeyEnabled()}. */
    public Builder passkeyEnabled(boolean passkeyEnabled) {
      this.passkeyEnabled = passkeyEnabled;
      return this;
    }

    /** Sets {@link ProjectChanges#userApiKeysAllowed()}. */
    public Builder userApiKeysAllowed(boolean userApiKeysAllowed) {
      this.userApiKeysAllowed = userApiKeysAllowed;
      return this;
    }

    /** Sets {@link ProjectChanges#teamApiKeysAllowed()}. */
    public Builder teamApiKeysAllowed(boolean teamApiKeysAllowed) {
      this.teamApiKeysAllowed = teamApiKeysAllowed;
      return this;
    }

    /** Sets {@link ProjectChanges#domains()}. */
    public Builder domains(URI... domains) {
      Set<URI> all = new LinkedHashSet<>();
      for (URI domain : notNull(domains, "domains")) {
        all.add(notNull(domain, "domains"));
      }
      this.domains = Collections.unmodifiableSet(all);
      return this;
    }

    /** What is changed. */
    public ProjectChanges build() {
      return new ProjectChanges(this);
    }
  }
}
