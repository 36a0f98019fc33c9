package dev.keyway.emulator.device;

import com.google.common.net.InternetDomainName;
import dev.keyway.emulator.internal.address.UrlHost;
import java.net.URI;
import java.util.Optional;

/**
 * The page that runs a ceremony, with what browsers demand of it.
 *
 * @param origin as browsers serialise it, {@code https://app.example.com} or with a port
 * @param host its host
 * @see <a href="https://www.w3.org/TR/webauthn-3/#sctn-createCredential">WebAuthn section 5.1.3</a>
 */
record Page(String origin, String host) {
  static Page at(String origin) {
    URI uri;
    try {
      uri = URI.create(origin);
    } catch (IllegalArgumentException e) {
      throw security("the origin is not an origin");
    }
    String host = UrlHost.of(uri);
    if (host.isEmpty()
        || uri.getScheme() == null
        || uri.getRawAuthority().indexOf('@') >= 0
        || !uri.getRawPath().isEmpty()
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw security("the origin is not scheme://host[:port]");
    }
    boolean local = host.equals("localhost") || host.endsWith(".localhost");
    boolean secure = uri.getScheme().equalsIgnoreCase("https");
    if (!secure && !(local && uri.getScheme().equalsIgnoreCase("http"))) {
      throw security("the page is not secure: https, or http on localhost");
    }
    if (!InternetDomainName.isValid(host)) {
      throw security("the page's host is not a domain name; addresses have no passkeys");
    }
    String written = UrlHost.onTheWire(uri).toString();
    return new Page(written.replaceFirst(secure ? ":443$" : ":80$", ""), host);
  }

  /** The relying party id that the options ask for, or the page's host if they ask for none. */
  String rpId(Optional<String> wanted) {
    String rpId = wanted.orElse(host);
    if (rpId.equals(host)) {
      return rpId;
    }
    boolean parent = host.endsWith("." + rpId) && rpId.indexOf('.') > 0;
    if (!parent
        || !InternetDomainName.isValid(rpId)
        || InternetDomainName.from(rpId).isPublicSuffix()) {
      throw security(
          "the relying party id " + rpId + " is not a registrable suffix of the host " + host);
    }
    return rpId;
  }

  private static CeremonyException security(String message) {
    return new CeremonyException(CeremonyException.Name.SECURITY_ERROR, message);
  }
}
