package dev.keyway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.keyway.spi.Areas;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an area gets to see of a request, and what an event tells of itself. */
class WebhooksTest {

  /** An area that keeps what it was handed. */
  private static final class Receiver implements Webhooks {
    private final List<Map<String, List<String>>> headers = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();

    @Override
    public AuthEvent receive(Map<String, List<String>> headers, byte[] body, CallOptions options) {
      this.headers.add(headers);
      this.bodies.add(body);
      return (AuthEvent) Samples.of(AuthEvent.class);
    }
  }

  @Test
  void headersComeInLowerCaseWithAllTheirValues() {
    Receiver receiver = new Receiver();
    Map<@Nullable String, List<String>> headers = new LinkedHashMap<>();
    headers.put(null, List.of("HTTP/1.1 200 OK"));
    headers.put("Svix-Id", List.of("msg_1"));
    headers.put("svix-id", List.of("msg_2"));
    headers.put("CONTENT-TYPE", List.of("application/json"));
    receive(receiver, new HashMap<>(headers), new byte[0]);
    Map<String, List<String>> seen = receiver.headers.get(0);
    assertEquals(List.of("application/json"), seen.get("content-type"));
    assertEquals(
        List.of("msg_1", "msg_2"),
        seen.getOrDefault("svix-id", List.of()).stream().sorted().toList());
    assertEquals(2, seen.size());
  }

  @Test
  void theBodyIsACopy() {
    Receiver receiver = new Receiver();
    byte[] body = {1, 2, 3};
    receive(receiver, Map.of(), body);
    Arrays.fill(body, (byte) 0);
    assertEquals("[1, 2, 3]", Arrays.toString(receiver.bodies.get(0)));
  }

  @Test
  void anEventShowsNothingOfWhatItHolds() {
    AuthEvent event =
        AuthEvent.builder("msg_1", AuthEventType.OTHER, "team.created", Samples.NOON, "{\"a\":1}")
            .userId(Samples.USER_ID)
            .build();
    assertEquals("AuthEvent[msg_1, OTHER of " + Samples.USER_ID.value() + "]", event.toString());
    assertFalse(event.user().isPresent());
    AuthEvent again =
        AuthEvent.builder("msg_1", AuthEventType.OTHER, "team.created", Samples.NOON, "{}").build();
    assertEquals(event, again);
    assertThrows(
        AuthException.class,
        () -> AuthEvent.builder("", AuthEventType.OTHER, "x", Samples.NOON, "{}"));
  }

  private static void receive(Receiver receiver, Map<String, List<String>> headers, byte[] body) {
    FixtureProvider provider =
        new FixtureProvider(EnumSet.of(Capability.WEBHOOK)) {
          @Override
          public Areas areas() {
            return Areas.builder().webhooks(receiver).build();
          }
        };
    try (AuthClient client = provider.client().build()) {
      client.webhooks().receive(headers, body);
    }
  }
}
