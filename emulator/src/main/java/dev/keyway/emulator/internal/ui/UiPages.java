package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.AuthEmulator;
import dev.keyway.emulator.internal.admin.AdminEndpoint;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Request;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.http.RouteTable;
import dev.keyway.emulator.internal.vendor.Vendor;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page as a part of the emulator. */
final class UiPages implements AdminEndpoint {
  private static final Set<String> FORM = Set.of("application/x-www-form-urlencoded");

  private final FormToken token;
  private final Providers providers;
  private final Clock machineClock;
  private @Nullable RouteTable<UiHandler> routes;

  @Inject
  UiPages(FormToken token, List<Vendor> vendors, Clock machineClock) {
    this.providers = new Providers(vendors);
    this.token = token;
    this.machineClock = machineClock;
  }

  @Override
  public boolean owns(String path) {
    return path.equals(Addresses.BASE) || path.startsWith(Addresses.BASE + "/");
  }

  @Override
  public int order() {
    return 10;
  }

  /** Nothing changes by being opened, and no other site can read or frame what is shown. */
  @Override
  public boolean opensFromOtherSites() {
    return true;
  }

  @Override
  public Response answer(Request request, AuthEmulator emulator) {
    RouteTable.Match<UiHandler> match = routes().match(request.routeMethod(), request.path());
    if (match instanceof RouteTable.Found<UiHandler> found) {
      return PageHeaders.on(handle(call(request, emulator, found.parameters()), found));
    }
    UiCall call = call(request, emulator, Map.of());
    if (match instanceof RouteTable.WrongMethod<UiHandler> wrong) {
      return PageHeaders.on(
          ErrorPage.of(
                  call,
                  405,
                  "This address does not accept the request's method",
                  "Go back and try again.")
              .withHeader("allow", wrong.allow()));
    }
    return PageHeaders.on(
        request.path().endsWith("/")
            ? UiCall.seeOther(Addresses.withoutTrailingSlash(request.path()))
            : ErrorPage.notFound(call, "There is no such page."));
  }

  /** Put together when a browser first comes. */
  private synchronized RouteTable<UiHandler> routes() {
    RouteTable<UiHandler> known = routes;
    if (known == null) {
      known = UiRoutes.all();
      routes = known;
    }
    return known;
  }

  private Response handle(UiCall call, RouteTable.Found<UiHandler> found) {
    UiHandler handler = found.route().endpoint();
    if (handler == null) {
      return ErrorPage.notFound(call, "There is no such page.");
    }
    if (found.route().method() == HttpMethod.POST) {
      if (call.request().oversized()) {
        return ErrorPage.of(call, 413, "The form is too large", "Send less.");
      }
      if (call.request().mediaType().filter(FORM::contains).isEmpty()) {
        return ErrorPage.of(
            call, 415, "This request is not a form", "Use the forms of these pages.");
      }
      if (!token.matches(call.field(FormToken.FIELD))) {
        return ErrorPage.of(
            call,
            403,
            "This form is out of date",
            "The emulator was restarted since the page was opened, or the form came from"
                + " elsewhere. Nothing was changed. Open the page again and send the form once"
                + " more.");
      }
    }
    try {
      return handler.handle(call);
    } catch (NoSuchPage e) {
      return ErrorPage.notFound(call, e.reason());
    }
  }

  private UiCall call(Request request, AuthEmulator emulator, Map<String, String> parameters) {
    return new UiCall(request, emulator, parameters, providers, token.value(), machineClock);
  }
}
