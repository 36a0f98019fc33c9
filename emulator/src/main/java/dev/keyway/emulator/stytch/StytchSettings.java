package dev.keyway.emulator.stytch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A project's configuration. {@link #defaults()} is what Stytch gives a new test project; change it
 * through {@link #toBuilder()}.
 *
 * @param projectName the project's name, as it stands in messages
 * @param redirectUrls where links may lead; default {@code http://localhost:3000/authenticate} for
 *     every purpose
 * @param passwordPolicy how strong passwords must be; default zxcvbn
 * @param breachedPasswords passwords that count as breached; default none, because the emulator
 *     asks nobody
 * @param maxSessionDuration the longest session; default 366 days
 * @param lockThreshold failed attempts in a row that lock a user; default 10
 * @param lockDuration how long a user is locked; default one hour
 * @param phoneCountries country calling codes that messages may be sent to; default 1
 */
public record StytchSettings(
    String projectName,
    List<RedirectUrl> redirectUrls,
    PasswordPolicy passwordPolicy,
    Set<String> breachedPasswords,
    Duration maxSessionDuration,
    int lockThreshold,
    Duration lockDuration,
    Set<Integer> phoneCountries) {

  /** Copies the collections. */
  public StytchSettings {
    redirectUrls = List.copyOf(redirectUrls);
    breachedPasswords = Set.copyOf(breachedPasswords);
    phoneCountries = Set.copyOf(phoneCountries);
  }

  /** What a redirect URL is registered for. */
  public enum Purpose {
    /** Links that sign in. */
    LOGIN,
    /** Links that sign up. */
    SIGNUP,
    /** Invitations. */
    INVITE,
    /** Password reset links. */
    RESET_PASSWORD
  }

  /**
   * A registered redirect URL.
   *
   * @param url compared without its query
   * @param purposes what it is registered for
   * @param isDefault whether it is taken where a request names none
   */
  public record RedirectUrl(URI url, Set<Purpose> purposes, boolean isDefault) {
    /** Copies the purposes. */
    public RedirectUrl {
      purposes = Set.copyOf(purposes);
    }
  }

  /** How strong passwords must be. */
  public sealed interface PasswordPolicy permits Zxcvbn, Luds {}

  /** A zxcvbn score of three or more. */
  public record Zxcvbn() implements PasswordPolicy {}

  /**
   * Lower case, upper case, digits, symbols.
   *
   * @param minLength least number of characters
   * @param minComplexity how many of the four classes
   */
  public record Luds(int minLength, int minComplexity) implements PasswordPolicy {}

  /** A new test project's configuration. */
  public static StytchSettings defaults() {
    return new Builder().build();
  }

  /** A builder that begins with these settings. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Changes settings. Begins with the defaults. */
  public static final class Builder {
    private String projectName = "Keyway test project";
    private List<RedirectUrl> redirectUrls =
        List.of(
            new RedirectUrl(
                URI.create("http://localhost:3000/authenticate"), Set.of(Purpose.values()), true));
    private PasswordPolicy passwordPolicy = new Zxcvbn();
    private Set<String> breachedPasswords = Set.of();
    private Duration maxSessionDuration = Duration.ofDays(366);
    private int lockThreshold = 10;
    private Duration lockDuration = Duration.ofHours(1);
    private Set<Integer> phoneCountries = Set.of(1);

    private Builder() {}

    private Builder(StytchSettings from) {
      projectName = from.projectName;
      redirectUrls = from.redirectUrls;
      passwordPolicy = from.passwordPolicy;
      breachedPasswords = from.breachedPasswords;
      maxSessionDuration = from.maxSessionDuration;
      lockThreshold = from.lockThreshold;
      lockDuration = from.lockDuration;
      phoneCountries = from.phoneCountries;
    }

    /** See {@link StytchSettings#projectName()}. */
    public Builder projectName(String name) {
      projectName = name;
      return this;
    }

    /** See {@link StytchSettings#redirectUrls()}. */
    public Builder redirectUrls(RedirectUrl... urls) {
      redirectUrls = List.of(urls);
      return this;
    }

    /** See {@link StytchSettings#passwordPolicy()}. */
    public Builder passwordPolicy(PasswordPolicy policy) {
      passwordPolicy = policy;
      return this;
    }

    /** See {@link StytchSettings#breachedPasswords()}. */
    public Builder breachedPasswords(String... passwords) {
      breachedPasswords = Set.of(passwords);
      return this;
    }

    /** See {@link StytchSettings#maxSessionDuration()}. */
    public Builder maxSessionDuration(Duration longest) {
      maxSessionDuration = longest;
      return this;
    }

    /** See {@link StytchSettings#lockThreshold()}. */
    public Builder lockThreshold(int attempts) {
      lockThreshold = attempts;
      return this;
    }

    /** See {@link StytchSettings#lockDuration()}. */
    public Builder lockDuration(Duration duration) {
      lockDuration = duration;
      return this;
    }

    /** See {@link StytchSettings#phoneCountries()}. */
    public Builder phoneCountries(Integer... callingCodes) {
      phoneCountries = Set.of(callingCodes);
      return this;
    }

    /** The settings. */
    public StytchSettings build() {
      return new StytchSettings(
          projectName,
          redirectUrls,
          passwordPolicy,
          breachedPasswords,
          maxSessionDuration,
          lockThreshold,
          lockDuration,
          phoneCountries);
    }
  }

  /** Everything but the passwords. */
  @Override
  public String toString() {
    return "StytchSettings[" + projectName + ", " + passwordPolicy + "]";
  }
}
