package dev.keyway.emulator.internal.stackauth.protocol;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** URLs and their parameters. */
public final class Urls {
  private Urls() {}

  /** What a text says as an absolute URI; empty if it is none. */
  public static Optional<URI> absolute(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** Sets a query parameter, replacing it where it is; other parameters and the fragment stay. */
  public static URI withParameter(String url, String name, String value) {
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String beforeFragment = hash < 0 ? url : url.substring(0, hash);
    int mark = beforeFragment.indexOf('?');
    String base = mark < 0 ? beforeFragment : beforeFragment.substring(0, mark);
    String query = mark < 0 ? "" : beforeFragment.substring(mark + 1);
    String own = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    Stream<String> others =
        Arrays.stream(query.split("&", -1))
            .filter(pair -> !pair.isEmpty() && !pair.equals(name) && !pair.startsWith(name + "="));
    String joined = Stream.concat(others, Stream.of(own)).collect(Collectors.joining("&"));
    return URI.create(base + "?" + joined + fragment);
  }
}
