package dev.keyway.emulator.internal.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An address that a page may lead to: http, https, or a path of this emulator. */
public final class Url {
  private final String value;

  private Url(String value) {
    this.value = value;
  }

  /**
   * Takes an address from outside.
   *
   * @return empty for every other scheme ({@code javascript:}, {@code data:}, an application's
   *     own), for what names a host without a scheme, and for what is no address
   */
  public static Optional<Url> of(String address) {
    try {
      URI uri = new URI(address);
      boolean web =
          ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
              && uri.getRawAuthority() != null;
      boolean local =
          uri.getScheme() == null && uri.getRawAuthority() == null && address.startsWith("/");
      return web || local ? Optional.of(new Url(address)) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /**
   * A path of this emulator.
   *
   * @param base begins with one slash, has no trailing one
   * @param segments are encoded, whatever they hold
   */
  public static Url path(String base, String... segments) {
    StringBuilder path = new StringBuilder(base);
    for (String segment : segments) {
      path.append('/').append(encoded(segment));
    }
    return new Url(path.toString());
  }

  /** The same with one more query parameter; unchanged if {@code value} is empty. */
  public Url with(String name, String parameter) {
    if (parameter.isEmpty()) {
      return this;
    }
    return new Url(
        value + (value.contains("?") ? '&' : '?') + encoded(name) + '=' + encoded(parameter));
  }

  private static String encoded(String text) {
    // A blank is %20 in paths and queries alike; a plus sign only in queries.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** As it stands in a header. */
  @Override
  public String toString() {
    return value;
  }
}
