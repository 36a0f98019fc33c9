package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;
import static dev.keyway.emulator.internal.control.ControlFields.line;
import static dev.keyway.emulator.internal.schema.Field.choice;
import static dev.keyway.emulator.internal.schema.Field.flag;
import static dev.keyway.emulator.internal.schema.Field.integer;
import static dev.keyway.emulator.internal.schema.Field.listOf;
import static dev.keyway.emulator.internal.schema.Field.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.UnknownIdException;
import dev.keyway.emulator.WebhookEvent;
import dev.keyway.emulator.WebhookFault;
import dev.keyway.emulator.Webhooks;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The events that a world's vendors made, and how they are delivered. */
final class WebhookRoutes implements ControlRoutes {
  private static final String WEBHOOKS = "/worlds/{world}/webhooks";
  private static final String TARGETS = WEBHOOKS + "/targets";
  private static final String FAULTS = WEBHOOKS + "/faults";

  private static final Field<String> TYPE = line("type");
  private static final Field<String> BODY = text("body");
  private static final Field<String> AFTER = line("after");
  private static final Field<Duration> TIMEOUT =
      duration("timeout", Duration.ZERO, Waiting.LONGEST);
  private static final Field<Integer> COUNT = integer("count", 1, 1000);
  private static final Field<String> URL = line("url");
  private static final Field<List<String>> URLS = listOf("urls", ControlFields.LINE);
  private static final Field<Boolean> SHUFFLED = flag("shuffled");
  private static final Field<Boolean> DUPLICATED = flag("duplicated");
  private static final Field<Duration> PATIENCE =
      duration("timeout", Duration.ofMillis(1), Duration.ofMinutes(10));
  private static final Field<WebhookFault> FAULT = choice("fault", WebhookFault.class);
  private static final Field<Integer> TIMES = integer("times", 1, 1000);
  private static final Field<Integer> FAILING = integer("failing", 0, 1000);

  private static final ObjectType TARGET =
      ObjectType.of(
              "WebhookTarget",
              URL.says(
                      "An http URL on this machine, or of a host that the emulator was started"
                          + " with (--allow-outbound).")
                  .required())
          .example("{\"url\":\"http://localhost:3000/hooks\"}");

  private static final ObjectType TARGET_LIST =
      ObjectType.of("WebhookTargets", URLS.says("In the order in which they came.").required())
          .example("{\"urls\":[\"http://localhost:3000/hooks\"]}");

  private static final ObjectType DELIVERY =
      ObjectType.of(
              "WebhookDelivery",
              SHUFFLED.says("Whether events are delivered out of order.").required(),
              DUPLICATED.says("Whether each is delivered twice.").required(),
              PATIENCE.says("How long a receiver may take, of real time.").required(),
              FAILING.says("How many attempts are still to fail.").required())
          .example("{\"shuffled\":false,\"duplicated\":false,\"timeout\":\"PT15S\",\"failing\":0}");

  private static final ObjectType DELIVERY_CHANGE =
      ObjectType.of(
              "WebhookDeliveryChange",
              SHUFFLED.says("Whether events are delivered out of order."),
              DUPLICATED.says("Whether each is delivered twice."),
              PATIENCE.says("How long a receiver may take, of real time."))
          .example("{\"shuffled\":true}");

  private static final ObjectType FAULT_ORDER =
      ObjectType.of(
              "WebhookFaultOrder",
              FAULT
                  .says(
                      "down: the receiver is not reached. error: 500 is answered in its place."
                          + " slow: it gets the request, and its answer is not waited for.")
                  .required(),
              TIMES.says("How many attempts; default 1."))
          .example("{\"fault\":\"error\",\"times\":2}");

  private final Waiting waiting;
  private final WebhookView views;
  private final Field<String> provider;
  private final ObjectType made;
  private final ObjectType rotation;
  private final ObjectType secret;

  @Inject
  WebhookRoutes(Waiting waiting, VendorTerms vendors) {
    this.waiting = waiting;
    this.views = new WebhookView(vendors);
    this.provider = vendors.field();
    String first = vendors.first().id();
    this.made =
        ObjectType.of(
                "WebhookOrder",
                provider.says("Whose event.").required(),
                TYPE.says("What one subscribes to.").required(),
                BODY.says("The whole body of the request, which nobody checks.").required())
            .example(
                "{\"provider\":\"%s\",\"type\":\"user.created\",\"body\":\"{}\"}".formatted(first));
    this.rotation =
        ObjectType.of("WebhookSecretRotation", provider.says("Whose secret.").required())
            .example("{\"provider\":\"%s\"}".formatted(first));
    this.secret =
        ObjectType.of(
                "WebhookSecret",
                provider.says("Whose secret.").required(),
                line("secret").says("What signs from now on.").required())
            .example(
                "{\"provider\":\"%s\",\"secret\":\"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"}"
                    .formatted(first));
  }

  @Override
  public List<Endpoint> endpoints() {
    return Stream.of(events(), targets(), delivery()).flatMap(List::stream).toList();
  }

  private List<Endpoint> events() {
    return List.of(
        Endpoint.get(WEBHOOKS, "webhooks.list")
            .says("All events, oldest first, with the attempts to deliver each.")
            .query(TYPE.says("Only those of this type."))
            .query(provider.says("Only those of this vendor."))
            .query(AFTER.says("Only those made after the event of this id."))
            .gives(views.list(), this::list),
        Endpoint.post(WEBHOOKS, "webhooks.send")
            .says("Makes an event of one's own, signed and delivered like the vendor's.")
            .takes(made)
            .status(201)
            .gives(views.shape(), this::send),
        Endpoint.get(WEBHOOKS + "/await", "webhooks.await")
            .says(
                "The oldest event of the type that was not handed out before; waits for it, and"
                    + " answers 404 not_arrived when it does not come in time.")
            .handsOut()
            .query(TYPE.says("What one subscribes to.").required())
            .query(TIMEOUT.says("How long to wait, of real time; default PT5S."))
            .gives(views.shape(), this::await),
        Endpoint.get(WEBHOOKS + "/{event}", "webhooks.get")
            .says("One event.")
            .gives(views.shape(), call -> WebhookView.of(event(call))),
        Endpoint.get(WEBHOOKS + "/{event}/attempts", "webhooks.await-attempts")
            .says("Waits until an event was tried so often; 404 not_arrived when it is not.")
            .query(COUNT.says("How many attempts, at all receivers together; default 1."))
            .query(TIMEOUT.says("How long to wait, of real time; default PT5S."))
            .gives(views.shape(), this::awaitAttempts),
        Endpoint.post(WEBHOOKS + "/{event}/redeliver", "webhooks.redeliver")
            .says("Sends an event once more, with the same id and body, signed anew.")
            .gives(
                views.shape(),
                call -> WebhookView.of(call.world().webhooks().redeliver(call.path("event")))),
        Endpoint.post(WEBHOOKS + "/rotate-secret", "webhooks.rotate-secret")
            .says("Signs with a new secret, and for 24 hours with the one before as well.")
            .takes(rotation)
            .gives(secret, this::rotate),
        Endpoint.delete(WEBHOOKS, "webhooks.clear")
            .says("Forgets all events, and delivers nothing of them any more.")
            .does(call -> call.world().webhooks().clear()));
  }

  private static List<Endpoint> targets() {
    return List.of(
        Endpoint.get(TARGETS, "webhooks.targets")
            .says("Where events are posted to.")
            .gives(TARGET_LIST, call -> targets(call.world().webhooks())),
        Endpoint.post(TARGETS, "webhooks.deliver-to")
            .says("Posts every event there that is made from now on.")
            .takes(TARGET)
            .gives(
                TARGET_LIST,
                call -> {
                  call.world().webhooks().deliverTo(url(call.body().get(URL)));
                  return targets(call.world().webhooks());
                }),
        Endpoint.delete(TARGETS, "webhooks.stop-delivering")
            .says("Posts nothing there any more.")
            .query(URL.says("The receiver's URL.").required())
            .does(call -> call.world().webhooks().stopDelivering(url(call.query().get(URL)))));
  }

  private static List<Endpoint> delivery() {
    return List.of(
        Endpoint.get(WEBHOOKS + "/delivery", "webhooks.delivery")
            .says("How events are delivered.")
            .gives(DELIVERY, call -> delivery(call.world().webhooks())),
        Endpoint.patch(WEBHOOKS + "/delivery", "webhooks.change-delivery")
            .says("Delivers otherwise from now on; what is left out stays.")
            .takes(DELIVERY_CHANGE)
            .gives(DELIVERY, WebhookRoutes::change),
        Endpoint.post(FAULTS, "webhooks.fail")
            .says("Lets the next attempts fail, at whatever receiver.")
            .takes(FAULT_ORDER)
            .gives(DELIVERY, WebhookRoutes::fail),
        Endpoint.delete(FAULTS, "webhooks.stop-failing")
            .says("Lets no attempt fail any more.")
            .does(call -> call.world().webhooks().stopFailing()));
  }

  private ObjectNode list(ControlCall call) {
    List<WebhookEvent> all = call.world().webhooks().events();
    List<WebhookEvent> later = call.query().find(AFTER).map(id -> after(all, id)).orElse(all);
    return WebhookView.of(
        later.stream()
            .filter(event -> call.query().find(TYPE).orElse(event.type()).equals(event.type()))
            .filter(
                event -> call.query().find(provider).orElse(event.vendor()).equals(event.vendor()))
            .toList());
  }

  private static List<WebhookEvent> after(List<WebhookEvent> events, String id) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).id().equals(id)) {
        return events.subList(i + 1, events.size());
      }
    }
    throw ControlFailure.invalid("after", "There is no event of this id");
  }

  private ObjectNode await(ControlCall call) {
    String type = call.query().get(TYPE);
    return waiting.await(
        call,
        call.query().find(TIMEOUT).orElse(Waiting.DEFAULT_TIMEOUT),
        (world, longest) -> WebhookView.of(world.webhooks().await(type, longest)));
  }

  private ObjectNode awaitAttempts(ControlCall call) {
    int count = call.query().find(COUNT).orElse(1);
    return waiting.await(
        call,
        call.query().find(TIMEOUT).orElse(Waiting.DEFAULT_TIMEOUT),
        (world, longest) ->
            WebhookView.of(world.webhooks().awaitAttempts(call.path("event"), count, longest)));
  }

  private ObjectNode send(ControlCall call) {
    return WebhookView.of(
        call.world()
            .webhooks()
            .send(call.body().get(provider), call.body().get(TYPE), call.body().get(BODY)));
  }

  private static WebhookEvent event(ControlCall call) {
    String id = call.path("event");
    return call.world()
        .webhooks()
        .find(id)
        .orElseThrow(() -> new UnknownIdException("webhook event", id));
  }

  private ObjectNode rotate(ControlCall call) {
    String vendor = call.body().get(provider);
    return Json.object()
        .put("provider", vendor)
        .put("secret", call.world().webhooks().rotateSecret(vendor));
  }

  private static ObjectNode targets(Webhooks webhooks) {
    ObjectNode list = Json.object();
    ArrayNode array = list.putArray("urls");
    webhooks.targets().forEach(target -> array.add(target.toString()));
    return list;
  }

  private static URI url(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw ControlFailure.invalid("url", "url must be an absolute http URL");
    }
  }

  private static ObjectNode change(ControlCall call) {
    Webhooks webhooks = call.world().webhooks();
    call.body().find(PATIENCE).ifPresent(webhooks::timeout);
    call.body().find(SHUFFLED).ifPresent(webhooks::shuffled);
    call.body().find(DUPLICATED).ifPresent(webhooks::duplicated);
    return delivery(webhooks);
  }

  private static ObjectNode fail(ControlCall call) {
    Webhooks webhooks = call.world().webhooks();
    webhooks.fail(call.body().get(FAULT), call.body().find(TIMES).orElse(1));
    return delivery(webhooks);
  }

  private static ObjectNode delivery(Webhooks webhooks) {
    return Json.object()
        .put("shuffled", webhooks.shuffled())
        .put("duplicated", webhooks.duplicated())
        .put("timeout", webhooks.timeout().toString())
        .put("failing", webhooks.failing());
  }
}
