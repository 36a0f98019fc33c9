package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.http.BrowserMarks;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.stackauth.attribute.StackAuthUserRows;
import dev.keyway.emulator.internal.stackauth.state.StackAuthUser;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where people are who sign up, as far as the proxies before the service say so. */
public final class Whereabouts {
  private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");

  private Whereabouts() {}

  /** The country of a browser that came through a proxy, in two upper-case letters. */
  public static Optional<String> country(Request request) {
    if (!BrowserMarks.byName(request)
        || request.header("x-forwarded-for").filter(by -> !by.isBlank()).isEmpty()) {
      return Optional.empty();
    }
    return request
        .header("x-vercel-ip-country")
        .or(() -> request.header("cf-ipcountry"))
        .filter(code -> COUNTRY.matcher(code).matches())
        .map(code -> code.toUpperCase(Locale.ROOT));
  }

  /** Keeps it with a new user; what was known of an old one stays where nothing is known now. */
  public static void keep(StackAuthUser user, Optional<String> country) {
    if (country.isPresent()) {
      user.set(StackAuthUserRows.COUNTRY_CODE, country);
    }
  }
}
