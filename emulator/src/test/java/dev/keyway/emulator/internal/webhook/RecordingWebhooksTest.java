package dev.keyway.emulator.internal.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.keyway.emulator.internal.outbound.OutboundHttp;
import dev.keyway.emulator.internal.random.Randomness;
import dev.keyway.emulator.internal.state.MovableClock;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecordingWebhooksTest {

  @Test
  void theJournalKeepsTheLatestEvents() {
    OutboundHttp nowhere =
        new OutboundHttp(
            () -> {
              throw new AssertionError("nothing is delivered");
            },
            Set.of());
    RecordingWebhooks webhooks =
        new RecordingWebhooks(
            new MovableClock(Clock.systemUTC()), new Randomness(new SecureRandom()), nowhere);
    EventSender sender = webhooks.sender("vendor");
    for (int i = 0; i < RecordingWebhooks.MOST_EVENTS + 5; i++) {
      sender.send("thing.made", "{\"number\":" + i + "}");
    }
    assertEquals(RecordingWebhooks.MOST_EVENTS, webhooks.events().size());
    assertEquals("{\"number\":5}", webhooks.events().get(0).body());
    assertEquals("{\"number\":5}", webhooks.await("thing.made").body());
  }
}
