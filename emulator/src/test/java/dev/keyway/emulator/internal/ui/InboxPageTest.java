package dev.keyway.emulator.internal.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.ui.Browser.Page;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InboxPageTest {
  private static final String ADA = "ada@example.com";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void theNewestMessageComesFirst() {
    scene.stytchCode(ADA);
    scene.world.clock().advance(Duration.ofMinutes(3));
    scene.stytchCode("grace@example.com");

    Page page = scene.open("");

    assertTrue(page.document().select("tbody tr").get(0).text().contains("grace@example.com"));
    assertTrue(page.document().select("tbody tr").get(1).text().contains("3 min"));
  }

  @Test
  void anEmptyInboxSaysHowToFillIt() {
    assertTrue(scene.open("").text().contains("No message yet."));
  }

  @Test
  void theCodeOfAMessageIsInTheListAndLargeOnItsPage() {
    scene.stytchCode(ADA);
    OutboxMessage message = scene.world.outbox().messages().get(0);

    Page list = scene.open("");
    Page page = list.follow(message.subject());

    assertEquals(message.code(), list.document().expectFirst("td [data-copy=code]").text());
    assertEquals(message.code(), page.document().expectFirst(".big-code").text());
    assertEquals(message.text(), page.document().expectFirst("pre.mail").wholeText());
    assertEquals(message.subject(), page.heading());
  }

  @Test
  void theLinkOfAMessageCanBeFollowed() {
    scene.stackMail(ADA);
    OutboxMessage message = scene.world.outbox().messages().get(0);

    Page page = scene.open("/inbox/" + message.id());

    String link =
        page.document().select("main a").stream()
            .filter(a -> a.text().equals("Follow link"))
            .findFirst()
            .orElseThrow()
            .attr("href");
    assertEquals(String.valueOf(message.link()), link);
  }

  @Test
  void messagesAreFoundByAddress() {
    for (int i = 0; i < 7; i++) {
      scene.stytchCode("user" + i + "@example.com");
    }

    Page page = scene.open("").form("Find").fill("Find by address or subject", "USER3").send();

    assertEquals(1, page.document().select("tbody tr").size());
    assertTrue(scene.open("?q=nobody").text().contains("No message has that address or subject."));
  }

  @Test
  void aLongInboxHasPages() {
    for (int i = 0; i < 51; i++) {
      scene.stytchCode("user" + i + "@example.com");
    }

    Page first = scene.open("");
    Page second = first.follow("Older");

    assertEquals(50, first.document().select("tbody tr").size());
    assertEquals(1, second.document().select("tbody tr").size());
    assertTrue(second.text().contains("user0@example.com"));
    assertEquals(50, scene.open("?page=-1").document().select("tbody tr").size());
    assertEquals(1, scene.open("?page=999999").document().select("tbody tr").size());
  }

  @Test
  void theInboxCanBeEmptied() {
    scene.stytchCode(ADA);

    Page page = scene.open("").press("Empty inbox");

    assertTrue(page.text().contains("The inbox is empty."));
    assertTrue(scene.world.outbox().messages().isEmpty());
  }

  @Test
  void anAddressCanBounceAndStopBouncing() {
    Page page = scene.open("").form("Bounce").fill("Address", ADA).press();
    scene.stytchCode(ADA);

    assertTrue(page.text().contains(ADA));
    assertTrue(scene.world.outbox().messages().get(0).bounced());
    assertTrue(scene.open("").document().select("tbody .badge").eachText().contains("bounced"));

    scene.open("").press("Stop bouncing " + ADA);
    scene.stytchCode(ADA);

    assertFalse(scene.world.outbox().messages().get(1).bounced());
  }

  @Test
  void aMessageIsHandedOutOnceMore() throws InterruptedException, TimeoutException {
    scene.stytchCode(ADA);
    OutboxMessage message = scene.world.outbox().await(ADA, MessageKind.ONE_TIME_CODE);

    scene.open("/inbox/" + message.id()).press("Deliver again");

    assertEquals(
        message.code(),
        scene.world.outbox().await(ADA, MessageKind.ONE_TIME_CODE, Duration.ZERO).code());
  }

  @Test
  void messagesToOneAddressLeadToEachOther() {
    scene.stytchCode(ADA);
    scene.stytchCode("grace@example.com");
    scene.stackMail(ADA);
    OutboxMessage first = scene.world.outbox().messagesTo(ADA).get(0);

    Page second = scene.open("/inbox/" + first.id()).follow("Newer to this address");

    assertEquals(scene.world.outbox().messagesTo(ADA).get(1).subject(), second.heading());
  }

  @Test
  void aMessageOfAnotherWorldIsNotThere() {
    scene.stytchCode(ADA);
    String id = scene.world.outbox().messages().get(0).id();
    String other = Scene.at(scene.emulator.newWorld(), "/inbox/" + id);

    assertEquals(404, scene.browser.get(other).status());
    assertEquals(404, scene.browser.get(scene.at("/inbox/nonsense")).status());
  }
}
