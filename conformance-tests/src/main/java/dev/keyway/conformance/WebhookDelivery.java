package dev.keyway.conformance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * What the provider posted.
 *
 * @param id the event's, the same in every delivery of it
 * @param headers those of the request that have to do with webhooks
 * @param body the body of the request, exactly
 */
public record WebhookDelivery(String id, Map<String, List<String>> headers, String body) {

  public WebhookDelivery {
    headers = Map.copyOf(headers);
  }

  /** The body as it came. */
  public byte[] bytes() {
    return body.getBytes(StandardCharsets.UTF_8);
  }

  /** The id alone: neither what it says of people nor its signature. */
  @Override
  public String toString() {
    return "WebhookDelivery[" + id + "]";
  }
}
