package dev.keyway.providers.http;

import dev.keyway.AuthConfig;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A vendor's credentials, told apart by what they begin with, so that one in the place of another
 * is refused by name. One that begins in no known way is taken: a server of one's own may make
 * others.
 *
 * @param kinds what each beginning stands for, with its article
 */
public record CredentialKinds(Map<String, String> kinds) {

  private static final Pattern FORM = Pattern.compile("[!-~]{1,512}");

  /** Fails unless the setting's value may be a credential of the kind that it wants. */
  public void require(AuthConfig config, String key, String value, String beginning) {
    kinds.forEach(
        (other, kind) -> {
          if (value.startsWith(other) && !other.equals(beginning)) {
            throw config.invalid(
                key,
                "has %s (%s…) and wants %s (%s…)"
                    .formatted(kind, other, kinds.get(beginning), beginning));
          }
        });
    if (!FORM.matcher(value).matches()) {
      throw config.invalid(key, "has characters that no key has");
    }
  }
}
