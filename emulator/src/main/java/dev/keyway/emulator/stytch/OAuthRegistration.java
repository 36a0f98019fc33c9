package dev.keyway.emulator.stytch;

/**
 * A social account that belongs to a user.
 *
 * @param id registration id
 * @param provider the provider's name in its start URL
 * @param subject the provider's own id of the person
 * @param pictureUrl may be empty
 * @param locale may be empty
 */
record OAuthRegistration(
    String id, String provider, String subject, String pictureUrl, String locale) {
  /** What makes it unique in its project. */
  String handle() {
    return handle(provider, subject);
  }

  /** How its provider is written; one that the service does not know is written as it is named. */
  OAuthProviders.Spelling spelling() {
    return OAuthProviders.spelling(provider)
        .orElseGet(() -> new OAuthProviders.Spelling(provider, provider));
  }

  static String handle(String provider, String subject) {
    return provider + "/" + subject;
  }
}
