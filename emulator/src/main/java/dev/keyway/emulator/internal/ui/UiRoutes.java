package dev.keyway.emulator.internal.ui;

import dev.keyway.emulator.Provenance;
import dev.keyway.emulator.internal.html.Asset;
import dev.keyway.emulator.internal.http.HttpMethod;
import dev.keyway.emulator.internal.http.Route;
import dev.keyway.emulator.internal.http.RouteTable;

/** Every address of the page. */
final class UiRoutes {
  private static final String WORLD = "/worlds/{world}";

  private final RouteTable<UiHandler> table = new RouteTable<>();

  private UiRoutes() {}

  static RouteTable<UiHandler> all() {
    UiRoutes routes = new UiRoutes();
    routes.whole();
    routes.world();
    routes.faultsAndClock();
    routes.table.add(route(HttpMethod.GET, Asset.BASE + "/{file}", Assets::get));
    return routes.table;
  }

  private void whole() {
    get("", WorldsPage::list);
    get("/worlds", call -> UiCall.seeOther(Addresses.start()));
    post("/worlds", WorldsPage::open);
    get("/coverage", CoveragePage::show);
    get("/ca.pem", ConnectPage::authority);
    get("/strays", LedgerPage::unmatched);
    get("/strays/{entry}", EntryPage::unmatchedEntry);
  }

  private void world() {
    get(WORLD, InboxPage::list);
    get(WORLD + "/reset", WorldsPage::askReset);
    post(WORLD + "/reset", WorldsPage::reset);
    get(WORLD + "/close", WorldsPage::askClose);
    post(WORLD + "/close", WorldsPage::close);
    get(WORLD + "/inbox", call -> UiCall.seeOther(Addresses.world(call.world())));
    post(WORLD + "/inbox/clear", InboxPage::clear);
    post(WORLD + "/inbox/bounce", InboxPage::bounce);
    post(WORLD + "/inbox/unbounce", InboxPage::unbounce);
    get(WORLD + "/inbox/{message}", MessagePage::show);
    post(WORLD + "/inbox/{message}/redeliver", MessagePage::redeliver);
    get(WORLD + "/users", UsersPage::list);
    get(WORLD + "/users/{user}", UserPage::show);
    post(WORLD + "/users/{user}/lock", UserPage::lock);
    post(WORLD + "/users/{user}/unlock", UserPage::unlock);
    post(WORLD + "/users/{user}/revoke-sessions", UserPage::revokeSessions);
    get(WORLD + "/social", SocialPage::show);
    post(WORLD + "/social/next", SocialPage::next);
    post(WORLD + "/social/accounts", SocialPage::add);
    post(WORLD + "/social/clear", SocialPage::clear);
    get(WORLD + "/webhooks", WebhooksPage::list);
    post(WORLD + "/webhooks/clear", WebhooksPage::clear);
    post(WORLD + "/webhooks/deliver", WebhooksPage::deliver);
    post(WORLD + "/webhooks/stop", WebhooksPage::stop);
    get(WORLD + "/webhooks/{event}", WebhookPage::show);
    post(WORLD + "/webhooks/{event}/redeliver", WebhookPage::redeliver);
    get(WORLD + "/settings", SettingsPage::show);
    post(WORLD + "/settings/{vendor}", SettingsPage::change);
    get(WORLD + "/connect", ConnectPage::show);
    post(WORLD + "/connect/https", ConnectPage::openHttps);
    get(WORLD + "/ledger", LedgerPage::list);
    post(WORLD + "/ledger/clear", LedgerPage::clear);
    get(WORLD + "/ledger/{entry}", EntryPage::show);
  }

  private void faultsAndClock() {
    get(WORLD + "/faults", FaultsPage::list);
    post(WORLD + "/faults", FaultsPage::add);
    post(WORLD + "/faults/limits", FaultsPage::limits);
    post(WORLD + "/faults/clear", FaultsPage::clear);
    post(WORLD + "/faults/{fault}/remove", FaultsPage::remove);
    post(WORLD + "/faults/{fault}/release", FaultsPage::release);
    get(WORLD + "/clock", ClockPage::show);
    post(WORLD + "/clock", ClockPage::move);
  }

  private void get(String path, UiHandler handler) {
    table.add(route(HttpMethod.GET, Addresses.BASE + path, handler));
  }

  private void post(String path, UiHandler handler) {
    table.add(route(HttpMethod.POST, Addresses.BASE + path, handler));
  }

  private static Route<UiHandler> route(HttpMethod method, String path, UiHandler handler) {
    return new Route<>(method, path, "emulator.ui", Provenance.DOCUMENTED, handler);
  }
}
