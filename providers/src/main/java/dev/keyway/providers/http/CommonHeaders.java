package dev.keyway.providers.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/**
 * What every request carries. Added here and not by an interceptor of Feign's, for which each is a
 * template that is read and filled in for every request.
 */
final class CommonHeaders {

  private static final Header JSON = new BasicHeader("Content-Type", "application/json");

  private final List<Header> headers = new ArrayList<>();
  private final boolean fit;

  CommonHeaders(Map<String, String> headers) {
    this.headers.add(new BasicHeader("Accept", "application/json"));
    headers.forEach((name, value) -> this.headers.add(new BasicHeader(name, value)));
    this.fit = headers.values().stream().allMatch(CommonHeaders::isFit);
  }

  /** Whether all of them, and all of a request's own, may be sent. */
  boolean areFit(Map<String, Collection<String>> own) {
    if (!fit) {
      return false;
    }
    for (Collection<String> values : own.values()) {
      for (String value : values) {
        if (!isFit(value)) {
          return false;
        }
      }
    }
    return true;
  }

  /** A line break in a header would be a second header. */
  private static boolean isFit(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Adds these too; what the request says itself counts. */
  void on(VendorRequest request, Map<String, Collection<String>> own, boolean hasBody) {
    own.forEach(
        (name, values) -> {
          // The HTTP client writes those of the body.
          if (!name.equalsIgnoreCase("Content-Length") && !name.equalsIgnoreCase("Content-Type")) {
            values.forEach(value -> request.addHeader(name, value));
          }
        });
    for (Header header : headers) {
      if (own.isEmpty() || !own.containsKey(header.getName())) {
        request.addHeader(header);
      }
    }
    if (hasBody) {
      request.addHeader(JSON);
    }
  }
}
