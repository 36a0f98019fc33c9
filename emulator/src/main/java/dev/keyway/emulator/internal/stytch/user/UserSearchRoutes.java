package dev.keyway.emulator.internal.stytch.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.http.Response;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.route.RouteArea;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchCall;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchRouteBook;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.StytchProject;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** {@code POST /v1/users/search}: newest first, page by page. */
public final class UserSearchRoutes implements RouteArea<StytchRouteBook> {
  private static final Field<BigDecimal> LIMIT = Bodies.whole("limit");
  private static final Field<String> CURSOR = Field.text("cursor");
  private static final Field<Values> QUERY = Field.of("query", UserFilters.QUERY);

  private static final int DEFAULT_LIMIT = 100;
  private static final int HIGHEST_LIMIT = 1000;
  private static final String CURSOR_PREFIX = "before:";

  @Inject
  UserSearchRoutes() {}

  @Override
  public void addTo(StytchRouteBook book) {
    book.on("stytch.user.search")
        .takes(LIMIT, CURSOR, QUERY)
        .fails(StytchError.USER_SEARCH_INVALID_LIMIT, StytchError.USER_SEARCH_INVALID_CURSOR)
        .fails(UserFilters.ERRORS)
        .answers(this::search);
  }

  private Response search(StytchCall call) {
    StytchProject project = call.project();
    int limit = call.whole(LIMIT).orElse(DEFAULT_LIMIT);
    if (limit < 1 || limit > HIGHEST_LIMIT) {
      throw StytchError.USER_SEARCH_INVALID_LIMIT.failure();
    }
    long before = call.find(CURSOR).map(UserSearchRoutes::read).orElse(Long.MAX_VALUE);
    Predicate<StytchUser> wanted = UserFilters.read(call.find(QUERY));

    List<StytchUser> newestFirst = new ArrayList<>(project.users().all());
    Collections.reverse(newestFirst);
    List<StytchUser> found = newestFirst.stream().filter(wanted).toList();
    List<StytchUser> rest = found.stream().filter(user -> user.sequence < before).toList();
    List<StytchUser> page = rest.subList(0, Math.min(limit, rest.size()));

    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    page.forEach(user -> results.add(UserView.of(project, user)));
    boolean last = page.size() == rest.size();
    json.putObject("results_metadata")
        .put("total", found.size())
        .put("next_cursor", last ? null : write(page.get(page.size() - 1)));
    return call.ok(json);
  }

  /** A cursor names the last user of a page, so that new users do not shift the next one. */
  private static String write(StytchUser user) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((CURSOR_PREFIX + user.sequence).getBytes(StandardCharsets.US_ASCII));
  }

  private static long read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return Optional.of(text)
          .filter(t -> t.startsWith(CURSOR_PREFIX))
          .map(t -> Long.parseLong(t.substring(CURSOR_PREFIX.length())))
          .orElseThrow(StytchError.USER_SEARCH_INVALID_CURSOR::failure);
    } catch (IllegalArgumentException e) {
      throw StytchError.USER_SEARCH_INVALID_CURSOR.failure();
    }
  }
}
