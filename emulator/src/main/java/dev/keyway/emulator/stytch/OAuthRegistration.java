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

  static String handle(String provider, String subject) {
    return provider + "/" + subject;
  }
}
