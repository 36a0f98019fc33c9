package dev.keyway.emulator.internal.stackauth.rules;

import dev.keyway.emulator.internal.address.UrlHost;
import dev.keyway.emulator.internal.stackauth.protocol.KnownError;
import dev.keyway.emulator.internal.stackauth.protocol.TrustedDomains;
import dev.keyway.emulator.internal.stackauth.protocol.Urls;
import dev.keyway.emulator.internal.stackauth.state.StackAuthProject;
import dev.keyway.emulator.stackauth.StackAuthSettings;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which addresses a project lets links and redirects lead to. Paths play no part. */
public final class RedirectRules {
  /** The scheme of the vendor's mobile SDKs; accepted for OAuth only. */
  static final String NATIVE_SCHEME = "stack-auth-mobile-oauth-url";

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|.*\\.localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");

  private RedirectRules() {}

  /** Refuses a URL that leads elsewhere. */
  public static void requireTrusted(StackAuthProject project, String url) {
    if (!trusted(project.settings(), url)) {
      throw KnownError.REDIRECT_URL_NOT_WHITELISTED.failure();
    }
  }

  /** As {@link #trusted}; the vendor's mobile SDKs have a scheme of their own besides. */
  public static boolean trustedForOAuth(StackAuthSettings settings, String url) {
    return url.startsWith(NATIVE_SCHEME + ":") || trusted(settings, url);
  }

  public static boolean trusted(StackAuthSettings settings, String url) {
    Optional<URI> parsed = Urls.absolute(url).filter(uri -> !UrlHost.of(uri).isEmpty());
    if (parsed.isEmpty()) {
      return false;
    }
    URI uri = parsed.get();
    if (settings.allowLocalhost() && LOOPBACK.matcher(UrlHost.of(uri)).matches()) {
      return true;
    }
    return TrustedDomains.include(settings, uri);
  }
}
