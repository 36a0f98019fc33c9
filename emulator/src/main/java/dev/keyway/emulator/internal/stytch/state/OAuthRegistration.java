package dev.keyway.emulator.internal.stytch.state;

import dev.keyway.emulator.internal.stytch.attribute.OAuthProviders;

/**
 * A social account that belongs to a user.
 *
 * @param id registration id
 * @param provider the provider's name in its start URL
 * @param subject the provider's own id of the person
 * @param pictureUrl may be empty
 * @param locale may be empty
 */
public record OAuthRegistration(
    String id, String provider, String subject, String pictureUrl, String locale) {
  /** What makes it unique in its project. */
  public String handle() {
    return handle(provider, subject);
  }

  /** How its provider is written; one that the service does not know is written as it is named. */
  public OAuthProviders.Spelling spelling() {
    return OAuthProviders.spelling(provider)
        .orElseGet(() -> new OAuthProviders.Spelling(provider, provider));
  }

  public static String handle(String provider, String subject) {
    return provider + "/" + subject;
  }
}
