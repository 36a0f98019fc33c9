package dev.keyway.emulator.internal.mailbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** One mail in Inbucket's forms. */
final class MailView {
  /** A name that no mail server anywhere answers to (RFC 2606). */
  private static final String SENDER = "<noreply@keyway-emulator.invalid>";

  private MailView() {}

  /** An element of a list. */
  static ObjectNode header(OutboxMessage mail, boolean seen) {
    ObjectNode json =
        Json.object()
            .put("mailbox", Mailbox.nameOf(mail.to()))
            .put("id", mail.id())
            .put("from", sender(mail))
            .put("subject", mail.subject())
            .put("date", DateTimeFormatter.ISO_INSTANT.format(mail.sentAt()))
            .put("posix-millis", mail.sentAt().toEpochMilli())
            .put("size", source(mail).getBytes(StandardCharsets.UTF_8).length)
            .put("seen", seen);
    json.putArray("to").add("<" + mail.to() + ">");
    return json;
  }

  /** The whole mail. */
  static ObjectNode whole(OutboxMessage mail, boolean seen) {
    ObjectNode json = header(mail, seen);
    json.putObject("body").put("text", mail.text()).put("html", html(mail));
    ObjectNode header = json.putObject("header");
    headers(mail).forEach((name, value) -> header.putArray(name).add(value));
    json.putArray("attachments");
    return json;
  }

  /** As it would travel (RFC 5322). */
  static String source(OutboxMessage mail) {
    StringBuilder source = new StringBuilder();
    headers(mail).forEach((name, value) -> source.append(name + ": " + value + "\r\n"));
    return source.append("\r\n").append(mail.text()).append("\r\n").toString();
  }

  private static Map<String, String> headers(OutboxMessage mail) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(
        "Date",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.sentAt().atOffset(ZoneOffset.UTC)));
    headers.put("From", oneLine(sender(mail)));
    headers.put("To", "<" + oneLine(mail.to()) + ">");
    headers.put("Subject", oneLine(mail.subject()));
    headers.put("Message-Id", "<" + mail.id() + "@keyway-emulator.invalid>");
    headers.put("Mime-Version", "1.0");
    headers.put("Content-Type", "text/plain; charset=utf-8");
    return headers;
  }

  private static String sender(OutboxMessage mail) {
    return mail.sender() == null ? SENDER : mail.sender();
  }

  /** Its own, or the text with its link to be followed. */
  private static String html(OutboxMessage mail) {
    if (mail.html() != null) {
      return mail.html();
    }
    String text = escaped(mail.text());
    URI link = mail.link();
    if (link != null) {
      String shown = escaped(link.toString());
      text = text.replace(shown, "<a href=\"" + shown + "\">" + shown + "</a>");
    }
    return "<p>" + text.replace("\n", "<br>\n") + "</p>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** A project's name may stand in a subject, and must not become a header of its own. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }
}
