package dev.keyway.emulator.internal.vendor;

import java.net.URI;
import java.util.Map;

/**
 * A POST of JSON that a project answers with success.
 *
 * @param headers header fields by name
 */
public record ExampleRequest(URI target, Map<String, String> headers, String json) {
  /** Copies the header fields. */
  public ExampleRequest {
    headers = Map.copyOf(headers);
  }

  /** Leaves the credentials out. */
  @Override
  public String toString() {
    return "ExampleRequest[POST " + target + "]";
  }
}
