package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.Locale;

/** A message in responses, with all that it carries. */
final class MessageView {
  private static final String EXAMPLE =
      """
      {"id":"m1","channel":"email","to":"ada@example.com","kind":"one_time_code",
       "subject":"Your code","text":"Your code is 123456","code":"123456",
       "sentAt":"2026-01-31T12:00:00Z","bounced":false}""";

  static final ObjectType SHAPE =
      ObjectType.of(
              "Message",
              line("id").says("Unique in its world.").required(),
              choice("channel", OutboxMessage.Channel.class).says("How it was sent.").required(),
              line("to").says("The address or phone number.").required(),
              choice("kind", MessageKind.class).says("What it is for.").required(),
              text("subject").says("Empty for text messages.").required(),
              text("text").says("The whole text as a person would read it.").required(),
              line("sender").says("Whom a mail says that it is from, if not the emulator."),
              text("html").says("A mail's own HTML, if it has one."),
              line("code").says("The code in it, ready to be typed."),
              line("link").says("The link in it."),
              line("token").says("The credential that the link carries."),
              moment("sentAt").says("By the world's clock.").required(),
              flag("bounced").says("Whether it was refused by its receiver.").required())
          .example(EXAMPLE);

  static final ObjectType LIST =
      ObjectType.of("Messages", listOf("messages", SHAPE).says("Oldest first.").required())
          .example("{\"messages\":[" + EXAMPLE + "]}");

  private MessageView() {}

  static ObjectNode of(OutboxMessage message) {
    ObjectNode view =
        Json.object()
            .put("id", message.id())
            .put("channel", message.channel().name().toLowerCase(Locale.ROOT))
            .put("to", message.to())
            .put("kind", message.kind().name().toLowerCase(Locale.ROOT))
            .put("subject", message.subject())
            .put("text", message.text());
    if (message.sender() != null) {
      view.put("sender", message.sender());
    }
    if (message.html() != null) {
      view.put("html", message.html());
    }
    if (message.code() != null) {
      view.put("code", message.code());
    }
    if (message.link() != null) {
      view.put("link", message.link().toString());
    }
    if (message.token() != null) {
      view.put("token", message.token());
    }
    return view.put("sentAt", message.sentAt().toString()).put("bounced", message.bounced());
  }
}
