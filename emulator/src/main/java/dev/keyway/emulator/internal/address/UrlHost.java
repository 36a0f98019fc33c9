package dev.keyway.emulator.internal.address;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

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
        ? host
        : CanonicalEmail.domain(
            URLDecoder.decode(host.replace("+", "%2B"), StandardCharsets.UTF_8));
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
