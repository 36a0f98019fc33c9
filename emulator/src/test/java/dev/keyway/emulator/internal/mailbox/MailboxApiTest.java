package dev.keyway.emulator.internal.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.Wire;
import dev.keyway.emulator.World;
import dev.keyway.emulator.WorldSpec;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailboxApiTest {
  private static final String ADA = "/api/v1/mailbox/ada";

  private final AuthEmulator emulator = AuthEmulator.start();
  private final World world = magic("one");
  private final Wire inbucket = Wire.to(emulator.baseUrl());

  @AfterEach
  void close() {
    emulator.close();
  }

  private World magic(String name) {
    return emulator.newWorld(
        WorldSpec.defaults().named(name).stackAuth(s -> s.magicLinkEnabled(true)));
  }

  private static void send(World from, String email) throws Exception {
    Wire.Reply sent =
        Wire.stackClient(from)
            .post(
                "/auth/otp/send-sign-in-code",
                "{\"email\":\"" + email + "\",\"callback_url\":\"http://localhost/callback\"}");
    assertEquals(200, sent.status(), sent.text());
  }

  @Test
  void aMailIsListedAndReadWithItsCodeAndLink() throws Exception {
    send(world, "Ada@Example.com");
    OutboxMessage message = world.outbox().messages().get(0);

    JsonNode header = inbucket.get(ADA).json().path(0);
    assertEquals("ada", header.path("mailbox").textValue());
    assertEquals(message.id(), header.path("id").textValue());
    assertEquals("<noreply@keyway-emulator.invalid>", header.path("from").textValue());
    assertEquals("<" + message.to() + ">", header.path("to").path(0).textValue());
    assertEquals(message.subject(), header.path("subject").textValue());
    assertEquals(message.sentAt().toEpochMilli(), header.path("posix-millis").longValue());
    assertFalse(header.path("seen").booleanValue());

    JsonNode mail = inbucket.get(ADA + "/" + message.id()).json();
    assertEquals(message.text(), mail.at("/body/text").textValue());
    assertTrue(mail.at("/body/html").textValue().contains("<a href=\"http://localhost/callback"));
    assertEquals(message.subject(), mail.at("/header/Subject/0").textValue());
    assertEquals(0, mail.path("attachments").size());
    String source = inbucket.get(ADA + "/" + message.id() + "/source").text();
    assertEquals(header.path("size").intValue(), source.length());
    assertTrue(source.startsWith("Date: "), source);
    assertTrue(source.contains("\r\n\r\n" + message.text()), source);
  }

  @Test
  void theLatestIsTheLast() throws Exception {
    send(world, "ada@example.com");
    send(world, "ada+shop@example.com");

    assertEquals(2, inbucket.get(ADA).json().size());
    assertEquals(world.outbox().messages().get(1).id(), inbucket.get(ADA + "/latest").at("id"));
    assertEquals(1, inbucket.get("/api/v1/mailbox/ada%2Bshop%40example.com").json().size());
    assertEquals(2, inbucket.get("/api/v1/mailbox/ADA%2Bother").json().size());
    assertEquals(0, inbucket.get("/api/v1/mailbox/bob").json().size());
    assertEquals(404, inbucket.get("/api/v1/mailbox/bob/latest").status());
    assertEquals(404, inbucket.get(ADA + "/unknown").status());
  }

  @Test
  void deletingTakesAMailFromTheMailboxNotFromTheRecord() throws Exception {
    send(world, "ada@example.com");
    send(world, "ada@example.com");
    send(world, "bob@example.com");
    String first = world.outbox().messages().get(0).id();

    assertEquals("\"OK\"", inbucket.send("DELETE", ADA + "/" + first, "").text());
    assertEquals(404, inbucket.get(ADA + "/" + first).status());
    assertEquals(404, inbucket.send("DELETE", ADA + "/" + first, "").status());
    assertEquals(1, inbucket.get(ADA).json().size());
    assertEquals(200, inbucket.send("DELETE", ADA, "").status());
    assertEquals(0, inbucket.get(ADA).json().size());
    assertEquals(1, inbucket.get("/api/v1/mailbox/bob").json().size());
    assertEquals(3, world.outbox().messages().size());
  }

  @Test
  void aMailIsSeenOnceItIsMarked() throws Exception {
    send(world, "ada@example.com");
    assertEquals(200, inbucket.get(ADA + "/latest").status());
    assertFalse(inbucket.get(ADA).json().at("/0/seen").booleanValue());

    assertEquals(200, inbucket.send("PATCH", ADA + "/latest", "{\"seen\":true}").status());
    assertTrue(inbucket.get(ADA).json().at("/0/seen").booleanValue());
    assertEquals(400, inbucket.send("PATCH", ADA + "/latest", "{").status());
  }

  @Test
  void mailsOfSeveralWorldsAreNotMixed() throws Exception {
    World other = magic("two");
    send(world, "ada@example.com");
    send(other, "ada@example.com");

    Wire.Reply unclear = inbucket.get(ADA);
    assertEquals(409, unclear.status());
    for (World one : List.of(world, other)) {
      assertTrue(unclear.text().contains(one.id()), unclear.text());
      assertEquals(
          one.outbox().messages().get(0).id(),
          inbucket.get("/_emulator/worlds/" + one.id() + "/inbucket" + ADA + "/latest").at("id"));
    }
    assertEquals(409, inbucket.send("DELETE", ADA, "").status());
    inbucket.send("DELETE", "/_emulator/worlds/" + other.id() + "/inbucket" + ADA, "");
    assertEquals(1, inbucket.get(ADA).json().size());
    assertEquals(404, inbucket.get("/_emulator/worlds/none/inbucket" + ADA).status());
  }

  @Test
  void aBouncedMailNeverArrives() throws Exception {
    world.outbox().bounce("ada@example.com");
    send(world, "ada@example.com");
    assertEquals(0, inbucket.get(ADA).json().size());
  }

  @Test
  void aResetWorldHasAnEmptyMailbox() throws Exception {
    send(world, "ada@example.com");
    world.reset();
    assertEquals(0, inbucket.get(ADA).json().size());
    send(world, "ada@example.com");
    assertEquals(1, inbucket.get(ADA).json().size());
  }

  @Test
  void pagesOfOtherSitesReadNoMail() throws Exception {
    send(world, "ada@example.com");
    assertEquals(403, inbucket.with("origin", "https://evil.example").get(ADA).status());
    assertEquals(405, inbucket.send("PUT", ADA, "").status());
    assertEquals(404, inbucket.get(ADA + "/x/y/z").status());
  }

  @Test
  void aNameInAMailBecomesNeitherMarkupNorAHeader() throws Exception {
    world.stackAuth().configure(s -> s.displayName("<img src=x>\r\nBcc: eve@example.com"));
    send(world, "ada@example.com");

    JsonNode mail = inbucket.get(ADA + "/latest").json();
    assertFalse(mail.at("/body/html").textValue().contains("<img"), mail.toString());
    String source = inbucket.get(ADA + "/latest/source").text();
    assertFalse(source.split("\r\n\r\n", 2)[0].contains("\nBcc"), source);
  }
}
