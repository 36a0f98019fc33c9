package dev.keyway.emulator.internal.stytch.rules;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a browser goes after a mailed link or a social sign-in. */
public final class Links {
  private Links() {}

  /** The redirect URL with what kind of token it carries, and the token. */
  public static URI withToken(String redirectUrl, String tokenType, String token) {
    int hash = redirectUrl.indexOf('#');
    String fragment = hash < 0 ? "" : redirectUrl.substring(hash);
    String url = hash < 0 ? redirectUrl : redirectUrl.substring(0, hash);
    String separator = url.indexOf('?') < 0 ? "?" : url.endsWith("?") ? "" : "&";
    return URI.create(
        url
            + separator
            + "stytch_token_type="
            + tokenType
            + "&token="
            + URLEncoder.encode(token, StandardCharsets.UTF_8)
            + fragment);
  }
}
