package dev.keyway.emulator.internal.stytch.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.SearchPage;
import dev.keyway.emulator.internal.stytch.rules.SearchQuery;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Predicate;

/** {@code POST /v1/users/search}: newest first, page by page. */
public final class UserSearchRoutes implements RouteArea<StytchRouteBook> {
  @Inject
  UserSearchRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.user.search")
        .takes(SearchPage.LIMIT, SearchPage.CURSOR, SearchQuery.QUERY)
        .fails(StytchError.USER_SEARCH_INVALID_LIMIT, StytchError.USER_SEARCH_INVALID_CURSOR)
        .fails(UserFilters.ERRORS)
        .answers(this::search);
  }

  private Response search(StytchCall call) {
    StytchProject project = call.project();
    SearchPage page =
        SearchPage.of(
            call, StytchError.USER_SEARCH_INVALID_LIMIT, StytchError.USER_SEARCH_INVALID_CURSOR);
    Predicate<StytchUser> wanted = UserFilters.read(call.find(SearchQuery.QUERY));
    SearchPage.Found<StytchUser> found =
        page.in(List.copyOf(project.users().all()), wanted, user -> user.sequence);
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    found.items().forEach(user -> results.add(UserView.of(project, user)));
    json.set("results_metadata", found.metadata());
    return call.ok(json);
  }
}
