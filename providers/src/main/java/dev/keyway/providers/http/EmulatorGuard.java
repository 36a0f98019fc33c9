package dev.keyway.providers.http;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.providers.flow.UriHost;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps live projects and emulators apart, before a byte is sent. A live credential never goes to
 * this machine itself, where only emulators and mistakes listen; an emulated project is never
 * looked for at the vendor.
 */
public final class EmulatorGuard {
  /** How the ids of Keyway's emulated projects begin: "keyway" in hexadecimal. */
  private static final String EMULATED = "6b657977-6179-";

  private static final Pattern LOOPBACK =
      Pattern.compile("(.*\\.)?localhost\\.?|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  private static final Pattern VENDOR = Pattern.compile("(.*\\.)?(stack-auth|stytch)\\.com\\.?");

  private EmulatorGuard() {}

  /**
   * The base URL of a provider's API: an emulated project's may be plain http to any host, since no
   * real service knows its credentials.
   *
   * @param projectUuid the part of the project's id that the service made up
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public static URI url(AuthConfig config, String key, URI defaultUrl, String projectUuid) {
    return plain(
        config,
        key,
        isEmulated(projectUuid)
            ? config.emulatorUrl(key, defaultUrl)
            : config.serviceUrl(key, defaultUrl));
  }

  /** Scheme and host as they are on the wire: in lower case, and in ASCII. */
  private static URI plain(AuthConfig config, String key, URI url) {
    String host = UriHost.of(url);
    if (host.isEmpty() || host.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw config.invalid(key, "must have a host in ASCII: a name in its xn-- form");
    }
    int port = UriHost.port(url);
    return URI.create(
        url.getScheme().toLowerCase(Locale.ROOT)
            + "://"
            + host
            + (port < 0 ? "" : ":" + port)
            + url.getRawPath());
  }

  private static boolean isEmulated(String projectUuid) {
    return projectUuid.startsWith(EMULATED);
  }

  /**
   * Checks a configuration.
   *
   * @param key the setting that holds the base URL
   * @param live whether an id or a credential says that its project is live
   * @param projectUuid the part of the project's id that the service made up
   * @throws AuthException {@link ErrorCode#CONFIGURATION_INVALID}
   */
  public static void keepApart(
      AuthConfig config, String key, URI baseUrl, boolean live, String projectUuid) {
    String host = UriHost.of(baseUrl);
    if (live && LOOPBACK.matcher(host).matches()) {
      throw config.invalid(
          key,
          "leads to this machine, an emulator perhaps, but the credentials are a live project's");
    }
    if (isEmulated(projectUuid) && VENDOR.matcher(host).matches()) {
      throw config.invalid(key, "leads to the real service, but the project is an emulator's");
    }
  }
}
