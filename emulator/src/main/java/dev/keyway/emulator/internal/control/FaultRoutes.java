package dev.keyway.emulator.internal.control;

import static dev.keyway.emulator.internal.control.ControlFields.duration;
import static dev.keyway.emulator.internal.schema.Field.integer;
import static dev.keyway.emulator.internal.schema.Field.number;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.Fault;
import dev.keyway.emulator.HeldRequests;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** What goes wrong in a world on purpose. */
final class FaultRoutes implements ControlRoutes {
  private static final String FAULTS = "/worlds/{world}/faults";

  private static final Field<Duration> TIMEOUT =
      duration("timeout", Duration.ZERO, Waiting.LONGEST);
  private static final Field<Integer> COUNT = integer("count", 0, 100);

  private static final ObjectType PLANTED =
      ObjectType.of("PlantedFaults", number("planted").says("How many.").required())
          .example("{\"planted\":12}");

  private static final ObjectType RELEASE =
      ObjectType.of(
              "Release",
              COUNT.says("Waits until so many requests are held; default 0."),
              TIMEOUT.says("How long to wait for them; default PT5S."))
          .example("{\"count\":2,\"timeout\":\"PT5S\"}");

  private final Waiting waiting;
  private final ObjectType order;
  private final ObjectType shape;
  private final ObjectType list;

  @Inject
  FaultRoutes(Waiting waiting, VendorTerms vendors) {
    this.waiting = waiting;
    order = FaultOrder.shape(vendors);
    shape = FaultView.shape(vendors);
    list = FaultView.list(vendors);
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.post(FAULTS, "faults.add")
            .says("Puts a fault on an operation. At most one fires per request: the oldest.")
            .takes(order)
            .status(201)
            .gives(shape, call -> FaultView.of(FaultOrder.plant(call))),
        Endpoint.get(FAULTS, "faults.list")
            .says("All faults that can still fire, oldest first, with how often they did.")
            .gives(list, call -> FaultView.of(call.world().faults().active())),
        Endpoint.get(FAULTS + "/{fault}", "faults.get")
            .says("One fault, also when it has run out.")
            .gives(shape, call -> FaultView.of(fault(call))),
        Endpoint.delete(FAULTS, "faults.clear")
            .says("Removes all faults and releases all held requests.")
            .does(call -> call.world().faults().clear()),
        Endpoint.delete(FAULTS + "/{fault}", "faults.remove")
            .says("Removes a fault; releases what it holds.")
            .does(call -> fault(call).remove()),
        Endpoint.post(FAULTS + "/vendor-rate-limits", "faults.vendor-rate-limits")
            .says("Plants the rate limits that both vendors have.")
            .status(201)
            .gives(
                PLANTED,
                call -> Json.object().put("planted", call.world().faults().useVendorRateLimits())),
        Endpoint.get("/worlds/{world}/held", "faults.held")
            .says("The faults that hold requests, with how many wait at each now.")
            .gives(list, FaultRoutes::held),
        Endpoint.get(FAULTS + "/{fault}/held", "faults.await-held")
            .says("Waits until a fault holds requests; 404 not_arrived when they do not come.")
            .query(COUNT.says("How many; default 1."))
            .query(TIMEOUT.says("How long to wait, of real time; default PT5S."))
            .gives(shape, call -> waiting.run(() -> awaitHeld(call, call.query(), 1))),
        Endpoint.post(FAULTS + "/{fault}/release", "faults.release")
            .says(
                "Lets held requests go on, at once or when so many wait; when they do not come in"
                    + " time, 404 not_arrived, and nothing is released.")
            .mayTake(RELEASE)
            .gives(
                shape,
                call ->
                    waiting.run(
                        () -> {
                          ObjectNode view = awaitHeld(call, call.body(), 0);
                          holding(call).release();
                          return view;
                        })));
  }

  private static ObjectNode held(ControlCall call) {
    return FaultView.of(
        call.world().faults().active().stream().filter(HeldRequests.class::isInstance).toList());
  }

  private static ObjectNode awaitHeld(ControlCall call, Values limits, int otherwise) {
    HeldRequests held = holding(call);
    Duration timeout = limits.find(TIMEOUT).orElse(Waiting.DEFAULT_TIMEOUT);
    try {
      held.awaitArrival(limits.find(COUNT).orElse(otherwise), timeout);
    } catch (AssertionError e) {
      throw ControlFailure.notArrived(String.valueOf(e.getMessage()));
    }
    return FaultView.of(held);
  }

  private static HeldRequests holding(ControlCall call) {
    if (fault(call) instanceof HeldRequests held) {
      return held;
    }
    throw ControlFailure.conflict("not_holding", "This fault holds no requests");
  }

  private static Fault fault(ControlCall call) {
    return call.world()
        .faults()
        .find(call.path("fault"))
        .orElseThrow(() -> ControlFailure.notFound("There is no fault of this id"));
  }
}
