package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.Receiver;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.WebhookFault;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhooksPageTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private WebhookEvent create(String name) {
    scene.stack("/users", "{\"display_name\":%s}".formatted(Scene.quoted(name)));
    List<WebhookEvent> events = scene.world.webhooks().events();
    return events.get(events.size() - 1);
  }

  @Test
  void theNewestEventComesFirst() {
    create("Ada");
    scene.stytch("/v1/users", "{\"email\":\"ada@example.com\"}");
    Page page = scene.open("/webhooks");

    assertTrue(page.document().select("tbody tr").get(0).text().contains("direct.user.create"));
    assertTrue(page.document().select("tbody tr").get(0).text().contains("Stytch"));
    assertTrue(page.document().select("tbody tr").get(1).text().contains("user.created"));
    assertTrue(page.document().select("tbody tr").get(1).text().contains("not sent"));
  }

  @Test
  void anEmptyListSaysHowToFillIt() {
    assertTrue(scene.open("/webhooks").text().contains("No event yet."));
  }

  @Test
  void anEventShowsWhatIsPostedAndNoSecret() {
    WebhookEvent event = create("<b>Ada</b>");
    Page page = scene.open("/webhooks").follow("user.created");

    assertEquals("user.created", page.heading());
    assertTrue(page.document().expectFirst("pre").text().contains("<b>Ada</b>"));
    for (List<String> values : event.headers().values()) {
      assertTrue(page.text().contains(values.get(0)), values::toString);
    }
    assertFalse(page.html().contains(scene.world.stackAuth().webhookSecret()));
    assertTrue(page.text().contains("None: there is no receiver."));
  }

  @Test
  void attemptsAreShownWithWhatTheyMet() {
    try (Receiver receiver = new Receiver()) {
      Page page =
          scene.open("/webhooks").form("Deliver").fill("URL", receiver.url().toString()).press();
      assertTrue(page.text().contains("Events that are made from now on"));
      scene.world.webhooks().fail(WebhookFault.DOWN, 1);
      String id = create("Ada").id();
      scene.world.webhooks().awaitAttempts(id, 1);
      assertTrue(scene.open("/webhooks").document().select("tbody").text().contains("no answer"));

      Page again = scene.open("/webhooks/" + id).press("Deliver again");
      assertTrue(again.text().contains("signed anew"));
      scene.world.webhooks().awaitAttempts(id, 2);
      List<String> rows = scene.open("/webhooks/" + id).document().select("tbody tr").eachText();
      assertTrue(rows.get(0).contains("no answer the connection failed"), rows::toString);
      assertTrue(rows.get(1).contains("200"), rows::toString);

      scene.open("/webhooks").press("Stop delivering to " + receiver.url());
      assertEquals(List.of(), scene.world.webhooks().targets());
    }
  }

  @Test
  void whatIsNotOnThisMachineIsNoReceiver() {
    for (String url : List.of("http://example.com/", "nonsense", "http://[")) {
      Page page = scene.open("/webhooks").form("Deliver").fill("URL", url).send();
      assertTrue(page.text().contains("Not done:"), page::text);
    }
    assertEquals(List.of(), scene.world.webhooks().targets());
  }

  @Test
  void allEventsCanBeForgotten() {
    create("Ada");
    Page page = scene.open("/webhooks").press("Forget all events");

    assertTrue(page.text().contains("All events are forgotten."));
    assertEquals(List.of(), scene.world.webhooks().events());
  }

  @Test
  void anEventOfAnotherWorldIsNotThere() {
    String id = create("Ada").id();
    String other = Scene.at(scene.emulator.newWorld(), "/webhooks/" + id);

    assertEquals(404, scene.browser.get(other).status());
    assertEquals(404, scene.browser.get(scene.at("/webhooks/nonsense")).status());
  }
}
