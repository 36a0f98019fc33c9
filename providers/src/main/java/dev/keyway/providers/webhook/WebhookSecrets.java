package dev.keyway.providers.webhook;

import dev.keyway.AuthConfig;
import dev.keyway.Secret;
import java.util.Base64;
import java.util.List;

/**
 * The keys that a project's webhooks are signed with: more than one while a secret is changed.
 *
 * @param setting the full name of the setting they come from
 */
public record WebhookSecrets(String setting, List<Secret> secrets) {

  private static final String PREFIX = "whsec_";

  /** Svix makes secrets of 24 bytes and takes up to 75 of one's own; fewer could be guessed. */
  private static final int FEWEST_BYTES = 24;

  private static final int MOST_BYTES = 75;

  /**
   * Reads and checks a setting.
   *
   * @param key without {@code keyway.}
   * @throws dev.keyway.AuthException {@link dev.keyway.ErrorCode#CONFIGURATION_INVALID} if one of
   *     the secrets is none
   */
  public static WebhookSecrets of(AuthConfig config, String key) {
    List<Secret> secrets = config.secrets(key);
    for (Secret secret : secrets) {
      int length = length(secret);
      if (length < FEWEST_BYTES || length > MOST_BYTES) {
        throw config.invalid(
            key, "must be whsec_ and " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes in base 64");
      }
    }
    return new WebhookSecrets("keyway." + key, secrets);
  }

  /** Number of bytes; 0 if it is no secret. */
  private static int length(Secret secret) {
    if (!secret.reveal().startsWith(PREFIX)) {
      return 0;
    }
    try {
      return key(secret).length;
    } catch (IllegalArgumentException e) {
      return 0;
    }
  }

  /** What a secret stands for. */
  static byte[] key(Secret secret) {
    return Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
  }
}
