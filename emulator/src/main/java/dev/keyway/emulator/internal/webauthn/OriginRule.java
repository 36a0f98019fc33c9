package dev.keyway.emulator.internal.webauthn;

import dev.keyway.emulator.internal.address.UrlHost;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/**
 * Which pages may run a ceremony, and the relying party id that the authenticator must have signed
 * for on each. One question, because one of the vendors derives the second from the first.
 */
@FunctionalInterface
public interface OriginRule {
  /**
   * The relying party id expected for a page.
   *
   * @param origin as the client data says it; any text
   * @return empty if the page may not use this project's credentials
   */
  Optional<String> rpIdFor(String origin);

  /**
   * Pages of {@code domain} and of its subdomains, with {@code domain} as relying party id. Any
   * port; {@code https}, and {@code http} on localhost only, as browsers have it.
   */
  static OriginRule domain(String domain) {
    return origin -> {
      String host = secureHost(origin);
      return host.equals(domain) || host.endsWith("." + domain)
          ? Optional.of(domain)
          : Optional.empty();
    };
  }

  /** Exactly these origins, all with one relying party id. */
  static OriginRule exactly(String rpId, Set<String> origins) {
    Set<String> allowed = Set.copyOf(origins);
    return origin -> allowed.contains(origin) ? Optional.of(rpId) : Optional.empty();
  }

  /** The host of a secure origin, or an empty text, which is no host. */
  private static String secureHost(String origin) {
    try {
      URI uri = new URI(origin);
      String host = UrlHost.of(uri);
      if (uri.getScheme() == null
          || uri.getRawAuthority() == null
          || uri.getRawAuthority().indexOf('@') >= 0) {
        return "";
      }
      boolean bare =
          uri.getRawPath().isEmpty() && uri.getRawQuery() == null && uri.getRawFragment() == null;
      boolean secure =
          uri.getScheme().equals("https")
              || (uri.getScheme().equals("http")
                  && (host.equals("localhost") || host.endsWith(".localhost")));
      return bare && secure ? host : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
