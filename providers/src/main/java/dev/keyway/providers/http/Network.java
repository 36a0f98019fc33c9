package dev.keyway.providers.http;

import dev.keyway.AuthConfig;
import dev.keyway.AuthException;
import dev.keyway.ErrorCode;
import dev.keyway.Secret;
import dev.keyway.providers.flow.UriHost;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * What lies between this machine and the vendor.
 *
 * @param secure whether the vendor is spoken to by https
 * @param service whom every request goes to
 * @param proxy the HTTP proxy, if there is one
 * @param user who to be there, if anybody
 * @param password the user's
 * @param trust whom to trust, unless the JDK's own authorities will do
 */
record Network(
    boolean secure,
    HttpHost service,
    Optional<HttpHost> proxy,
    Optional<String> user,
    Optional<Secret> password,
    Optional<SSLContext> trust) {

  static Network of(AuthConfig config, URI service) {
    Optional<HttpHost> proxy =
        config
            .proxyUrl()
            .map(url -> new HttpHost("http", UriHost.of(url), UriHost.port(url)))
            .or(() -> ofTheSystem(service));
    return new Network(
        !"http".equalsIgnoreCase(service.getScheme()),
        new HttpHost(service.getScheme(), UriHost.of(service), UriHost.port(service)),
        proxy,
        config.proxyUser(),
        config.proxyPassword(),
        trust(config));
  }

  /**
   * The same with a stand-in for a host that {@link URI#getHost()} does not know, such as {@code
   * keyway_emulator}.
   */
  private static URI knownToTheJdk(URI service) {
    return service.getHost() != null
        ? service
        : URI.create(
            service.toString().replace("//" + service.getRawAuthority(), "//service.invalid"));
  }

  private static Optional<HttpHost> ofTheSystem(URI service) {
    ProxySelector selector = ProxySelector.getDefault();
    return selector == null
        ? Optional.empty()
        : selector.select(knownToTheJdk(service)).stream()
            .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
            .map(Proxy::address)
            .filter(InetSocketAddress.class::isInstance)
            .map(InetSocketAddress.class::cast)
            .map(address -> new HttpHost("http", address.getHostString(), address.getPort()))
            .findFirst();
  }

  /** RFC 7617. */
  Optional<String> authorization() {
    return user.map(
        name ->
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(
                        (name + ":" + password.map(Secret::reveal).orElse(""))
                            .getBytes(StandardCharsets.UTF_8)));
  }

  private static Optional<SSLContext> trust(AuthConfig config) {
    List<X509Certificate> more = config.trustedCertificates();
    if (more.isEmpty()) {
      return Optional.empty();
    }
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      int number = 0;
      for (TrustManager known : managers(null)) {
        if (known instanceof X509TrustManager authorities) {
          for (X509Certificate authority : authorities.getAcceptedIssuers()) {
            all.setCertificateEntry("jdk-" + number++, authority);
          }
        }
      }
      for (X509Certificate certificate : more) {
        all.setCertificateEntry("file-" + number++, certificate);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(all), null);
      return Optional.of(context);
    } catch (GeneralSecurityException | IOException e) {
      throw AuthException.of(
          ErrorCode.CONFIGURATION_INVALID, "Configuration keyway.ca-file can't be used");
    }
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Network[" + proxy + "]";
  }
}
