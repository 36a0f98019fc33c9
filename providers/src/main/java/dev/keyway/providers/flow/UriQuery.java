package dev.keyway.providers.flow;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds parameters to URIs. */
public final class UriQuery {

  private UriQuery() {}

  /** The URI with the parameters after those that it has, in the map's order. */
  public static URI append(URI uri, Map<String, String> parameters) {
    if (parameters.isEmpty()) {
      return uri;
    }
    String added =
        parameters.entrySet().stream()
            .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    String text = uri.toString();
    int hash = text.indexOf('#');
    String fragment = hash < 0 ? "" : text.substring(hash);
    String base = hash < 0 ? text : text.substring(0, hash);
    String separator = base.indexOf('?') < 0 ? "?" : base.endsWith("?") ? "" : "&";
    return URI.create(base + separator + added + fragment);
  }

  private static String encode(String text) {
    // %20 is read as a blank everywhere, + only in forms.
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
