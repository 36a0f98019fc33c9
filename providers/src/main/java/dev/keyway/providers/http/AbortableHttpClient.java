package dev.keyway.providers.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The pooled HTTP client, without anything that would send a request twice or somewhere else, and
 * with requests that another thread can abort. Feign's own adapter makes others, and takes a third
 * of a call's bytes for it.
 */
final class AbortableHttpClient implements Closeable {

  private static final int MAX_CONNECTIONS = 128;

  /**
   * Servers drop idle connections without a word; a POST on such a one would be lost with its
   * outcome unknown. A connection that rested this long is looked at before it is used.
   */
  private static final TimeValue LOOK_AFTER = TimeValue.ofMilliseconds(500);

  private static final RequestConfig CONFIG =
      withoutUpgrade(RequestConfig.custom())
          .setRedirectsEnabled(false)
          .setAuthenticationEnabled(false)
          .setContentCompressionEnabled(false)
          .build();

  /** How many connections in a row may hold bytes that nobody asked for. */
  private static final int LEFTOVERS = 8;

  private final CloseableHttpClient client;
  private final RequestConfig config;
  private final HttpHost service;

  /** What a proxy wants of every request: through a tunnel it sees no header but its own. */
  private final Optional<String> authorization;

  AbortableHttpClient(Network network) {
    this.service = network.service();
    this.authorization =
        network.proxy().isPresent() && !network.secure()
            ? network.authorization()
            : Optional.empty();
    // Only a proxy is ever answered: there are no credentials for anybody else.
    boolean asked = network.proxy().isPresent() && network.user().isPresent();
    this.config = RequestConfig.copy(CONFIG).setAuthenticationEnabled(asked).build();
    BasicCredentialsProvider credentials = new BasicCredentialsProvider();
    network
        .proxy()
        .filter(proxy -> asked)
        .ifPresent(
            proxy ->
                credentials.setCredentials(
                    new AuthScope(proxy),
                    new UsernamePasswordCredentials(
                        network.user().orElseThrow(),
                        network.password().orElseThrow().reveal().toCharArray())));
    HttpClientBuilder builder = HttpClients.custom();
    network.proxy().ifPresent(builder::setProxy);
    if (network.proxy().isPresent() && !network.secure()) {
      builder.addRequestInterceptorLast(new AsciiNames(network.service()));
    }
    this.client =
        builder
            .setDefaultCredentialsProvider(credentials)
            .setConnectionManager(
                trusting(network)
                    .setDnsResolver(new AsciiNames(network.service()))
                    .setConnectionFactory(VendorConnection::on)
                    .setMaxConnTotal(MAX_CONNECTIONS)
                    .setMaxConnPerRoute(MAX_CONNECTIONS)
                    .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setValidateAfterInactivity(LOOK_AFTER)
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .build())
                    .build())
            .setDefaultRequestConfig(config)
            .setUserAgent("keyway")
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .disableContentCompression()
            .build();
  }

  /** The older of two ways to say whom to trust: httpclient 5.3 does not have the newer one. */
  @SuppressWarnings("deprecation")
  private static PoolingHttpClientConnectionManagerBuilder trusting(Network network) {
    PoolingHttpClientConnectionManagerBuilder pool =
        PoolingHttpClientConnectionManagerBuilder.create();
    if (!network.secure()) {
      return pool.setSSLSocketFactory(new NoTls());
    }
    network
        .trust()
        .ifPresent(
            trust ->
                pool.setSSLSocketFactory(
                    new org.apache.hc.client5.http.ssl.SSLConnectionSocketFactory(trust)));
    return pool;
  }

  /** No header that offers TLS on a plain connection: httpclient 5.4 has them, and this switch. */
  private static RequestConfig.Builder withoutUpgrade(RequestConfig.Builder config) {
    try {
      RequestConfig.Builder.class
          .getMethod("setProtocolUpgradeEnabled", boolean.class)
          .invoke(config, false);
    } catch (NoSuchMethodException e) {
      // An older one never offers it.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("httpclient5 does not let its upgrade be switched off", e);
    }
    return config;
  }

  /**
   * A request to the service.
   *
   * @param path its path and query, encoded
   */
  VendorRequest request(String method, String path) {
    VendorRequest request = new VendorRequest(method, service, path);
    authorization.ifPresent(it -> request.setHeader("Proxy-Authorization", it));
    return request;
  }

  /** Sends it; the answer is to be closed. */
  ClassicHttpResponse execute(VendorRequest request, Timeout timeout) throws IOException {
    request.setConfig(within(timeout));
    for (int left = LEFTOVERS; ; left--) {
      CallScope.current().request(request);
      try {
        return client.executeOpen(service, request, null);
      } catch (VendorConnection.LeftoverException e) {
        // That connection is gone, and nothing was sent.
        if (left == 0 || CallScope.current().expired()) {
          throw e;
        }
      }
    }
  }

  /** The newer place for the time to connect is one for all requests: it can't be what is left. */
  @SuppressWarnings("deprecation")
  private RequestConfig within(Timeout timeout) {
    return RequestConfig.copy(config)
        .setConnectTimeout(timeout)
        .setResponseTimeout(timeout)
        .build();
  }

  /** Ends connections, those in use too. */
  @Override
  public void close() {
    client.close(CloseMode.GRACEFUL);
  }
}
