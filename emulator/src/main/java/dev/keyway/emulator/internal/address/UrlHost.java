package dev.keyway.emulator.internal.address;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Host and port of a URL as the WHATWG's URL standard reads them. {@link URI#getHost()} knows
 * neither underscores nor letters beyond ASCII.
 */
public final class UrlHost {
  private UrlHost() {}

  /**
   * The host in lower case and in ASCII, an IPv6 address in brackets; empty where there is none.
   */
  public static String of(URI url) {
    String authority = authority(url);
    String host = authority.replaceFirst(":\\d*$", "");
    return host.startsWith("[")
        ? host.toLowerCase(Locale.ROOT)
        : CanonicalEmail.domain(
            URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8));
  }

  /**
   * The same URL with scheme and host as they are on the wire: in lower case and in ASCII, without
   * user information.
   */
  public static URI onTheWire(URI url) {
    int port = port(url);
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT) + ":";
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    String fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
    return URI.create(
        scheme
            + "//"
            + of(url)
            + (port < 0 ? "" : ":" + port)
            + (url.getRawPath() == null ? "" : url.getRawPath())
            + query
            + fragment);
  }

  /** The port, or -1. */
  public static int port(URI url) {
    String authority = authority(url);
    String port = authority.substring(authority.lastIndexOf(':') + 1);
    boolean there = authority.indexOf(':') >= 0 && port.matches("\\d{1,5}");
    return there ? Integer.parseInt(port) : -1;
  }

  private static String authority(URI url) {
    String authority = url.getRawAuthority();
    return authority == null ? "" : authority.substring(authority.lastIndexOf('@') + 1);
  }
}
