package dev.keyway.emulator.internal.pipeline;

import dagger.Lazy;
import dev.keyway.emulator.internal.admin.AdminEndpoints;
import dev.keyway.emulator.internal.fault.FaultRule;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.ledger.RecordingLedger;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of every request: name, route, page, fault, process, record. */
@Singleton
public final class Pipeline {
  private final Lazy<AdminEndpoints> admin;
  private final VendorApis vendors;
  private final UnmatchedRequests unmatched;
  private final PageRule pages;

  /**
   * Serves {@code vendors}.
   *
   * @param admin answers what is for none of them
   */
  @Inject
  Pipeline(
      VendorApis vendors, UnmatchedRequests unmatched, PageRule pages, Lazy<AdminEndpoints> admin) {
    this.vendors = vendors;
    this.unmatched = unmatched;
    this.pages = pages;
    this.admin = admin;
  }

  /** Finds who answers a request, and which fault it meets; processes nothing yet. */
  public Turn turn(Request request) {
    Optional<VendorApi> owner = vendors.owner(request.path());
    if (owner.isEmpty()) {
      return new Turn(
          () -> true,
          () -> Optional.of(admin.get().answer(request).orElseGet(() -> nowhere(request))));
    }
    VendorApi api = owner.get();
    Optional<Response> misled = pages.refusalByHost(request);
    if (misled.isPresent()) {
      RecordingLedger.PendingEntry entry =
          unmatched
              .ledger()
              .begin(api.provider(), api.provider() + ".unknown", request.path(), request);
      return refused(entry, misled, null);
    }
    RoutedRequest routed = route(api, request);
    WorldContext world = routed.world();
    RecordingLedger ledger = world == null ? unmatched.ledger() : world.ledger();
    RecordingLedger.PendingEntry entry =
        ledger.begin(api.provider(), routed.operation(), routed.template(), request);
    Optional<Response> refused = pages.refusalByPage(request, routed.pages());
    if (refused.isPresent()) {
      return refused(entry, refused, neutralCode(api, routed.operation(), refused));
    }
    FaultRule fault =
        world == null ? null : world.faults().next(routed.operation(), request).orElse(null);
    return new Turn(
        () -> fault != null || routed.mayTakeLong().getAsBoolean(),
        () -> {
          Optional<Response> response = process(routed, fault);
          entry.finish(response, fault, neutralCode(api, routed.operation(), response));
          return response;
        });
  }

  private static Turn refused(
      RecordingLedger.PendingEntry entry, Optional<Response> refusal, @Nullable String code) {
    return new Turn(
        () -> false,
        () -> {
          entry.finish(refusal, null, code);
          return refusal;
        });
  }

  private static @Nullable String neutralCode(
      VendorApi api, String operation, Optional<Response> response) {
    return response.isEmpty()
        ? "NO_RESPONSE"
        : api.neutralCode(operation, response.get()).orElse(null);
  }

  private static RoutedRequest route(VendorApi api, Request request) {
    if (!request.method().equals(request.routeMethod())) {
      RoutedRequest get = api.route(request.forRoute());
      if (api.answersHead(get.operation())) {
        return get;
      }
    }
    return api.route(request);
  }

  private static Optional<Response> process(RoutedRequest routed, @Nullable FaultRule fault) {
    return fault == null
        ? Optional.of(routed.process().get())
        : fault.apply(routed.process(), routed.failure());
  }

  private Response nowhere(Request request) {
    Response response =
        Response.text(
            404,
            "Nothing is emulated at this path. "
                + vendors.whereabouts()
                + "The emulator's own is under /_emulator; its page for browsers is at /_emulator/ui.");
    unmatched
        .ledger()
        .begin("emulator", "emulator.unknown", request.path(), request)
        .finish(Optional.of(response), null, null);
    return response;
  }
}
