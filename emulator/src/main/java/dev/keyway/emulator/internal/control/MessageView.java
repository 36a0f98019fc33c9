package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.internal.json.Json;
import java.util.Locale;

/** A message in answers, with all that it carries. */
final class MessageView {
  private static final String EXAMPLE =
      """
      {"id":"m1","channel":"email","to":"ada@example.com","kind":"one_time_code",
       "subject":"Your code","text":"Your code is 123456","code":"123456",
       "sentAt":"2026-01-31T12:00:00Z","bounced":false}""";

  static final Shape SHAPE =
      Shape.named("Message")
          .required("id", Type.line(), "Unique in its world.")
          .required("channel", Type.choice(OutboxMessage.Channel.class), "How it was sent.")
          .required("to", Type.line(), "The address or phone number.")
          .required("kind", Type.choice(MessageKind.class), "What it is for.")
          .required("subject", Type.text(), "Empty for text messages.")
          .required("text", Type.text(), "The whole text as a person would read it.")
          .optional("code", Type.line(), "The code in it, ready to be typed.")
          .optional("link", Type.line(), "The link in it.")
          .optional("token", Type.line(), "The credential that the link carries.")
          .required("sentAt", Type.moment(), "By the world's clock.")
          .required("bounced", Type.flag(), "Whether it was refused by its receiver.")
          .example(EXAMPLE);

  static final Shape LIST =
      Shape.named("Messages")
          .required("messages", Type.listOf(Type.of(SHAPE)), "Oldest first.")
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
