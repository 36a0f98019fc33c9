package dev.keyway.providers.http;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Keeps names with letters beyond ASCII in their {@code xn--} form on the wire: httpcore 5.4 turns
 * a host that begins so into letters, and neither resolvers nor proxies know that one.
 *
 * @param service whom every request goes to
 */
record AsciiNames(HttpHost service) implements DnsResolver, HttpRequestInterceptor {
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolve(IDN.toASCII(host));
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(IDN.toASCII(host));
  }

  /** Writes the whole URL that a proxy is asked for (RFC 9112, section 3.2.2). */
  @Override
  public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
    if (request instanceof BasicHttpRequest written) {
      written.setAbsoluteRequestUri(false);
      written.setPath(service.toURI() + written.getPath());
    }
  }
}
