package dev.keyway.emulator.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.MessageKind;
import dev.keyway.emulator.OutboxMessage;
import dev.keyway.emulator.World;
import dev.keyway.emulator.internal.json.Json;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** The messages that a world's providers sent. */
final class OutboxRoutes implements ControlRoutes {
  private static final String OUTBOX = "/worlds/{world}/outbox";

  /** How often somebody who waits looks whether the world is still there. */
  private static final Duration GLANCE = Duration.ofMillis(500);

  private static final Shape BOUNCE =
      Shape.named("Bounce")
          .required("address", Type.line(), "E-mail address or phone number.")
          .example("{\"address\":\"ada@example.com\"}");

  private static final Shape BOUNCING =
      Shape.named("Bouncing")
          .required("addresses", Type.listOf(Type.line()), "In lower case.")
          .example("{\"addresses\":[\"ada@example.com\"]}");

  private final Waiting waiting;

  @Inject
  OutboxRoutes(Waiting waiting) {
    this.waiting = waiting;
  }

  @Override
  public List<Endpoint> verbs() {
    return List.of(
        Endpoint.get(OUTBOX, "outbox.list")
            .says("All messages, oldest first. Looking hands nothing out.")
            .asks("to", Type.line(), "Only those to this address, whatever its case.")
            .asks("kind", Type.choice(MessageKind.class), "Only those that serve this kind.")
            .asks("after", Type.line(), "Only those sent after the message of this id.")
            .gives(MessageView.LIST, OutboxRoutes::list),
        Endpoint.get(OUTBOX + "/await", "outbox.await")
            .says(
                "The oldest message that fits and was not handed out before; waits for it, and"
                    + " answers 404 not_arrived when it does not come in time. Each message is"
                    + " handed out once.")
            .demands("to", Type.line(), "The address; a plus sign is sent as %2B.")
            .demands("kind", Type.choice(MessageKind.class), "What the message must serve.")
            .asks("timeout", Waiting.patience(), "How long to wait, of real time; default PT5S.")
            .gives(MessageView.SHAPE, call -> waiting.run(() -> await(call))),
        Endpoint.post(OUTBOX + "/bounces", "outbox.bounce")
            .says("From now on messages to this address bounce: recorded, never handed out.")
            .takes(BOUNCE)
            .does(call -> call.world().outbox().bounce(call.body().text("address"))),
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
        call.query().find("to").map(world.outbox()::messagesTo).orElseGet(world.outbox()::messages);
    List<OutboxMessage> later =
        call.query().find("after").map(id -> after(world.outbox().messages(), id)).orElse(messages);
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("messages");
    messages.stream()
        .filter(later::contains)
        .filter(
            message ->
                call.query()
                    .constant("kind", MessageKind.class)
                    .filter(kind -> !message.kind().serves(kind))
                    .isEmpty())
        .forEach(message -> array.add(MessageView.of(message)));
    return list;
  }

  private static List<OutboxMessage> after(List<OutboxMessage> messages, String id) {
    for (int i = 0; i < messages.size(); i++) {
      if (messages.get(i).id().equals(id)) {
        return messages.subList(i + 1, messages.size());
      }
    }
    throw ControlFailure.invalid("after", "There is no message of this id");
  }

  private static ObjectNode await(ControlCall call) throws InterruptedException {
    World world = call.world();
    String to = call.query().text("to");
    MessageKind kind = call.query().constant("kind", MessageKind.class).orElseThrow();
    long end = System.nanoTime() + call.query().duration("timeout", Waiting.PATIENCE).toNanos();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
      try {
        return MessageView.of(
            world.outbox().await(to, kind, left.compareTo(GLANCE) < 0 ? left : GLANCE));
      } catch (TimeoutException e) {
        if (System.nanoTime() >= end) {
          throw ControlFailure.notArrived(String.valueOf(e.getMessage()));
        }
        // A world that was deleted meanwhile gets no more mail.
        World unused = call.world();
      }
    }
  }
}
