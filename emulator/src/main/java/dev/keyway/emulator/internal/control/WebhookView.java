package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.headers;
import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.control.ControlFields.moment;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.number;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.WebhookAttempt;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.ObjectType;
import java.util.List;
import java.util.TreeMap;

/** A webhook event in responses, as it is posted, with what became of it. */
final class WebhookView {
  private static final ObjectType ATTEMPT =
      ObjectType.of(
              "WebhookAttempt",
              text("target").says("Where it went.").required(),
              moment("at").says("When, by the world's clock.").required(),
              flag("delivered").says("Whether the answer was 2xx.").required(),
              number("status").says("HTTP status of the answer; missing where none came."),
              text("failure").says("Why no answer came; missing where one did."))
          .example(
              """
              {"target":"http://localhost:3000/hooks","at":"2026-01-31T12:00:00Z",
               "delivered":false,"status":500}""");

  private final ObjectType shape;
  private final ObjectType list;

  WebhookView(VendorTerms vendors) {
    String example =
        """
        {"id":"msg_2KWPBgLlAfxdpx2AI54pPJ85f4W","provider":"%s","type":"user.created",
         "createdAt":"2026-01-31T12:00:00Z","body":"{}",
         "headers":{"svix-id":"msg_2KWPBgLlAfxdpx2AI54pPJ85f4W","svix-timestamp":"1769860800",
          "svix-signature":"v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4="},
         "attempts":[]}"""
            .formatted(vendors.first().id());
    shape =
        ObjectType.of(
                "WebhookEvent",
                line("id").says("The message's, the same in every delivery.").required(),
                line("provider").says(vendors.ids() + ".").required(),
                line("type").says("What one subscribes to.").required(),
                moment("createdAt").says("By the world's clock.").required(),
                text("body").says("The body of the request, exactly.").required(),
                headers("headers").says("As it was signed last.").required(),
                listOf("attempts", ATTEMPT).says("At all receivers, oldest first.").required())
            .example(example);
    list =
        ObjectType.of("WebhookEvents", listOf("events", shape).says("Oldest first.").required())
            .example("{\"events\":[" + example + "]}");
  }

  ObjectType shape() {
    return shape;
  }

  ObjectType list() {
    return list;
  }

  static ObjectNode of(List<WebhookEvent> events) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("events");
    events.forEach(event -> array.add(of(event)));
    return list;
  }

  static ObjectNode of(WebhookEvent event) {
    ObjectNode view =
        Json.object()
            .put("id", event.id())
            .put("provider", event.vendor())
            .put("type", event.type())
            .put("createdAt", event.createdAt().toString())
            .put("body", event.body());
    ObjectNode headers = view.putObject("headers");
    new TreeMap<>(event.headers())
        .forEach((name, values) -> headers.put(name, String.join(", ", values)));
    ArrayNode attempts = view.putArray("attempts");
    event.attempts().forEach(attempt -> attempts.add(of(attempt)));
    return view;
  }

  private static ObjectNode of(WebhookAttempt attempt) {
    ObjectNode view =
        Json.object()
            .put("target", attempt.target().toString())
            .put("at", attempt.at().toString())
            .put("delivered", attempt.delivered());
    attempt.status().ifPresent(status -> view.put("status", status));
    attempt.failure().ifPresent(failure -> view.put("failure", failure));
    return view;
  }
}
