package dev.keyway.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody's account with a social provider.
 *
 * @param subject the provider's own id of the person
 * @param email their address there
 * @param emailVerified whether the provider vouches for it
 * @param name their full name; may be empty
 * @param pictureUrl may be empty
 * @param locale for example {@code en}; may be empty
 */
public record SocialAccount(
    String subject,
    String email,
    boolean emailVerified,
    String name,
    String pictureUrl,
    String locale) {
  /** Checks that nothing is missing. */
  public SocialAccount {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(pictureUrl, "pictureUrl");
    Objects.requireNonNull(locale, "locale");
  }

  /** An account with a verified address. The same address gives the same subject every time. */
  public static SocialAccount of(String email) {
    String normalized = email.toLowerCase(Locale.ROOT);
    String subject = UUID.nameUUIDFromBytes(normalized.getBytes(StandardCharsets.UTF_8)).toString();
    return new SocialAccount(subject, email, true, "", "", "en");
  }

  /** The same with a name. */
  public SocialAccount named(String fullName) {
    return new SocialAccount(subject, email, emailVerified, fullName, pictureUrl, locale);
  }

  /** The same with an address that the provider does not vouch for. */
  public SocialAccount unverified() {
    return new SocialAccount(subject, email, false, name, pictureUrl, locale);
  }
}
