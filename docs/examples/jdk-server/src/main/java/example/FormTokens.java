package example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The defence against forms that another site posts here with the cookies of our user.
 *
 * <p>Three checks, each of which would do: cookies are {@code SameSite=Lax}, so that browsers leave
 * them out of other sites' posts; the browser says by {@code Origin} where the form came from; and
 * the form holds a random token that only our own pages can read, equal to the one in a cookie. The
 * forms of sign-in have it too: otherwise another site could sign its visitor in as somebody else.
 */
final class FormTokens {
  static final String FIELD = "form-token";
  private static final String COOKIE = "form-token";
  private static final SecureRandom RANDOM = new SecureRandom();

  private FormTokens() {}

  /** The browser's token for a form of ours. */
  static String tokenFor(WebRequest request) {
    return request.cookie(COOKIE).orElseGet(() -> newToken(request));
  }

  private static String newToken(WebRequest request) {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    request.setCookie(COOKIE, token);
    return token;
  }

  static boolean accepts(WebRequest request) {
    String sent = request.field(FIELD);
    return request.header("Origin").map(request.site().toString()::equals).orElse(true)
        && request.cookie(COOKIE).map(kept -> same(kept, sent)).orElse(false);
  }

  private static boolean same(String kept, String sent) {
    return MessageDigest.isEqual(kept.getBytes(UTF_8), sent.getBytes(UTF_8));
  }
}
