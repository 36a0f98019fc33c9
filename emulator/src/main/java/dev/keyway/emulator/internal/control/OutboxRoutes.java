package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;
import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.listOf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

/** The messages that a world's providers sent. */
final class OutboxRoutes implements ControlRoutes {
  private static final String OUTBOX = "/worlds/{world}/outbox";

  private static final Field<String> ADDRESS = line("address");
  private static final Field<String> TO = line("to");
  private static final Field<MessageKind> KIND = choice("kind", MessageKind.class);
  private static final Field<String> AFTER = line("after");
  private static final Field<Duration> TIMEOUT =
      duration("timeout", Duration.ZERO, Waiting.LONGEST);

  private static final ObjectType BOUNCE =
      ObjectType.of("Bounce", ADDRESS.says("E-mail address or phone number.").required())
          .example("{\"address\":\"ada@example.com\"}");

  private static final ObjectType BOUNCING =
      ObjectType.of(
              "Bouncing", listOf("addresses", ControlFields.LINE).says("In lower case.").required())
          .example("{\"addresses\":[\"ada@example.com\"]}");

  private final Waiting waiting;

  @Inject
  OutboxRoutes(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(OUTBOX, "outbox.list")
            .says("All messages, oldest first. Looking hands nothing out.")
            .query(TO.says("Only those to this address, whatever its case."))
            .query(KIND.says("Only those that serve this kind."))
            .query(AFTER.says("Only those sent after the message of this id."))
            .gives(MessageView.LIST, OutboxRoutes::list),
        Endpoint.get(OUTBOX + "/await", "outbox.await")
            .says(
                "The oldest message that fits and was not handed out before; waits for it, and"
                    + " answers 404 not_arrived when it does not come in time. Each message is"
                    + " handed out once.")
            .handsOut()
            .query(TO.says("The address; a plus sign is sent as %2B.").required())
            .query(KIND.says("What the message must serve.").required())
            .query(TIMEOUT.says("How long to wait, of real time; default PT5S."))
            .gives(MessageView.SHAPE, this::await),
        Endpoint.post(OUTBOX + "/bounces", "outbox.bounce")
            .says("From now on messages to this address bounce: recorded, never handed out.")
            .takes(BOUNCE)
            .does(call -> call.world().outbox().bounce(call.body().get(ADDRESS))),
        Endpoint.get(OUTBOX + "/bounces", "outbox.bouncing")
            .says("The addresses that bounce.")
            .gives(BOUNCING, OutboxRoutes::bouncing),
        Endpoint.delete(OUTBOX + "/bounces/{address}", "outbox.unbounce")
            .says("Makes an address reachable again; what bounced before stays bounced.")
            .does(call -> call.world().outbox().unbounce(call.path("address"))),
        Endpoint.post(OUTBOX + "/{message}/redeliver", "outbox.redeliver")
            .says("Hands a message out again, as a mail that arrives twice.")
            .gives(
                MessageView.SHAPE,
                call -> MessageView.of(call.world().outbox().redeliver(call.path("message")))),
        Endpoint.delete(OUTBOX, "outbox.clear")
            .says("Forgets all messages.")
            .does(call -> call.world().outbox().clear()));
  }

  private static ObjectNode bouncing(ControlCall call) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("addresses");
    call.world().outbox().bouncing().forEach(array::add);
    return list;
  }

  private static ObjectNode list(ControlCall call) {
    World world = call.world();
    List<OutboxMessage> messages =
        call.query().find(TO).map(world.outbox()::messagesTo).orElseGet(world.outbox()::messages);
    List<OutboxMessage> later =
        call.query().find(AFTER).map(id -> after(world.outbox().messages(), id)).orElse(messages);
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("messages");
    messages.stream()
        .filter(later::contains)
        .filter(
            message ->
                call.query().find(KIND).filter(kind -> !message.kind().serves(kind)).isEmpty())
        .forEach(message -> array.add(MessageView.of(message)));
    return list;
  }

  /** With the kinds as they are asked for. */
  private static String words(String message) {
    String words = message;
    for (MessageKind kind : MessageKind.values()) {
      words = words.replace(kind.name(), kind.name().toLowerCase(Locale.ROOT));
    }
    return words;
  }

  private static List<OutboxMessage> after(List<OutboxMessage> messages, String id) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).id().equals(id)) {
        return messages.subList(i + 1, messages.size());
      }
    }
    throw ControlFailure.invalid("after", "There is no message of this id");
  }

  private ObjectNode await(ControlCall call) {
    String to = call.query().get(TO);
    MessageKind kind = call.query().get(KIND);
    return waiting.await(
        call,
        call.query().find(TIMEOUT).orElse(Waiting.DEFAULT_TIMEOUT),
        (world, longest) -> {
          try {
            return MessageView.of(world.outbox().await(to, kind, longest));
          } catch (TimeoutException e) {
            throw new TimeoutException(words(String.valueOf(e.getMessage())));
          }
        });
  }
}
