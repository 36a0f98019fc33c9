package dev.keyway.providers.http;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.net.URIAuthority;

/** A request that another thread can abort, of a path that is in its wire form already. */
final class VendorRequest extends HttpUriRequestBase {

  private static final long serialVersionUID = 1;

  /** The superclass wants one; the path is set after it. */
  private static final URI PLACEHOLDER = URI.create("/");

  VendorRequest(String method, HttpHost service, String path) {
    super(method, PLACEHOLDER);
    setScheme(service.getSchemeName());
    setAuthority(new URIAuthority(service));
    setPath(path);
  }
}
