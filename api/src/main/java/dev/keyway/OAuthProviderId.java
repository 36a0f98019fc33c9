package dev.keyway;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A social or enterprise identity provider, such as {@code google} or {@code github}. An open set:
 * any name that the authentication provider knows will do.
 *
 * @param value the name in lower case
 */
public record OAuthProviderId(String value) implements Serializable {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /** Google. */
  public static final OAuthProviderId GOOGLE = new OAuthProviderId("google");

  /** GitHub. */
  public static final OAuthProviderId GITHUB = new OAuthProviderId("github");

  /** Microsoft. */
  public static final OAuthProviderId MICROSOFT = new OAuthProviderId("microsoft");

  /** Apple. */
  public static final OAuthProviderId APPLE = new OAuthProviderId("apple");

  /**
   * Lower-cases and checks the name: letters, digits, {@code _} and {@code -}, at most 64
   * characters.
   */
  public OAuthProviderId {
    value = Arguments.notBlank(value, "oauthProvider").toLowerCase(Locale.ROOT);
    if (!FORM.matcher(value).matches()) {
      throw Arguments.invalid("oauthProvider", "is not a provider name");
    }
  }

  /** The same as the constructor. */
  public static OAuthProviderId of(String value) {
    return new OAuthProviderId(value);
  }
}
